#pragma once

#include <v8.h>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/Completion.h"
#include "engine/Lock.h"

namespace vmscope {

class Contexts;
class DynamicImport;
class EventLoop;
class Interrupts;
class ForegroundTasks;
class MicrotaskQueue;
class Modules;
class Microtasks;
class Observer;
class Platform;
class Rejections;
class Watchdog;
enum class Ran;

struct IsolateOptions {
  std::size_t heapLimitBytes = 0;                            ///< 0: V8's choice for this machine
  std::size_t arrayBufferQuotaBytes = std::size_t{2} << 30;  ///< see makeArrayBufferAllocator
  const char* mainExtension = nullptr;                       ///< a registered extension of V8 for the main context
};

/// V8's isolate with what makes it run: its event loop, its contexts, its watchdog. One per process, on one thread for
/// life.
///
/// Only `interrupt` and `terminate` may be called from other threads.
class Isolate {
 public:
  Isolate(Platform& platform, const IsolateOptions& options = {});
  ~Isolate();
  Isolate(const Isolate&) = delete;
  Isolate& operator=(const Isolate&) = delete;

  static Isolate& from(v8::Isolate* isolate) { return *static_cast<Isolate*>(isolate->GetData(kSlot)); }

  v8::Isolate* v8() const { return isolate_; }
  const IsolateOptions& options() const { return options_; }
  EventLoop& loop() { return *loop_; }
  Contexts& contexts() { return *contexts_; }
  Watchdog& watchdog() { return *watchdog_; }
  Interrupts& interrupts() { return *interrupts_; }
  Rejections& rejections() { return *rejections_; }
  Microtasks& microtasks() { return *microtasks_; }
  DynamicImport& imports() { return *imports_; }
  Modules& modules() { return *modules_; }
  /// V8's queue that contexts share unless they were created with one of their own.
  MicrotaskQueue& defaultQueue();

  /// Runs `task` on the isolate's thread as soon as it can be: between two JavaScript instructions when JavaScript
  /// runs, else in the loop's next turn. From any thread.
  void interrupt(std::function<void()> task);

  /// Ends the running JavaScript uncatchably, or the next to run. From any thread.
  void terminate(TerminationReason reason);
  /// Makes the isolate usable after a termination and says why it was; re-terminates where an outer deadline has passed
  /// too.
  TerminationReason endTermination();
  /// As `endTermination` but without ending it: why JavaScript was or is about to be terminated.
  TerminationReason terminationReason() const;

  /// A turn of the event loop: what runs between two points where the engine is idle. Opened around each entry into
  /// JavaScript from outside (a script, a timer's callback); when the outermost one closes, `drain` runs, unless it is
  /// left to a later turn.
  class Turn {
   public:
    enum class End { Drain, Leave };
    explicit Turn(Isolate& isolate, End end = End::Drain);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    Isolate& isolate_;
    const End end_;
  };
  bool isInTurn() const { return turnDepth_ > 0; }
  /// The turn that runs has no checkpoint at its end: something threw in it.
  void leaveCheckpoint() { leavesCheckpoint_ = true; }

  /// Until `resumeProgram` nothing that is not a job calls back into programs: no timer, no input or output, none of
  /// V8's own tasks.
  void pauseProgram();
  void resumeProgram();
  /// V8's own tasks that are there run in a coming turn, also while the program is paused: for one that the host waits
  /// for.
  void runTasksSoon();

  /// The checkpoint at the end of a turn: process.nextTick's callbacks and the default queue's jobs until both are
  /// empty, then rejections that nobody handled. A tick that throws ends it, as in Node: a later turn does the rest.
  Ran drain(Lock& lock);
  /// What `drain` runs before each checkpoint of the default queue.
  using RunTicks = std::function<Ran(Lock&)>;
  void onDrain(RunTicks runTicks) { runTicks_ = std::move(runTicks); }

  /// Reports what no JavaScript caught. The handler says whether it dealt with it; observers are told either way.
  void reportException(Lock& lock, v8::Local<v8::Context> context, const Thrown& thrown, std::string_view what);
  /// Tells observers of a handler for a promise whose rejection was reported.
  void reportHandled(Lock& lock, v8::Local<v8::Promise> promise);
  /// Asked before a job's exception is reported, with whether it has dealt with it.
  void onJobThrew(std::function<bool(Lock&, const Thrown&)> handler) { jobThrew_ = std::move(handler); }
  bool offerThrownByJob(Lock& lock, const Thrown& thrown) { return jobThrew_ && jobThrew_(lock, thrown); }
  void onUncaught(std::function<void(Lock&, const Thrown&)> handler) { uncaught_ = std::move(handler); }

  /// Tells the program, once, that it uses something that may change.
  void warnOfExperiment(Lock& lock, const std::string& feature);
  void onWarning(std::function<void(Lock&, std::string_view name, const std::string& message)> handler) {
    warn_ = std::move(handler);
  }

  /// How messages of errors show an object that a program gave: as util.inspect would, where there is one.
  using DescribeObject = std::function<std::string(v8::Local<v8::Object>)>;
  void describeObjectsWith(DescribeObject describe) { describeObject_ = std::move(describe); }
  const DescribeObject& describeObject() const { return describeObject_; }

  void observe(Observer& observer);
  void unobserve(Observer& observer);
  const std::vector<Observer*>& observers() const { return observers_; }

 private:
  static constexpr std::uint32_t kSlot = 0;

  Ran drainQueues(Lock& lock);
  static std::size_t nearHeapLimit(void* self, std::size_t current, std::size_t initial);

  Platform& platform_;
  IsolateOptions options_;
  v8::Isolate* isolate_;
  std::shared_ptr<ForegroundTasks> tasks_;
  std::unique_ptr<EventLoop> loop_;
  std::unique_ptr<Interrupts> interrupts_;
  std::unique_ptr<Watchdog> watchdog_;
  std::unique_ptr<Rejections> rejections_;
  std::unique_ptr<Microtasks> microtasks_;
  std::unique_ptr<Contexts> contexts_;
  std::unique_ptr<DynamicImport> imports_;
  std::unique_ptr<Modules> modules_;
  std::vector<Observer*> observers_;
  RunTicks runTicks_;
  std::function<void(Lock&, const Thrown&)> uncaught_;
  std::function<bool(Lock&, const Thrown&)> jobThrew_;
  DescribeObject describeObject_;
  std::function<void(Lock&, std::string_view, const std::string&)> warn_;
  std::set<std::string> warnedOf_;
  std::atomic<TerminationReason> termination_ = TerminationReason::None;
  int turnDepth_ = 0;
  bool isDraining_ = false;
  bool leavesCheckpoint_ = false;
};

}  // namespace vmscope
