#include "engine/vm/ContextInterceptors.h"

#include <string>

#include "engine/Isolate.h"
#include "engine/Lock.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

using v8::Intercepted;
using v8::PropertyCallbackInfo;

/// The two objects behind a contextified global, for one interception.
template <typename Result>
class Realm {
 public:
  explicit Realm(const PropertyCallbackInfo<Result>& info) : info_(info) {}

  /// While V8 still makes a context, its global is left alone.
  bool isConnected() const { return !contexts().isMaking(); }
  v8::Local<v8::Object> sandbox() const { return info_.Data().template As<v8::Object>(); }
  /// The holder rather than `this`: an object of any realm may inherit from the global.
  v8::Local<v8::Object> global() const { return info_.HolderV2(); }
  v8::Isolate* isolate() const { return info_.GetIsolate(); }
  Contexts& contexts() const { return Isolate::from(isolate()).contexts(); }
  /// `x = 1` comes without a receiver of its own; `this.x = 1` and the outside come with the global proxy.
  bool isContextual() const { return info_.This() == info_.Holder(); }
  /// `Reflect.set(globalThis, 'x', 1, other)`.
  bool isForOtherReceiver() const { return !isContextual() && info_.This() != global(); }
  /// The current context serves: it decides only in which realm V8's own errors are made.
  v8::Local<v8::Context> context() const {
    if (context_.IsEmpty()) context_ = isolate()->GetCurrentContext();
    return context_;
  }

 private:
  const PropertyCallbackInfo<Result>& info_;
  mutable v8::Local<v8::Context> context_;
};

struct Attributes {
  bool isDeclared = false;
  v8::PropertyAttribute bits = v8::None;

  bool isReadOnly() const { return (bits & v8::ReadOnly) != 0; }
  bool isPermanent() const { return (bits & v8::DontDelete) != 0; }
};

Attributes attributesOf(v8::Local<v8::Context> context, v8::Local<v8::Object> object, v8::Local<v8::Name> key) {
  Attributes found;
  found.isDeclared = object->GetRealNamedPropertyAttributes(context, key).To(&found.bits);
  return found;
}

Intercepted get(const Realm<v8::Value>& realm, v8::Local<v8::Name> key, const PropertyCallbackInfo<v8::Value>& info) {
  v8::Local<v8::Value> value;
  if (!realm.sandbox()->GetRealNamedProperty(realm.context(), key).ToLocal(&value)) {
    // Nothing was found: V8 goes on to the global itself. Or a getter threw.
    return info.GetIsolate()->HasPendingException() ? Intercepted::kYes : Intercepted::kNo;
  }
  // A sandbox that holds itself (`sandbox.self = sandbox`) gives the inside its global.
  if (value == realm.sandbox()) value = realm.global();
  info.GetReturnValue().Set(value);
  return Intercepted::kYes;
}

// Whether the global itself refuses the write. Only built-ins do until some inside has defined something read-only, so
// that most writes need not ask.
bool isReadOnlyOnGlobal(const Realm<void>& realm, v8::Local<v8::Name> key) {
  const Contexts& contexts = realm.contexts();
  const bool mayBe = contexts.mayHaveReadOnlyGlobals() || contexts.isReadOnlyBuiltIn(key);
  return mayBe && attributesOf(realm.context(), realm.global(), key).isReadOnly();
}

// Strict code must get its ReferenceError from V8 for a name that is declared nowhere; only a function declaration may
// come this way and create. Symbols that neither side knows stay on the global.
bool isLeftToGlobal(const Realm<void>& realm, v8::Local<v8::Name> key, v8::Local<v8::Value> value,
                    const PropertyCallbackInfo<void>& info) {
  const bool mustBeDeclared =
      key->IsSymbol() || (realm.isContextual() && info.ShouldThrowOnError() && !value->IsFunction());
  if (!mustBeDeclared) return false;
  return !attributesOf(realm.context(), realm.sandbox(), key).isDeclared &&
         !attributesOf(realm.context(), realm.global(), key).isDeclared;
}

// Whether asking the sandbox for its own property may call an accessor or a trap.
bool mayRunCode(const Realm<void>& realm, v8::Local<v8::Name> key) {
  return realm.sandbox()->IsProxy() ||
         realm.sandbox()->HasRealNamedCallbackProperty(realm.context(), key).FromMaybe(false);
}

// Whether the sandbox itself holds an accessor, which then has had the value, rather than a data property.
bool isOwnAccessor(const Realm<void>& realm, v8::Local<v8::Name> key) {
  if (!mayRunCode(realm, key)) return false;
  const auto context = realm.context();
  v8::Local<v8::Value> descriptor;
  if (!realm.sandbox()->GetOwnPropertyDescriptor(context, key).ToLocal(&descriptor) || !descriptor->IsObject())
    return false;
  const auto get = v8::String::NewFromUtf8Literal(realm.isolate(), "get", v8::NewStringType::kInternalized);
  return descriptor.As<v8::Object>()->HasOwnProperty(context, get).FromMaybe(false);
}

