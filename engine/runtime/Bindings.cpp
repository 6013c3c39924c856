#include "engine/runtime/Bindings.h"

#include "engine/Isolate.h"

namespace vmscope::runtime {

Call::Call(const Info& info)
    : lock(Isolate::from(info.GetIsolate())), context(info.GetIsolate()->GetCurrentContext()), info_(info) {}

double Call::number(int index) const {
  return info_[index]->NumberValue(context).FromMaybe(0);
}

void Call::returns(v8::MaybeLocal<v8::Value> value) const {
  v8::Local<v8::Value> result;
  if (value.ToLocal(&result)) info_.GetReturnValue().Set(result);
}

void Call::throwsTypeError(std::string_view message) const {
  throws(v8::Exception::TypeError(lock.string(message)));
}

v8::Local<v8::Function> makeFunction(Lock& lock, v8::Local<v8::Context> context, const Method& method,
                                     v8::Local<v8::Value> bound) {
  auto function = v8::Function::New(context, method.callback, bound, method.length, v8::ConstructorBehavior::kThrow)
                      .ToLocalChecked();
  function->SetName(lock.name(method.name));
  return function;
}

void define(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target, std::span<const Method> methods) {
  for (const Method& method : methods) {
    target->CreateDataProperty(context, lock.name(method.name), makeFunction(lock, context, method)).Check();
  }
}

v8::Local<v8::Value> get(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> object,
                         std::string_view name) {
  const v8::TryCatch quiet(lock.v8());
  return object->Get(context, lock.name(name)).FromMaybe(v8::Undefined(lock.v8()).As<v8::Value>());
}

void set(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> object, std::string_view name,
         v8::Local<v8::Value> value) {
  object->CreateDataProperty(context, lock.name(name), value).Check();
}

}  // namespace vmscope::runtime
