#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope::runtime {

/// What the built-in modules written in JavaScript call: one object per group (`native.module`, `native.process`), each
/// made when it is first read. Programs never see it.
v8::Local<v8::Object> makeNatives(Lock& lock, v8::Local<v8::Context> context);

/// A group defines its functions on `target`.
using DefineGroup = void (*)(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);

void defineErrorNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineImportNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineInspectNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineUtilNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineModuleNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);
void defineProcessNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target);

}  // namespace vmscope::runtime