// A proxy is asked about the property first, which its traps may see.
bool isReadOnlyOnProxy(const Realm<void>& realm, v8::Local<v8::Name> key) {
  return realm.sandbox()->IsProxy() && attributesOf(realm.context(), realm.sandbox(), key).isReadOnly();
}

// A read-only property of the sandbox needs no question: storing leaves it as it is.
Intercepted set(const Realm<void>& realm, v8::Local<v8::Name> key, v8::Local<v8::Value> value,
                const PropertyCallbackInfo<void>& info) {
  if (realm.isForOtherReceiver()) return Intercepted::kNo;
  if (isReadOnlyOnGlobal(realm, key) || isReadOnlyOnProxy(realm, key)) return Intercepted::kNo;
  if (isLeftToGlobal(realm, key, value, info)) return Intercepted::kNo;
  if (realm.sandbox()->Set(realm.context(), key, value).IsNothing()) return Intercepted::kYes;
  return isOwnAccessor(realm, key) ? Intercepted::kYes : Intercepted::kNo;
}

// A proxy has no real properties; its trap tells.
bool hasOwn(v8::Local<v8::Context> context, v8::Local<v8::Object> object, v8::Local<v8::Name> key) {
  const auto found =
      object->IsProxy() ? object->HasOwnProperty(context, key) : object->HasRealNamedProperty(context, key);
  return found.FromMaybe(false);
}

// `in` and hasOwn see own properties of the sandbox and whatever the global has, not the sandbox's prototypes.
Intercepted query(const Realm<v8::Integer>& realm, v8::Local<v8::Name> key,
                  const PropertyCallbackInfo<v8::Integer>& info) {
  const auto context = realm.context();
  for (const auto object : {realm.sandbox(), realm.global()}) {
    if (!hasOwn(context, object, key)) continue;
    const Attributes found = attributesOf(context, object, key);
    if (!found.isDeclared) return Intercepted::kNo;
    info.GetReturnValue().Set(static_cast<int>(found.bits));
    return Intercepted::kYes;
  }
  return Intercepted::kNo;
}

// V8 leaves what strict code throws to the interceptor.
void throwCannotDelete(const Realm<v8::Boolean>& realm, v8::Local<v8::Name> key) {
  const Lock lock(Isolate::from(realm.isolate()));
  const auto description = key->IsSymbol() ? key.As<v8::Symbol>()->Description(lock.v8()) : key.As<v8::Value>();
  const std::string name = lock.text(description);
  const std::string shown = key->IsSymbol() ? "Symbol(" + name + ")" : name;
  lock.v8()->ThrowException(v8::Exception::TypeError(lock.string(
      "Cannot delete property '" + shown + "' of #<" + lock.text(realm.sandbox()->GetConstructorName()) + ">")));
}

Intercepted remove(const Realm<v8::Boolean>& realm, v8::Local<v8::Name> key,
                   const PropertyCallbackInfo<v8::Boolean>& info) {
  const v8::Maybe<bool> removed = realm.sandbox()->Delete(realm.context(), key);
  if (removed.FromMaybe(false)) return Intercepted::kNo;  // now from the global, too
  if (removed.IsJust() && info.ShouldThrowOnError()) throwCannotDelete(realm, key);
  info.GetReturnValue().Set(false);
  return Intercepted::kYes;
}

Intercepted describe(const Realm<v8::Value>& realm, v8::Local<v8::Name> key,
                     const PropertyCallbackInfo<v8::Value>& info) {
  const auto context = realm.context();
  if (!realm.sandbox()->HasOwnProperty(context, key).FromMaybe(false)) return Intercepted::kNo;
  v8::Local<v8::Value> descriptor;
  if (!realm.sandbox()->GetOwnPropertyDescriptor(context, key).ToLocal(&descriptor)) return Intercepted::kNo;
  info.GetReturnValue().Set(descriptor);
  return Intercepted::kYes;
}

void defineOnSandbox(const Realm<void>& realm, v8::Local<v8::Name> key, const v8::PropertyDescriptor& given,
                     v8::PropertyDescriptor& descriptor) {
  if (given.has_enumerable()) descriptor.set_enumerable(given.enumerable());
  if (given.has_configurable()) descriptor.set_configurable(given.configurable());
  realm.sandbox()->DefineProperty(realm.context(), key, descriptor).FromMaybe(false);
}

// V8 adds what an assignment creates by a definition `{ value }`, after `set` has stored it in the sandbox.
bool isStoreOf(const Realm<void>& realm, v8::Local<v8::Name> key, v8::Local<v8::Value> value) {
  if (mayRunCode(realm, key)) return false;
  v8::Local<v8::Value> stored;
  return realm.sandbox()->GetRealNamedProperty(realm.context(), key).ToLocal(&stored) && stored->StrictEquals(value);
}

