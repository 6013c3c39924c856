#include "engine/module/Promises.h"

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

v8::MaybeLocal<v8::Promise> promiseOf(v8::Local<v8::Context> context, v8::Local<v8::Value> value) {
  v8::Isolate* isolate = v8::Isolate::GetCurrent();
  v8::Local<v8::Promise::Resolver> resolver;
  if (!v8::Promise::Resolver::New(context).ToLocal(&resolver)) return {};
  if (value->IsPromise()) {
    const auto name = v8::String::NewFromUtf8Literal(isolate, "constructor", v8::NewStringType::kInternalized);
    v8::Local<v8::Value> native;
    v8::Local<v8::Value> own;
    if (!resolver->GetPromise()->Get(context, name).ToLocal(&native)) return {};
    if (!value.As<v8::Object>()->Get(context, name).ToLocal(&own)) return {};
    if (own->StrictEquals(native)) return value.As<v8::Promise>();
  }
  if (resolver->Resolve(context, value).IsNothing()) return {};
  return resolver->GetPromise();
}

v8::MaybeLocal<v8::Promise> resolvedPromise(v8::Local<v8::Context> context, v8::Local<v8::Value> value) {
  v8::Local<v8::Promise::Resolver> resolver;
  if (!v8::Promise::Resolver::New(context).ToLocal(&resolver)) return {};
  if (resolver->Resolve(context, value).IsNothing()) return {};
  return resolver->GetPromise();
}

v8::MaybeLocal<v8::Promise> rejectedPromise(v8::Local<v8::Context> context, v8::Local<v8::Value> reason) {
  v8::Local<v8::Promise::Resolver> resolver;
  if (!v8::Promise::Resolver::New(context).ToLocal(&resolver)) return {};
  if (resolver->Reject(context, reason).IsNothing()) return {};
  return resolver->GetPromise();
}

Reactions::Reactions(Lock& lock) {
  const auto main = lock.isolate().contexts().main().v8(lock);
  const auto any = v8::Function::New(main, [](const v8::FunctionCallbackInfo<v8::Value>&) {}).ToLocalChecked();
  bind_.Reset(lock.v8(), any->Get(main, lock.name("bind")).ToLocalChecked().As<v8::Function>());
}

v8::MaybeLocal<v8::Function> Reactions::unbound(const Lock& lock, v8::FunctionCallback callback) {
  auto& native = natives_[callback];
  if (!native.IsEmpty()) return native.Get(lock.v8());
  const auto main = lock.isolate().contexts().main().v8(lock);
  v8::Local<v8::Function> made;
  if (!v8::Function::New(main, callback, {}, 1, v8::ConstructorBehavior::kThrow).ToLocal(&made)) return {};
  native.Reset(lock.v8(), made);
  return made;
}

v8::MaybeLocal<v8::Function> Reactions::make(const Lock& lock, v8::FunctionCallback callback,
                                             v8::Local<v8::Object> data) {
  v8::Local<v8::Function> native;
  v8::Local<v8::Value> receiver = data;
  v8::Local<v8::Value> bound;
  const auto main = lock.isolate().contexts().main().v8(lock);
  if (!unbound(lock, callback).ToLocal(&native)) return {};
  if (!bind_.Get(lock.v8())->Call(main, native, 1, &receiver).ToLocal(&bound)) return {};
  return bound.As<v8::Function>();
}

}  // namespace vmscope
