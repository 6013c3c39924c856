#include "engine/module/Promises.h"

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

v8::MaybeLocal<v8::Function> reaction(v8::Local<v8::Context> context, v8::FunctionCallback callback,
                                      v8::Local<v8::Value> data) {
  return v8::Function::New(context, callback, data, 1, v8::ConstructorBehavior::kThrow);
}

}  // namespace vmscope
