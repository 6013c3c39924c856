#include "engine/vm/NativeClass.h"

namespace vmscope {

namespace {

v8::Local<v8::Private> classKey(const Lock& lock) {
  return v8::Private::ForApi(lock.v8(), lock.name("vmscope.class"));
}

// The constructor that the prototype's prototype names; empty where there is no base class.
v8::MaybeLocal<v8::Function> baseOf(const Lock& lock, v8::Local<v8::Context> context,
                                    v8::Local<v8::Function> constructor) {
  v8::Local<v8::Value> prototype;
  v8::Local<v8::Value> base;
  if (!constructor->Get(context, lock.name("prototype")).ToLocal(&prototype) || !prototype->IsObject()) return {};
  const auto above = prototype.As<v8::Object>()->GetPrototypeV2();
  if (!above->IsObject() || !above.As<v8::Object>()->Get(context, lock.name("constructor")).ToLocal(&base)) return {};
  const bool isOurs = base->IsFunction() && isNativeClass(lock, context, base.As<v8::Function>());
  return isOurs ? base.As<v8::Function>() : v8::MaybeLocal<v8::Function>();
}

}  // namespace

bool finishNativeClass(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Function> constructor) {
  if (constructor->SetPrivate(context, classKey(lock), v8::True(lock.v8())).IsNothing()) return false;
  v8::Local<v8::Function> base;
  return !baseOf(lock, context, constructor).ToLocal(&base) || constructor->SetPrototypeV2(context, base).IsJust();
}

bool isNativeClass(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Function> function) {
  return function->HasPrivate(context, classKey(lock)).FromMaybe(false);
}

}  // namespace vmscope
