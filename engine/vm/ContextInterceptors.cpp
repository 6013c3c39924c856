#include "engine/vm/ContextInterceptors.h"

#include "engine/vm/Context.h"

namespace vmscope {

namespace {

using v8::Intercepted;
using v8::PropertyCallbackInfo;

/// The two objects behind a contextified global, for one interception.
struct Realm {
  v8::Local<v8::Context> context;
  v8::Local<v8::Object> sandbox;
  v8::Local<v8::Object> global;

  bool hasSandbox() const { return !sandbox.IsEmpty(); }
};

// The holder rather than `this`: an object of any realm may inherit from the global. While V8 still makes the context
// there is no sandbox yet.
template <typename Result>
Realm realmOf(const PropertyCallbackInfo<Result>& info) {
  v8::Local<v8::Context> context;
  const auto global = info.HolderV2();
  if (!global->GetCreationContext(info.GetIsolate()).ToLocal(&context)) return {};
  if (context->GetNumberOfEmbedderDataFields() <= Context::kSandbox) return {};
  const auto sandbox = context->GetEmbedderData(Context::kSandbox);
  if (!sandbox->IsObject()) return {};
  return {context, sandbox.As<v8::Object>(), global};
}

struct Attributes {
  bool isDeclared = false;
  v8::PropertyAttribute bits = v8::None;