// Whether the definition leaves the global with a property that cannot be written: one without `writable` keeps what
// there is, and makes a new one read-only.
bool becomesReadOnly(const Realm<void>& realm, v8::Local<v8::Name> key, const v8::PropertyDescriptor& given) {
  if (given.has_writable()) return !given.writable();
  if (realm.global()->HasRealNamedProperty(realm.context(), key).FromMaybe(false)) return false;
  return !given.has_value() || !isStoreOf(realm, key, given.value());
}

// V8's descriptors cannot be copied, so the three forms are spelled out.
Intercepted define(const Realm<void>& realm, v8::Local<v8::Name> key, const v8::PropertyDescriptor& given,
                   const PropertyCallbackInfo<void>& info) {
  const Attributes onGlobal = attributesOf(realm.context(), realm.global(), key);
  if (onGlobal.isDeclared && onGlobal.isReadOnly() && onGlobal.isPermanent()) return Intercepted::kNo;

  const v8::Local<v8::Value> undefined = v8::Undefined(info.GetIsolate());
  if (given.has_get() || given.has_set()) {
    v8::PropertyDescriptor accessor(given.has_get() ? given.get() : undefined,
                                    given.has_set() ? given.set() : undefined);
    defineOnSandbox(realm, key, given, accessor);
    return Intercepted::kNo;
  }
  if (becomesReadOnly(realm, key, given)) realm.contexts().noteReadOnlyGlobal();
  const auto value = given.has_value() ? given.value() : undefined;
  if (given.has_writable()) {
    v8::PropertyDescriptor data(value, given.writable());
    defineOnSandbox(realm, key, given, data);
  } else {
    v8::PropertyDescriptor data(value);
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
  const Realm realm(info);
  if (!realm.isConnected()) return Intercepted::kNo;
  return implementation(realm, nameOf(info.GetIsolate(), key), extra..., info);
}

// All own keys but indices, enumerable or not, symbols too: V8 asks `query` about each.
void enumerateNames(const PropertyCallbackInfo<v8::Array>& info) {
  const Realm realm(info);
  if (!realm.isConnected()) return;
  v8::Local<v8::Array> names;
  const bool isGiven = realm.sandbox()
                           ->GetPropertyNames(realm.context(), v8::KeyCollectionMode::kOwnOnly, v8::ALL_PROPERTIES,
                                              v8::IndexFilter::kSkipIndices)
                           .ToLocal(&names);
  if (isGiven) info.GetReturnValue().Set(names);
}

void enumerateIndices(const PropertyCallbackInfo<v8::Array>& info) {
  const Realm realm(info);
  if (!realm.isConnected()) return;
  v8::Local<v8::Array> keys;
  const bool isGiven = realm.sandbox()
                           ->GetPropertyNames(realm.context(), v8::KeyCollectionMode::kOwnOnly, v8::SKIP_SYMBOLS,
                                              v8::IndexFilter::kIncludeIndices)
                           .ToLocal(&keys);
  if (!isGiven) return;
  v8::LocalVector<v8::Value> indices(info.GetIsolate());
  for (std::uint32_t i = 0; i < keys->Length(); ++i) {
    v8::Local<v8::Value> key;
    if (!keys->Get(realm.context(), i).ToLocal(&key)) return;
    if (key->IsNumber()) indices.push_back(key);
  }
  info.GetReturnValue().Set(v8::Array::New(info.GetIsolate(), indices.data(), indices.size()));
}

template <typename Key, typename Configuration>
Configuration handlers(v8::IndexedPropertyEnumeratorCallback enumerate, v8::Local<v8::Object> sandbox) {
  using v8::Local;
  using v8::Value;
  return Configuration(&intercept<&get, Key, Value>, &intercept<&set, Key, void, Local<Value>>,
                       &intercept<&query, Key, v8::Integer>, &intercept<&remove, Key, v8::Boolean>, enumerate,
                       &intercept<&define, Key, void, const v8::PropertyDescriptor&>, &intercept<&describe, Key, Value>,
                       sandbox, v8::PropertyHandlerFlags::kHasNoSideEffect);
}

}  // namespace

v8::Local<v8::ObjectTemplate> makeContextifiedGlobal(v8::Isolate* isolate, v8::Local<v8::Object> sandbox) {
  const auto global = v8::FunctionTemplate::New(isolate)->InstanceTemplate();
  global->SetHandler(handlers<v8::Local<v8::Name>, v8::NamedPropertyHandlerConfiguration>(&enumerateNames, sandbox));
  global->SetHandler(handlers<std::uint32_t, v8::IndexedPropertyHandlerConfiguration>(&enumerateIndices, sandbox));
  return global;
}

}  // namespace vmscope
