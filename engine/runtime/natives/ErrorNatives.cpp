#include "engine/runtime/Bindings.h"
#include "engine/runtime/natives/Natives.h"
#include "engine/vm/NodeError.h"

namespace vmscope::runtime {

namespace {

// Each gives the error instead of throwing it, since `throw` in JavaScript reads better where it is used.
template <typename Throw>
void giveBack(const Call& call, Throw throwing) {
  v8::TryCatch caught(call.lock.v8());
  throwing();
  const auto error = caught.Exception();
  caught.Reset();
  call.returns(error);
}

// (name, expected..., received)
void invalidArgType(const Info& info) {
  const Call call(info);
  giveBack(call, [&] {
    const std::string name = call.text(0);
    const auto received = call[2];
    if (!call[1]->IsArray()) return throwInvalidArgType(call.lock, name, {call.text(1)}, received);
    const auto expected = call[1].As<v8::Array>();
    const auto at = [&](std::uint32_t index) {
      return call.lock.text(expected->Get(call.context, index).ToLocalChecked());
    };
    if (expected->Length() == 2) return throwInvalidArgType(call.lock, name, {at(0), at(1)}, received);
    if (expected->Length() == 3) return throwInvalidArgType(call.lock, name, {at(0), at(1), at(2)}, received);
    throwInvalidArgType(call.lock, name, {at(0), at(1), at(2), at(3)}, received);
  });
}

void invalidArgValue(const Info& info) {
  const Call call(info);
  giveBack(call, [&] {
    throwInvalidArgValue(call.lock, call.text(0), call[1], call.count() > 2 ? call.text(2) : "is invalid");
  });
}

void outOfRange(const Info& info) {
  const Call call(info);
  giveBack(call, [&] { throwOutOfRange(call.lock, call.text(0), call.text(1), call[2]); });
}

constexpr Method kMethods[] = {
    {"invalidArgType", &invalidArgType},
    {"invalidArgValue", &invalidArgValue},
    {"outOfRange", &outOfRange},
};

}  // namespace

void defineErrorNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
}

}  // namespace vmscope::runtime
