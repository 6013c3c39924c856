#include "engine/runtime/Bindings.h"
#include "engine/runtime/Console.h"
#include "engine/runtime/inspect/Format.h"
#include "engine/runtime/inspect/InspectFunction.h"
#include "engine/runtime/inspect/Text.h"
#include "engine/runtime/natives/Natives.h"

namespace vmscope::runtime {

namespace {

void formatFrom(Call& call, int first, const InspectOptions& options) {
  std::vector<v8::Local<v8::Value>> values;
  for (int index = first; index < call.count(); ++index) values.push_back(call[index]);

  if (const auto text = format(call.lock, call.context, values, options)) call.returns(std::string_view(*text));
}

void formatPlainly(const Info& info) {
  Call call(info);
  formatFrom(call, 0, defaultInspectOptions(call.lock));
}

void formatWithOptions(const Info& info) {
  Call call(info);
  InspectOptions options = defaultInspectOptions(call.lock);
  if (readInspectOptions(call.lock, call.context, call[0].As<v8::Object>(), options)) formatFrom(call, 1, options);
}

void defaults(const Info& info) {
  Call call(info);
  call.returns(inspectOptionsObject(call.lock, call.context, defaultInspectOptions(call.lock)).As<v8::Value>());
}

void setDefaults(const Info& info) {
  Call call(info);
  auto& options = defaultInspectOptions(call.lock);
  readInspectOptions(call.lock, call.context, call[0].As<v8::Object>(), options);
  options.given.Clear();
}

void width(const Info& info) {
  const Call call(info);
  call.returns(static_cast<double>(displayWidth(call.text(0))));
}

// (value, columns): what console.table draws.
void table(const Info& info) {
  Call call(info);
  call.returns(std::string_view(tableOf(call.lock, call.context, call[0], call[1])));
}

void duration(const Info& info) {
  const Call call(info);
  call.returns(std::string_view(durationText(call.number(0))));
}

constexpr Method kMethods[] = {
    {"format", &formatPlainly}, {"formatWithOptions", &formatWithOptions},
    {"defaults", &defaults},    {"setDefaults", &setDefaults},
    {"width", &width},          {"table", &table},
    {"duration", &duration},
};

}  // namespace

void defineInspectNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
  set(lock, context, target, "inspect", inspectFunction(lock, context));
  set(lock, context, target, "custom", customInspectSymbol(lock.v8()));
}

}  // namespace vmscope::runtime
