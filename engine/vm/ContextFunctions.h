#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope {

class Context;
struct NewContextOptions;

/// `vm.createContext` once its options are read: `object` is undefined, an object, or DONT_CONTEXTIFY. Gives the object
/// that stands for the context; empty where an exception is pending.
v8::MaybeLocal<v8::Object> createContextFor(Lock& lock, v8::Local<v8::Value> object, NewContextOptions options);

/// The context that `object` stands for, or null and an exception: an `object` argument that must be an object, then
/// `contextifiedObject`, which must be a vm.Context.
Context* requireContext(const Lock& lock, v8::Local<v8::Value> object);

/// The functions of the module themselves.
void createContext(const v8::FunctionCallbackInfo<v8::Value>& info);
void isContext(const v8::FunctionCallbackInfo<v8::Value>& info);

}  // namespace vmscope
