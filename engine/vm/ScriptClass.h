#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope {

/// The class `Script` of the vm module. Its instances hold V8's unbound script in an internal field, so that the
/// garbage collector sees all that a script refers to; nothing of ours owns them.
v8::Local<v8::FunctionTemplate> makeScriptClass(v8::Isolate* isolate);
/// Its constructor in a realm.
v8::MaybeLocal<v8::Function> scriptConstructor(const Lock& lock, v8::Local<v8::Context> context);

/// The functions of the module that compile and run in one step.
void createScript(const v8::FunctionCallbackInfo<v8::Value>& info);
void runInContext(const v8::FunctionCallbackInfo<v8::Value>& info);
void runInNewContext(const v8::FunctionCallbackInfo<v8::Value>& info);
void runInThisContext(const v8::FunctionCallbackInfo<v8::Value>& info);

}  // namespace vmscope
