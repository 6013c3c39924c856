#include "engine/vm/VmModule.h"

#include "engine/Isolate.h"
#include "engine/vm/Arguments.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

void isContext(const v8::FunctionCallbackInfo<v8::Value>& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  if (!requireObject(lock, info[0], "object", Arrays::Allowed)) return;
  info.GetReturnValue().Set(lock.isolate().contexts().ofSandbox(lock, info[0].As<v8::Object>()) != nullptr);
}

struct Row {
  const char* name;
  v8::FunctionCallback call;
  int length;
};

constexpr Row kFunctions[] = {
    {"isContext", &isContext, 1},
};

}  // namespace

v8::MaybeLocal<v8::Object> makeVmModule(Lock& lock, v8::Local<v8::Context> context) {
  const auto module = v8::Object::New(lock.v8());
  for (const Row& row : kFunctions) {
    v8::Local<v8::Function> function;
    if (!v8::Function::New(context, row.call, {}, row.length, v8::ConstructorBehavior::kThrow).ToLocal(&function)) {
      return {};
    }
    function->SetName(lock.name(row.name));
    if (module->CreateDataProperty(context, lock.name(row.name), function).IsNothing()) return {};
  }
  return module;
}

}  // namespace vmscope
