#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <variant>

#include "engine/Observer.h"
#include "engine/microtask/JobObserver.h"
#include "inspector/protocol/Microtasks.h"

namespace vmscope {

class Isolate;
class Target;

/// Watches the queues for the sessions that want to see them. While JavaScript runs it reports at most every 16 ms,
/// what is newest; what happens to a held queue is reported at once. Isolate's thread; it exists only while somebody
/// watches, since watching costs time.
class QueueReporter : private JobObserver, private Observer {
 public:
  using Send = std::function<void(const std::string&)>;

  QueueReporter(Target& target, Send send);
  ~QueueReporter() override;

  /// Of which jobs it tells, and whether it follows each of them.
  void watch(protocol::microtasks::EnableParams::Jobs jobs);

 private:
  void jobsEnqueued(std::span<const Job> jobs) override;
  void jobStarted(const Job& job, double at) override;
  void jobFinished(const Job& job, const JobRun& run) override;
  void checkpointFinished(MicrotaskQueue& queue, const CheckpointRun& run) override;
  void heldQueueChanged(MicrotaskQueue& queue) override;
  void turnEnded() override;
  void asyncTaskScheduled(std::string_view name, void* task, bool isRecurring) override;
  void asyncTaskFinished(void* task) override;
  void asyncTaskCanceled(void* task) override;

  // What happened, in the engine's words: those of the protocol are found only for what is told.
  struct Started {
    Job job;
    double at;
  };
  using Happening =
      std::variant<Started, protocol::microtasks::JobFinishedEvent, protocol::microtasks::CheckpointEvent>;

  bool isTold() const;
  void keep(Happening happening);
  std::string eventText(const Happening& happening) const;
  void flushWhenDue();
  void flushLater();
  void flush();

  Target& target_;
  Isolate& isolate_;
  const Send send_;
  protocol::microtasks::EnableParams::Jobs jobs_ = protocol::microtasks::EnableParams::Jobs::Stepped;
  std::deque<Happening> happened_;  // the newest
  std::set<int> changed_;           // queues
  bool haveTimersChanged_ = false;
  std::chrono::steady_clock::time_point flushed_;
  std::uint64_t timer_ = 0;
};

}  // namespace vmscope