  bool isReadOnly() const { return (bits & v8::ReadOnly) != 0; }
  bool isPermanent() const { return (bits & v8::DontDelete) != 0; }
};

Attributes attributesOf(const Realm& realm, v8::Local<v8::Object> object, v8::Local<v8::Name> key) {
  Attributes found;
  found.isDeclared = object->GetRealNamedPropertyAttributes(realm.context, key).To(&found.bits);
  return found;
}

Intercepted get(const Realm& realm, v8::Local<v8::Name> key, const PropertyCallbackInfo<v8::Value>& info) {
  v8::Local<v8::Value> value;
  if (!realm.sandbox->GetRealNamedProperty(realm.context, key).ToLocal(&value)) {
    // Nothing was found: V8 goes on to the global itself. Or a getter threw.
    return info.GetIsolate()->HasPendingException() ? Intercepted::kYes : Intercepted::kNo;
  }
  // A sandbox that holds itself (`sandbox.self = sandbox`) gives the inside its global.
  if (value == realm.sandbox) value = realm.global;
  info.GetReturnValue().Set(value);
  return Intercepted::kYes;
}

// Whether the sandbox itself holds an accessor, which then has had the value, rather than a data property.
bool isOwnAccessor(const Realm& realm, v8::Local<v8::Name> key) {
  const bool mayBe =
      realm.sandbox->IsProxy() || realm.sandbox->HasRealNamedCallbackProperty(realm.context, key).FromMaybe(false);
  if (!mayBe) return false;
  v8::Local<v8::Value> descriptor;
  if (!realm.sandbox->GetOwnPropertyDescriptor(realm.context, key).ToLocal(&descriptor)) return false;
  if (!descriptor->IsObject()) return false;
  const auto get = v8::String::NewFromUtf8Literal(realm.context->GetIsolate(), "get", v8::NewStringType::kInternalized);
  return descriptor.As<v8::Object>()->HasOwnProperty(realm.context, get).FromMaybe(false);
}

Intercepted set(const Realm& realm, v8::Local<v8::Name> key, v8::Local<v8::Value> value,
                const PropertyCallbackInfo<void>& info) {
  const Attributes onGlobal = attributesOf(realm, realm.global, key);
  const Attributes onSandbox = attributesOf(realm, realm.sandbox, key);
  if (onGlobal.isReadOnly() || onSandbox.isReadOnly()) return Intercepted::kNo;

  if (!onGlobal.isDeclared && !onSandbox.isDeclared) {
    // `x = 1` in strict code must throw, which V8 does; only a function declaration may come here and create.
    const bool isContextual = info.This() != realm.global;
    if (isContextual && info.ShouldThrowOnError() && !value->IsFunction()) return Intercepted::kNo;
    if (key->IsSymbol()) return Intercepted::kNo;
  }
  if (realm.sandbox->Set(realm.context, key, value).IsNothing()) return Intercepted::kYes;
  return onSandbox.isDeclared && isOwnAccessor(realm, key) ? Intercepted::kYes : Intercepted::kNo;
}

// `in` and hasOwn see own properties of the sandbox and whatever the global has, not the sandbox's prototypes.
Intercepted query(const Realm& realm, v8::Local<v8::Name> key, const PropertyCallbackInfo<v8::Integer>& info) {
  for (const auto object : {realm.sandbox, realm.global}) {
    if (!object->HasRealNamedProperty(realm.context, key).FromMaybe(false)) continue;
    const Attributes found = attributesOf(realm, object, key);
    if (!found.isDeclared) return Intercepted::kNo;
    info.GetReturnValue().Set(static_cast<int>(found.bits));
    return Intercepted::kYes;
  }
  return Intercepted::kNo;
}

Intercepted remove(const Realm& realm, v8::Local<v8::Name> key, const PropertyCallbackInfo<v8::Boolean>& info) {
  const v8::Maybe<bool> removed = realm.sandbox->Delete(realm.context, key);
  if (removed.FromMaybe(false)) return Intercepted::kNo;  // now from the global, too
  info.GetReturnValue().Set(false);
  return Intercepted::kYes;
}

Intercepted describe(const Realm& realm, v8::Local<v8::Name> key, const PropertyCallbackInfo<v8::Value>& info) {
  if (!realm.sandbox->HasOwnProperty(realm.context, key).FromMaybe(false)) return Intercepted::kNo;
  v8::Local<v8::Value> descriptor;
  if (!realm.sandbox->GetOwnPropertyDescriptor(realm.context, key).ToLocal(&descriptor)) return Intercepted::kNo;
  info.GetReturnValue().Set(descriptor);
  return Intercepted::kYes;
}

void defineOnSandbox(const Realm& realm, v8::Local<v8::Name> key, const v8::PropertyDescriptor& given,
                     v8::PropertyDescriptor& descriptor) {
  if (given.has_enumerable()) descriptor.set_enumerable(given.enumerable());
  if (given.has_configurable()) descriptor.set_configurable(given.configurable());
  realm.sandbox->DefineProperty(realm.context, key, descriptor).FromMaybe(false);
}

// V8's descriptors cannot be copied, so the three forms are spelled out.
Intercepted define(const Realm& realm, v8::Local<v8::Name> key, const v8::PropertyDescriptor& given,
                   const PropertyCallbackInfo<void>& info) {
  const Attributes onGlobal = attributesOf(realm, realm.global, key);
  if (onGlobal.isDeclared && onGlobal.isReadOnly() && onGlobal.isPermanent()) return Intercepted::kNo;

  const v8::Local<v8::Value> undefined = v8::Undefined(info.GetIsolate());
  if (given.has_get() || given.has_set()) {
    v8::PropertyDescriptor accessor(given.has_get() ? given.get() : undefined,
                                    given.has_set() ? given.set() : undefined);
    defineOnSandbox(realm, key, given, accessor);
  } else if (given.has_writable()) {
    v8::PropertyDescriptor data(given.has_value() ? given.value() : undefined, given.writable());
    defineOnSandbox(realm, key, given, data);
  } else {
    v8::PropertyDescriptor data(given.has_value() ? given.value() : undefined);
    defineOnSandbox(realm, key, given, data);
  }
  return Intercepted::kNo;
}

v8::Local<v8::Name> nameOf(v8::Isolate*, v8::Local<v8::Name> key) {
  return key;
}

v8::Local<v8::Name> nameOf(v8::Isolate* isolate, std::uint32_t index) {
  const auto number = v8::Integer::NewFromUnsigned(isolate, index);
  return number->ToString(isolate->GetCurrentContext()).FromMaybe(v8::String::Empty(isolate));
}

/// One interceptor for both kinds of key: V8 calls it with a name or with an index.
template <auto implementation, typename Key, typename Result, typename... Extra>
Intercepted intercept(Key key, Extra... extra, const PropertyCallbackInfo<Result>& info) {
  const Realm realm = realmOf(info);
  if (!realm.hasSandbox()) return Intercepted::kNo;
  return implementation(realm, nameOf(info.GetIsolate(), key), extra..., info);
}

// All own keys but indices, enumerable or not, symbols too: V8 asks `query` about each.
void enumerateNames(const PropertyCallbackInfo<v8::Array>& info) {
  const Realm realm = realmOf(info);
  if (!realm.hasSandbox()) return;
  v8::Local<v8::Array> names;
  const bool isGiven = realm.sandbox
                           ->GetPropertyNames(realm.context, v8::KeyCollectionMode::kOwnOnly, v8::ALL_PROPERTIES,
                                              v8::IndexFilter::kSkipIndices)
                           .ToLocal(&names);
  if (isGiven) info.GetReturnValue().Set(names);
}

void enumerateIndices(const PropertyCallbackInfo<v8::Array>& info) {
  const Realm realm = realmOf(info);
  if (!realm.hasSandbox()) return;
  v8::Local<v8::Array> keys;
  const bool isGiven = realm.sandbox
                           ->GetPropertyNames(realm.context, v8::KeyCollectionMode::kOwnOnly, v8::SKIP_SYMBOLS,
                                              v8::IndexFilter::kIncludeIndices)
                           .ToLocal(&keys);
  if (!isGiven) return;
  v8::LocalVector<v8::Value> indices(info.GetIsolate());
  for (std::uint32_t i = 0; i < keys->Length(); ++i) {
    v8::Local<v8::Value> key;
    if (!keys->Get(realm.context, i).ToLocal(&key)) return;
    if (key->IsNumber()) indices.push_back(key);
  }
  info.GetReturnValue().Set(v8::Array::New(info.GetIsolate(), indices.data(), indices.size()));
}

template <typename Key, typename Configuration>
Configuration handlers(v8::IndexedPropertyEnumeratorCallback enumerate) {
  using v8::Local;
  using v8::Value;
  return Configuration(&intercept<&get, Key, Value>, &intercept<&set, Key, void, Local<Value>>,
                       &intercept<&query, Key, v8::Integer>, &intercept<&remove, Key, v8::Boolean>, enumerate,
                       &intercept<&define, Key, void, const v8::PropertyDescriptor&>, &intercept<&describe, Key, Value>,
                       {}, v8::PropertyHandlerFlags::kHasNoSideEffect);
}

}  // namespace

v8::Local<v8::ObjectTemplate> makeContextifiedGlobal(v8::Isolate* isolate) {
  const auto global = v8::FunctionTemplate::New(isolate)->InstanceTemplate();
  global->SetHandler(handlers<v8::Local<v8::Name>, v8::NamedPropertyHandlerConfiguration>(&enumerateNames));
  global->SetHandler(handlers<std::uint32_t, v8::IndexedPropertyHandlerConfiguration>(&enumerateIndices));
  return global;
}

}  // namespace vmscope
