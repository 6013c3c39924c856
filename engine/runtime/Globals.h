#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope::runtime {

/// Defines what a program expects on the global object of the main context beside ECMAScript's own: console, process,
/// timers, URL ... Each is made when it is first read, so that a program pays for what it uses.
void installGlobals(Lock& lock, v8::Local<v8::Context> context);

/// Node's error for a rejection whose reason is not an error.
v8::Local<v8::Value> unhandledRejectionError(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> reason);

}  // namespace vmscope::runtime
