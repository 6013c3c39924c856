#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/microtask/Job.h"

namespace vmscope {

class MicrotaskQueue;

/// How much an observer wants to be told, and pays for.
enum class JobDetail {
  Checkpoints,  ///< checkpoints, held queues and what is stepped: no cost per job
  EachJob,      ///< also each job's coming, start and end: a third of a microsecond a job
};

enum class JobOutcome {
  Ran,         ///< to its end, or until it threw
  Terminated,  ///< was ended from outside
};

/// A run of a job. Times are microseconds of the steady clock.
struct JobRun {
  double startedAt = 0;
  double duration = 0;
  JobOutcome outcome = JobOutcome::Ran;
};

/// A drain of a queue.
struct CheckpointRun {
  std::string_view reason;  ///< "checkpoint", "step", "run to", "drain"
  std::int64_t jobsRun = 0;
  double startedAt = 0;
  double duration = 0;
};

/// Who is told about jobs. Called on the isolate's thread, synchronously, between jobs; must not run JavaScript.
///
/// Registered with `Microtasks::observe`, and outlives that.
class JobObserver {
 public:
  virtual ~JobObserver() = default;

  /// Came into their queues, in this order, with cause and origin as far as these are watched. Only `EachJob`.
  virtual void jobsEnqueued(std::span<const Job> jobs) {}
  /// Of jobs that somebody steps, and with `EachJob` of all.
  virtual void jobStarted(const Job& job, double at) {}
  virtual void jobFinished(const Job& job, const JobRun& run) {}

  /// A script, a timer's callback or the host's work begins and ends: what is not a job. Tasks nest.
  virtual void taskStarted(const JobCause& task, double at) {}
  virtual void taskFinished(const JobCause& task, double startedAt, double duration) {}

  virtual void checkpointStarted(MicrotaskQueue& queue, double at) {}
  virtual void checkpointFinished(MicrotaskQueue& queue, const CheckpointRun& run) {}
  /// The queue was held or released, or has other jobs than before while it is held.
  virtual void heldQueueChanged(MicrotaskQueue& queue) {}
};

}  // namespace vmscope
