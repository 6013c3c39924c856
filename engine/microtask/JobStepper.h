#pragma once

#include <v8.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/Completion.h"
#include "engine/microtask/Job.h"
#include "engine/microtask/JobObserver.h"

namespace vmscope {

class Isolate;
class Lock;
class MicrotaskQueue;
class Microtasks;

/// Why a step is not possible now, for a person to read.
struct StepRefusal {
  std::string reason;
};

/// What a step did.
struct Stepped {
  std::optional<Job> job;  ///< the one that ran; nothing when none waited
  TerminationReason termination = TerminationReason::None;
};

/// What a run of several steps did.
struct SteppedRun {
  std::int64_t jobsRun = 0;
  TerminationReason termination = TerminationReason::None;
};

/// Runs the jobs of a queue one by one.
///
/// A step takes the head out of its queue and runs it alone on a queue of the stepper's own, with V8's ordinary
/// checkpoint: what the job enqueues goes where it always goes, the stack is empty between steps, and breakpoints and
/// terminations work as ever. A termination loses that one job. Two things differ from an ordinary checkpoint: objects
/// that V8 keeps alive for the duration of a job (WeakRef.prototype.deref) are let go after each step, and V8's
/// completed-callbacks of the queue come when the queue is empty.
///
/// On the isolate's thread, and never while JavaScript runs.
class JobStepper {
 public:
  JobStepper(Isolate& isolate, Microtasks& microtasks);
  ~JobStepper();
  JobStepper(const JobStepper&) = delete;
  JobStepper& operator=(const JobStepper&) = delete;

  /// A held queue keeps its jobs at checkpoints. While the default queue does, timers and immediates, input and output,
  /// process.nextTick's callbacks and reports of rejections wait too, so that the program's order stays what it is.
  /// (The end of a run in a context with a queue of its own waits for nothing.) Releasing a queue makes up for the
  /// checkpoints that it missed, in a turn to come.
  void hold(MicrotaskQueue& queue, bool isHeld);

  std::variant<Stepped, StepRefusal> step(MicrotaskQueue& queue);
  /// Steps the queue that the engine would drain next.
  std::variant<Stepped, StepRefusal> step();
  /// Steps the job's queue until the job is at its head.
  std::variant<SteppedRun, StepRefusal> runTo(JobId job);
  /// Steps until the queue is empty, jobs included that come meanwhile.
  std::variant<SteppedRun, StepRefusal> drain(MicrotaskQueue& queue);

  /// The queue that the engine would drain next: the one whose checkpoint has been due for longest, else the first that
  /// has jobs. Null when nothing waits.
  MicrotaskQueue* next();

  /// Whether somebody's step, run or drain is on the stack.
  bool isStepping() const { return stepping_ > 0; }
  /// The job of this queue that runs one by one now, if any.
  std::optional<Job> running(const MicrotaskQueue& queue) const;

  /// A checkpoint while each job is observed: runs like V8's own, a termination included, which drops the rest.
  std::int64_t checkpoint(Lock& lock, MicrotaskQueue& queue);

 private:
  void run(Lock& lock, MicrotaskQueue& queue, const Job& job);
  v8::MicrotaskQueue& scratch();
  std::optional<StepRefusal> refusal(MicrotaskQueue& queue) const;
  template <class Until>
  std::variant<SteppedRun, StepRefusal> runUntil(MicrotaskQueue& queue, std::string_view reason, Until until);
  template <class Until>
  SteppedRun runInTurn(MicrotaskQueue& queue, std::string_view reason, Until until);
  void finish(Lock& lock, MicrotaskQueue& queue);
  void makeUp(MicrotaskQueue& queue);

  Isolate& isolate_;
  Microtasks& microtasks_;
  std::vector<std::unique_ptr<v8::MicrotaskQueue>> scratches_;  // one for each depth of nesting
  std::vector<const Job*> running_;                             // one for each depth of nesting
  int stepping_ = 0;
};

}  // namespace vmscope
