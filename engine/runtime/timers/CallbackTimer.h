#pragma once

#include <v8.h>

#include <string>

#include "engine/Lock.h"
#include "engine/Timers.h"

namespace vmscope::runtime {

class Program;

/// Where a timer was set.
struct TimerPlace {
  std::string script;  ///< file name or URL; empty where no script set it
  int line = 0;        ///< from 1
  int column = 0;      ///< from 1
};

/// What a timer of a program does: calls the function of its Timeout or Immediate object.
///
/// On the isolate's thread; shared with the loop's `Timers`, through whose `forEach` others find it.
class CallbackTimer final : public TimerWork {
 public:
  CallbackTimer(Program& program, Lock& lock, TimerKind kind, v8::Local<v8::Object> object);
  ~CallbackTimer() override;

  Ran run() override;
  /// Tells observers that it will not run any more.
  void cancelled();

  /// setTimeout, setInterval or setImmediate.
  const char* name() const;
  v8::Local<v8::Value> function(Lock& lock) const;
  /// Of the context that the function belongs to; 0 where it is none of ours.
  int contextId(Lock& lock) const;
  const TimerPlace& place() const { return place_; }

 private:
  Program& program_;
  TimerKind kind_;
  v8::Global<v8::Object> object_;
  TimerPlace place_;
};

}  // namespace vmscope::runtime
