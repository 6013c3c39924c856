#include "inspector/GeneratorLocator.h"

#include <v8-inspector.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace vmscope {
namespace {

using Json = nlohmann::json;
using v8_inspector::StringView;

// No group of contexts that anybody debugs.
constexpr int kPrivateGroup = 0x7FFFFFF1;
constexpr char kName[] = "vmscope (places of awaits)";

StringView view(std::string_view ascii) {
  return {reinterpret_cast<const std::uint8_t*>(ascii.data()), ascii.size()};
}

// Only numbers and our own names are read from answers, so other characters may be lost.
std::string narrow(const StringView& text) {
  std::string narrowed;
  for (std::size_t i = 0; i < text.length(); ++i) {
    const unsigned character = text.is8Bit() ? text.characters8()[i] : text.characters16()[i];
    narrowed += character < 0x80 ? static_cast<char>(character) : '?';
  }
  return narrowed;
}

/// The list of properties called `list`, and in it the one called `name`; null where it is absent.
const Json* find(const Json& answer, const char* list, std::string_view name) {
  const auto found = answer.find(list);
  if (found == answer.end()) return nullptr;
  for (const Json& property : *found) {
    if (property.value("name", "") == name && property.contains("value")) return &property["value"];
  }
  return nullptr;
}

}  // namespace

/// The context and the session that nobody else sees, and an array in the context through which objects become known to
/// the session.
class GeneratorLocator::Private final : public v8_inspector::V8Inspector::Channel {
 public:
  Private(v8::Isolate* isolate, v8_inspector::V8Inspector& inspector);
  ~Private() override;

  Json ask(const char* method, Json parameters);
  Json locationOf(v8::Local<v8::Object> generator);

 private:
  class Holder final : public v8_inspector::V8InspectorSession::Inspectable {
   public:
    Holder(v8::Isolate* isolate, v8::Local<v8::Value> value) : isolate_(isolate), value_(isolate, value) {}
    v8::Local<v8::Value> get(v8::Local<v8::Context>) override { return value_.Get(isolate_); }

   private:
    v8::Isolate* isolate_;
    v8::Global<v8::Value> value_;
  };

  void sendResponse(int, std::unique_ptr<v8_inspector::StringBuffer> message) override {
    answer_ = Json::parse(narrow(message->string()), nullptr, false);
  }
  void sendNotification(std::unique_ptr<v8_inspector::StringBuffer>) override {}
  void flushProtocolNotifications() override {}

  v8::Isolate* isolate_;
  v8_inspector::V8Inspector& inspector_;
  v8::Global<v8::Context> context_;
  v8::Global<v8::Array> holder_;
  std::unique_ptr<v8_inspector::V8InspectorSession> session_;
  std::string holderId_;
  Json answer_;
};

GeneratorLocator::Private::Private(v8::Isolate* isolate, v8_inspector::V8Inspector& inspector)
    : isolate_(isolate), inspector_(inspector) {
  const v8::HandleScope handles(isolate);
  // A heap snapshot shows the global object, which is none of the program's, by its class.
  const auto named = v8::FunctionTemplate::New(isolate);
  named->SetClassName(v8::String::NewFromUtf8Literal(isolate, kName));
  const v8::Local<v8::Context> context = v8::Context::New(isolate, nullptr, named->InstanceTemplate());
  const v8::Context::Scope entered(context);
  context_.Reset(isolate, context);
  inspector.contextCreated(v8_inspector::V8ContextInfo(context, kPrivateGroup, view(kName)));
  session_ = inspector.connect(kPrivateGroup, this, view("{}"), v8_inspector::V8Inspector::kFullyTrusted);
  const auto holder = v8::Array::New(isolate, 1);
  holder_.Reset(isolate, holder);
  session_->addInspectedObject(std::make_unique<Holder>(isolate, holder));
  const Json answer =
      ask("Runtime.evaluate", {{"expression", "$0"},
                               {"includeCommandLineAPI", true},
                               {"contextId", v8_inspector::V8ContextInfo::executionContextId(context)}});
  if (answer.contains("result")) holderId_ = answer["result"].value("objectId", "");
}

GeneratorLocator::Private::~Private() {
  const v8::Isolate::Scope entered(isolate_);
  const v8::HandleScope handles(isolate_);
  session_.reset();
  inspector_.contextDestroyed(context_.Get(isolate_));
}

Json GeneratorLocator::Private::ask(const char* method, Json parameters) {
  answer_ = Json();
  const std::string message = Json{{"id", 1}, {"method", method}, {"params", std::move(parameters)}}.dump();
  session_->dispatchProtocolMessage(view(message));
  return answer_.is_object() ? answer_.value("result", Json::object()) : Json::object();
}

Json GeneratorLocator::Private::locationOf(v8::Local<v8::Object> generator) {
  const v8::HandleScope handles(isolate_);
  const v8::Local<v8::Context> context = context_.Get(isolate_);
  const v8::Context::Scope entered(context);
  if (holderId_.empty() || !holder_.Get(isolate_)->Set(context, 0, generator).FromMaybe(false)) return {};
  const Json held = ask("Runtime.getProperties", {{"objectId", holderId_}, {"ownProperties", true}});
  const Json* object = find(held, "result", "0");
  if (!object || !object->contains("objectId")) return {};
  const Json properties = ask("Runtime.getProperties", {{"objectId", (*object)["objectId"]}, {"ownProperties", true}});
  const Json* location = find(properties, "internalProperties", "[[GeneratorLocation]]");
  const Json found = location ? location->value("value", Json()) : Json();
  ask("Runtime.releaseObject", {{"objectId", (*object)["objectId"]}});
  holder_.Get(isolate_)->Set(context, 0, v8::Undefined(isolate_)).Check();
  return found;
}

GeneratorLocator::GeneratorLocator(v8::Isolate* isolate, v8_inspector::V8Inspector& inspector)
    : isolate_(isolate), inspector_(inspector) {}

GeneratorLocator::~GeneratorLocator() = default;

std::optional<SourcePlace> GeneratorLocator::locate(v8::Local<v8::Object> generator) {
  if (!private_) private_ = std::make_unique<Private>(isolate_, inspector_);
  const Json location = private_->locationOf(generator);
  if (!location.is_object() || !location.contains("scriptId")) return std::nullopt;
  return SourcePlace{.scriptId = std::stoi(location.value("scriptId", "0")),
                     .url = {},
                     .line = location.value("lineNumber", -1),
                     .column = location.value("columnNumber", -1)};
}

}  // namespace vmscope
