#pragma once

#include <v8.h>

#include <map>

#include "engine/Lock.h"

namespace vmscope {

/// ECMA-262 PromiseResolve as `await` uses it: native promises of this realm as they are, everything else resolved into
/// a fresh one. Empty, with an exception pending, where a getter throws.
v8::MaybeLocal<v8::Promise> promiseOf(v8::Local<v8::Context> context, v8::Local<v8::Value> value);

v8::MaybeLocal<v8::Promise> resolvedPromise(v8::Local<v8::Context> context, v8::Local<v8::Value> value);
v8::MaybeLocal<v8::Promise> rejectedPromise(v8::Local<v8::Context> context, v8::Local<v8::Value> reason);

/// Functions that V8 calls when a promise settles, each with an object at hand: it is `this` in the callback.
///
/// A native function costs V8 a template, so there is one per callback, and what is handed out is bound to the object.
/// Owned by `Modules`.
class Reactions {
 public:
  explicit Reactions(Lock& lock);

  /// `callback` with `data` as its receiver, in the main realm.
  v8::MaybeLocal<v8::Function> make(const Lock& lock, v8::FunctionCallback callback, v8::Local<v8::Object> data);

  /// `callback` without a receiver; the same function each time.
  v8::MaybeLocal<v8::Function> unbound(const Lock& lock, v8::FunctionCallback callback);

 private:
  v8::Global<v8::Function> bind_;  // Function.prototype.bind, as it was before any program ran
  std::map<v8::FunctionCallback, v8::Global<v8::Function>> natives_;
};

}  // namespace vmscope
