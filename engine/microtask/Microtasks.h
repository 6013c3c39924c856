#pragma once

#include <v8.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/Observer.h"
#include "engine/microtask/Job.h"
#include "engine/microtask/JobObserver.h"
#include "engine/microtask/JobOrigins.h"
#include "engine/microtask/JobStepper.h"
#include "engine/microtask/QueueProbe.h"

namespace vmscope {

class Isolate;
class Lock;
class InferredQueues;
class MicrotaskQueue;

/// A part of a queue as it is now, for those who show it.
struct QueueView {
  int queueId = 0;
  bool isHeld = false;
  bool isExact = true;
  std::string inexactBecause;  ///< why the jobs are only inferred from promise hooks
  std::optional<Job> running;  ///< known while each job is watched, and while one is stepped
  JobPage page;
};

/// The microtask queues of an isolate, and who watches them: every checkpoint of the engine passes here.
///
/// Unwatched, a checkpoint is V8's own and nothing else happens. On the isolate's thread, owned by the isolate; reading
/// is possible while JavaScript runs (from an interrupt), stepping is not.
class Microtasks final : private JobOrigins::Listener, private Observer {
 public:
  explicit Microtasks(Isolate& isolate);
  ~Microtasks();
  Microtasks(const Microtasks&) = delete;
  Microtasks& operator=(const Microtasks&) = delete;

  QueueProbe& probe() { return probe_; }
  JobOrigins& origins() { return origins_; }
  JobStepper& stepper() { return stepper_; }
  /// What stands in for the probe while somebody watches queues that cannot be read; else null.
  InferredQueues* inferred() { return inferred_.get(); }

  /// All queues, the default one first.
  const std::vector<MicrotaskQueue*>& queues() const { return queues_; }
  /// Null where there is none with this id any more.
  MicrotaskQueue* find(int queueId) const;

  /// Who is told from here on; observing again changes the detail.
  void observe(JobObserver& observer, JobDetail detail);
  void unobserve(JobObserver& observer);

  /// At most `count` jobs from index `from` on: 10,000 take about a millisecond.
  QueueView view(MicrotaskQueue& queue, std::int64_t from, std::int64_t count);
  std::optional<Job> head(MicrotaskQueue& queue);

  /// False where it is known to be empty.
  bool mayHaveJobs(MicrotaskQueue& queue);
  /// Whether jobs wait that a checkpoint would have run if the queue were not held.
  bool isHeldBack(MicrotaskQueue& queue);

  /// What `MicrotaskQueue::checkpoint` does where the queue is not held.
  void checkpoint(Lock& lock, MicrotaskQueue& queue);

 private:
  friend class JobStepper;
  friend class MicrotaskQueue;
  struct Watcher {
    JobObserver* observer;
    JobDetail detail;
  };
  /// Numbers the moments at which held queues miss a checkpoint.
  std::uint64_t nextDue() { return ++lastDue_; }
  void heldBack(MicrotaskQueue& queue);
  /// Timers, immediates, input and output wait as long as the default queue keeps jobs that should run before them.
  void holdUpTasks();
  struct Begun {
    std::string_view reason;
    double at = 0;
  };

  void add(MicrotaskQueue& queue);
  void remove(MicrotaskQueue& queue);
  void arrived(MicrotaskQueue& queue, std::int64_t first) override;
  double entered(const JobCause& task) override;
  void left(const JobCause& task, double startedAt) override;
  void asyncTaskScheduled(std::string_view name, void* task, bool isRecurring) override;
  void asyncTaskStarted(void* task) override;
  void asyncTaskFinished(void* task) override;
  void asyncTaskCanceled(void* task) override;
  void noteDetail();

  Begun beginCheckpoint(MicrotaskQueue& queue, std::string_view reason);
  void endCheckpoint(MicrotaskQueue& queue, const Begun& begun, std::int64_t jobsRun);
  double tellStarted(const Job& job);
  void tellFinished(const Job& job, double startedAt, bool isTerminated);
  void tellHeldQueueChanged(MicrotaskQueue& queue);
  /// Whether jobs are run one by one for `watcher`, or for whoever steps them.
  bool isTold(const Watcher& watcher) const;

  Isolate& isolate_;
  std::vector<MicrotaskQueue*> queues_;
  std::vector<Watcher> watchers_;
  bool isWatchingEach_ = false;
  bool isHoldingUpTasks_ = false;
  std::uint64_t lastDue_ = 0;
  struct Task {
    std::string name;
    bool isRecurring = false;
  };
  std::unordered_map<void*, Task> scheduled_;
  std::vector<std::pair<void*, std::unique_ptr<JobOrigins::Activity>>> tasks_;
  // Jobs that were described when they came and have not run, by queue; while each job is watched.
  std::unordered_map<int, std::deque<Job>> described_;
  QueueProbe probe_;
  JobOrigins origins_;
  JobStepper stepper_;
  std::unique_ptr<InferredQueues> inferred_;
};

/// Microseconds of the steady clock, as all times of jobs.
double microsecondsNow();

}  // namespace vmscope
