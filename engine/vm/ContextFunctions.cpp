#include "engine/vm/ContextFunctions.h"

#include <utility>

#include "engine/Isolate.h"
#include "engine/vm/Arguments.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/NodeError.h"
#include "engine/vm/VmOptions.h"

namespace vmscope {

namespace {

bool isDontContextify(const Lock& lock, v8::Local<v8::Value> object) {
  return object->IsSymbol() && object == dontContextify(lock);
}

}  // namespace

v8::MaybeLocal<v8::Object> createContextFor(Lock& lock, v8::Local<v8::Value> object, NewContextOptions options) {
  v8::Local<v8::Object> sandbox;
  if (isDontContextify(lock, object)) {
    options.context.global = GlobalKind::Vanilla;
  } else {
    sandbox = object->IsUndefined() ? v8::Object::New(lock.v8()) : object.As<v8::Object>();
  }
  Context* made = lock.isolate().contexts().create(lock, std::move(options.context), ContextLife::Reachable, sandbox);
  if (made == nullptr) return {};
  const auto standsForIt = sandbox.IsEmpty() ? made->v8(lock)->Global() : sandbox;
  options.import.bindContext(lock, *made, standsForIt);
  return standsForIt;
}

Context* requireContext(const Lock& lock, v8::Local<v8::Value> object) {
  if (!requireObject(lock, object, "object", Arrays::Allowed)) return nullptr;
  Context* context = lock.isolate().contexts().ofSandbox(lock, object.As<v8::Object>());
  if (context == nullptr) throwInvalidArgType(lock, "contextifiedObject", {"vm.Context"}, object);
  return context;
}

void createContext(const v8::FunctionCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto object = info[0];
  if (!object->IsUndefined() && !isDontContextify(lock, object)) {
    if (!requireObject(lock, object, "object", Arrays::Allowed)) return;
    if (lock.isolate().contexts().ofSandbox(lock, object.As<v8::Object>()) != nullptr) {
      info.GetReturnValue().Set(object);
      return;
    }
  }
  auto options = readContextOptions(lock, lock.v8()->GetCurrentContext(), info[1]);
  if (!options) return;
  v8::Local<v8::Object> made;
  if (createContextFor(lock, object, std::move(*options)).ToLocal(&made)) info.GetReturnValue().Set(made);
}

void isContext(const v8::FunctionCallbackInfo<v8::Value>& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  if (!requireObject(lock, info[0], "object", Arrays::Allowed)) return;
  info.GetReturnValue().Set(lock.isolate().contexts().ofSandbox(lock, info[0].As<v8::Object>()) != nullptr);
}

}  // namespace vmscope
