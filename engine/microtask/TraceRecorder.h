#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/Observer.h"
#include "engine/microtask/JobObserver.h"
#include "engine/microtask/Trace.h"

namespace vmscope {

class Isolate;

/// Records what happens in an isolate: jobs, checkpoints, tasks and uncaught exceptions by itself, and what others add.
///
/// On the isolate's thread; outlived by the isolate. While it records, each job costs about two microseconds.
class TraceRecorder final : private JobObserver, private Observer {
 public:
  explicit TraceRecorder(Isolate& isolate) : isolate_(isolate) {}
  ~TraceRecorder() override { stop(); }
  TraceRecorder(const TraceRecorder&) = delete;
  TraceRecorder& operator=(const TraceRecorder&) = delete;

  /// Starts a new recording of at most `capacity` rows; the last one is gone.
  void start(std::size_t capacity = Trace::kDefaultCapacity);
  /// Keeps what has been recorded.
  void stop();
  bool isRecording() const { return isRecording_; }
  const Trace& trace() const { return trace_; }

  /// For what jobs do not tell: a module's status, a console line. The time and the cause (what runs now) are added.
  void add(TraceRow row);
  /// Gives a row other words, where it is still kept.
  void reword(std::int64_t index, std::string words) { trace_.reword(index, std::move(words)); }

 private:
  void jobsEnqueued(std::span<const Job> jobs) override;
  void jobStarted(const Job& job, double at) override;
  void jobFinished(const Job& job, const JobRun& run) override;
  void taskStarted(const JobCause& task, double at) override;
  void taskFinished(const JobCause& task, double startedAt, double duration) override;
  void checkpointStarted(MicrotaskQueue& queue, double at) override;
  void checkpointFinished(MicrotaskQueue& queue, const CheckpointRun& run) override;
  void exceptionThrown(Lock& lock, Context& context, const Thrown& thrown, std::string_view what) override;

  std::int64_t record(TraceRow row, double at);
  std::int64_t running() const { return running_.empty() ? -1 : running_.back(); }
  void ended();

  Isolate& isolate_;
  Trace trace_;
  bool isRecording_ = false;
  double startedAt_ = 0;
  std::vector<std::int64_t> running_;  // rows of the jobs and tasks that run, outermost first
  std::unordered_map<JobId, std::int64_t>
      enqueued_;  // rows of jobs that have not started; never more than fit the trace
};

}  // namespace vmscope
