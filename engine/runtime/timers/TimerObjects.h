#pragma once

#include <v8.h>

#include <vector>

#include "engine/Lock.h"

namespace vmscope::runtime {

/// The classes of what timer functions return. Owned by the program.
struct TimerClasses {
  explicit TimerClasses(Lock& lock);

  v8::Global<v8::FunctionTemplate> timeout;
  v8::Global<v8::FunctionTemplate> immediate;
};

/// `node:timers`: setTimeout, setInterval, setImmediate and their clear functions. They are the main context's, and
/// plain: they may be passed into other contexts.
v8::Local<v8::Object> makeTimersModule(Lock& lock, v8::Local<v8::Context> context);

/// What a Timeout or Immediate calls its function with.
std::vector<v8::Local<v8::Value>> timerArguments(Lock& lock, v8::Local<v8::Context> context,
                                                 v8::Local<v8::Object> object);
void markDestroyed(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> object);

}  // namespace vmscope::runtime
