#pragma once

#include <v8.h>

#include <memory>

#include "engine/Lock.h"
#include "engine/Timers.h"
#include "engine/microtask/Job.h"

namespace vmscope::runtime {

class Program;

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
  /// Where it was set: the frame of the program that did; empty where no script did.
  const CreationStack& origin() const { return *origin_; }

 private:
  Program& program_;
  TimerKind kind_;
  v8::Global<v8::Object> object_;
  std::shared_ptr<const CreationStack> origin_;
};

}  // namespace vmscope::runtime
