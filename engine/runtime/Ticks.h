#pragma once

#include <v8.h>

#include <deque>
#include <memory>
#include <vector>

#include "engine/Lock.h"
#include "engine/Timers.h"

namespace vmscope::runtime {

class Program;

/// process.nextTick's queue: callbacks that run before the jobs of the default microtask queue.
///
/// On the isolate's thread; owned by the program.
class Ticks {
 public:
  explicit Ticks(Program& program) : program_(program) {}
  ~Ticks();

  void add(Lock& lock, v8::Local<v8::Function> callback, std::vector<v8::Local<v8::Value>> arguments);
  /// Runs until the queue is empty, what the callbacks add included, or one throws.
  Ran run(Lock& lock);
  /// The next `run` finds nothing: in Node the body of the main ECMAScript module is a job itself, so that the jobs it
  /// adds come before its ticks.
  void letJobsGoFirst() { jobsGoFirst_ = true; }
  void clear();

 private:
  struct Tick {
    v8::Global<v8::Function> callback;
    std::vector<v8::Global<v8::Value>> arguments;
  };

  Ran run(Lock& lock, Tick& tick);

  Program& program_;
  bool jobsGoFirst_ = false;
  std::deque<std::unique_ptr<Tick>> ticks_;  // a tick's address names it to observers
};

}  // namespace vmscope::runtime
