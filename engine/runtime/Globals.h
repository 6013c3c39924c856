#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope::runtime {

/// Defines what a program expects on the global object of the main context beside ECMAScript's own: console, process,
/// timers, URL ... Each is made when it is first read, so that a program pays for what it uses.
void installGlobals(Lock& lock, v8::Local<v8::Context> context);

/// Defines what a person who types into the context has beside that, as in Node's prompt: `require`, `module` and each
/// built-in module by its name, made when it is first read.
void installPrompt(Lock& lock, v8::Local<v8::Context> context);

/// Node's error for a rejection whose reason is not an error.
v8::Local<v8::Value> unhandledRejectionError(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> reason);

}  // namespace vmscope::runtime
