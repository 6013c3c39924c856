#pragma once

#include <v8.h>

namespace vmscope {

/// ECMA-262 PromiseResolve as `await` uses it: native promises of this realm as they are, everything else resolved into
/// a fresh one. Empty, with an exception pending, where a getter throws.
v8::MaybeLocal<v8::Promise> promiseOf(v8::Local<v8::Context> context, v8::Local<v8::Value> value);

v8::MaybeLocal<v8::Promise> resolvedPromise(v8::Local<v8::Context> context, v8::Local<v8::Value> value);
v8::MaybeLocal<v8::Promise> rejectedPromise(v8::Local<v8::Context> context, v8::Local<v8::Value> reason);

/// A function that V8 calls as a reaction, with `data` at hand.
v8::MaybeLocal<v8::Function> reaction(v8::Local<v8::Context> context, v8::FunctionCallback callback,
                                      v8::Local<v8::Value> data);

}  // namespace vmscope
