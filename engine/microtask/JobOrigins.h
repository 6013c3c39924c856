#pragma once

#include <v8.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/microtask/CallStacks.h"
#include "engine/microtask/Job.h"
#include "engine/microtask/JobRanges.h"
#include "engine/microtask/QueueProbe.h"

namespace vmscope {

class MicrotaskQueue;

/// How much of the stack that enqueues a job is kept.
enum class OriginLevel { None, Top, Full };

/// Who enqueued a job: the script, timer or job that ran then, and, while somebody asks for it, the stack.
///
/// A job's cause needs no hook: whatever is new in a queue when an activity ends was enqueued by it. A stack needs V8's
/// promise hook, which is installed only while somebody watches at a level above `None`, and costs half a microsecond
/// an await. V8 remembers for good that an isolate once had a hook: its optimizing compiler then leaves entering and
/// leaving async functions to built-ins, some 8 ns a call; awaits and reactions are as fast as before. Unwatched, an
/// activity costs a test. On the isolate's thread.
class JobOrigins {
 public:
  /// Who hears of what is found out.
  class Listener {
   public:
    virtual ~Listener() = default;
    /// Jobs are new in `queue`: those with the numbers from `first` on.
    virtual void arrived(MicrotaskQueue& queue, std::int64_t first) = 0;
    /// An activity that is no job begins, and ends.
    virtual double entered(const JobCause& task) = 0;
    virtual void left(const JobCause& task, double startedAt) = 0;
  };

  JobOrigins(v8::Isolate* isolate, QueueProbe& probe, const std::vector<MicrotaskQueue*>& queues, Listener& listener);
  ~JobOrigins();
  JobOrigins(const JobOrigins&) = delete;
  JobOrigins& operator=(const JobOrigins&) = delete;

  void setWatching(bool isWatching);
  bool isWatching() const { return isWatching_; }
  void setLevel(OriginLevel level);
  OriginLevel level() const { return level_; }

  /// What runs while this object lives, and so is the cause of the jobs that come meanwhile. Activities nest; without
  /// one it is the host. Of the kind `Unknown` it leaves the cause open.
  class Activity {
   public:
    Activity(JobOrigins& origins, const JobCause& cause);
    /// `name` gives the cause's name, and is asked for it only while somebody watches.
    Activity(JobOrigins& origins, JobCause::Kind kind, const std::function<std::string()>& name);
    ~Activity();
    Activity(const Activity&) = delete;
    Activity& operator=(const Activity&) = delete;

   private:
    void enter(JobCause cause);

    JobOrigins* origins_;  // null while nobody watches
    std::shared_ptr<const JobCause> cause_;
    double startedAt_ = 0;
  };

  /// Attributes what is new in the queues to what runs now. To be called before something else begins to run.
  void settle();
  /// As `settle` where it is known that the next job comes from here: queueMicrotask.
  void aboutToEnqueue();
  /// Adds cause and origin.
  void complete(std::span<Job> jobs);
  void forget(MicrotaskQueue& queue);

 private:
  using Stack = std::shared_ptr<const CreationStack>;
  struct Known {
    std::int64_t next = 0;  ///< the number of the next job that comes
    JobRanges<std::shared_ptr<const JobCause>> causes;
    JobRanges<Stack> stacks;
  };

  static void promiseHook(v8::PromiseHookType type, v8::Local<v8::Promise> promise, v8::Local<v8::Value> parent);
  void installHook();
  void captureStack();
  void settle(MicrotaskQueue& queue, Known& known);

  v8::Isolate* isolate_;
  QueueProbe& probe_;
  const std::vector<MicrotaskQueue*>& queues_;
  Listener& listener_;
  bool isWatching_ = false;
  bool isHooked_ = false;
  OriginLevel level_ = OriginLevel::None;
  std::vector<std::shared_ptr<const JobCause>> activities_;
  std::shared_ptr<const JobCause> host_ =
      std::make_shared<JobCause>(JobCause{.kind = JobCause::Kind::Host, .name = {}});
  std::unique_ptr<CallStacks> stacks_;  // while there is a hook
  Stack stack_;
  std::map<const MicrotaskQueue*, Known> known_;
};

}  // namespace vmscope
