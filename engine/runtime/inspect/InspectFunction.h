#pragma once

#include <v8.h>

#include "engine/Lock.h"
#include "engine/runtime/inspect/Inspect.h"

namespace vmscope::runtime {

/// Symbol.for('nodejs.util.inspect.custom').
v8::Local<v8::Symbol> customInspectSymbol(v8::Isolate* isolate);

/// util.inspect of the context: always the same function.
v8::Local<v8::Function> inspectFunction(Lock& lock, v8::Local<v8::Context> context);

/// What a custom inspection function is given as its options.
v8::Local<v8::Object> optionsObject(Lock& lock, v8::Local<v8::Context> context, const InspectOptions& options,
                                    v8::Local<v8::Value> depth);

/// Changes `options` to what `given` says. False, with an exception pending, where reading it threw.
bool readInspectOptions(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> given,
                        InspectOptions& options);

/// All options by name, for util.inspect.defaultOptions.
v8::Local<v8::Object> inspectOptionsObject(Lock& lock, v8::Local<v8::Context> context, const InspectOptions& options);

/// util.inspect.defaultOptions, which programs may change.
InspectOptions& defaultInspectOptions(Lock& lock);

}  // namespace vmscope::runtime
