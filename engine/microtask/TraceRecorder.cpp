#include "engine/microtask/TraceRecorder.h"

#include <utility>

#include "engine/Completion.h"
#include "engine/Isolate.h"
#include "engine/Lock.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/vm/Context.h"

namespace vmscope {

using Kind = TraceRow::Kind;

namespace {

TraceRow rowOf(Kind kind, const Job& job) {
  TraceRow row;
  row.kind = kind;
  row.queueId = job.queueId;
  row.contextId = job.contextId;
  row.jobId = job.id;
  row.jobKind = job.kind;
  row.handler = job.handler;
  return row;
}

TraceRow rowOf(Kind kind, const JobCause& task) {
  TraceRow row;
  row.kind = kind;
  row.words = task.name;
  return row;
}

TraceRow rowOf(Kind kind, MicrotaskQueue& queue, std::string words) {
  TraceRow row;
  row.kind = kind;
  row.queueId = queue.id();
  row.words = std::move(words);
  return row;
}

}  // namespace

void TraceRecorder::start(std::size_t capacity) {
  stop();
  trace_ = Trace(capacity);
  running_.clear();
  enqueued_.clear();
  startedAt_ = microsecondsNow();
  isRecording_ = true;
  isolate_.microtasks().observe(*this, JobDetail::EachJob);
  isolate_.observe(*this);
}

void TraceRecorder::stop() {
  if (!isRecording_) return;
  isRecording_ = false;
  isolate_.unobserve(*this);
  isolate_.microtasks().unobserve(*this);
}

void TraceRecorder::add(TraceRow row) {
  if (!isRecording_) return;
  row.causeIndex = running();
  record(std::move(row), microsecondsNow());
}

std::int64_t TraceRecorder::record(TraceRow row, double at) {
  row.at = at - startedAt_;
  if (const TraceRow* dropped = trace_.next() - trace_.first() == static_cast<std::int64_t>(trace_.capacity())
                                    ? trace_.find(trace_.first())
                                    : nullptr;
      dropped && dropped->kind == Kind::Enqueue) {
    enqueued_.erase(dropped->jobId);
  }
  return trace_.add(std::move(row));
}

void TraceRecorder::jobsEnqueued(std::span<const Job> jobs) {
  const double at = microsecondsNow();
  for (const Job& job : jobs) {
    TraceRow row = rowOf(Kind::Enqueue, job);
    row.causeIndex = running();
    enqueued_[job.id] = record(std::move(row), at);
  }
}

void TraceRecorder::jobStarted(const Job& job, double at) {
  TraceRow row = rowOf(Kind::JobStart, job);
  if (const auto enqueued = enqueued_.find(job.id); enqueued != enqueued_.end()) {
    row.causeIndex = enqueued->second;
    enqueued_.erase(enqueued);
  }
  running_.push_back(record(std::move(row), at));
}

void TraceRecorder::jobFinished(const Job& job, const JobRun& run) {
  TraceRow row = rowOf(Kind::JobEnd, job);
  row.duration = run.duration;
  row.causeIndex = running();
  record(std::move(row), run.startedAt + run.duration);
  ended();
}

void TraceRecorder::taskStarted(const JobCause& task, double at) {
  TraceRow row = rowOf(Kind::TaskStart, task);
  row.causeIndex = running();
  running_.push_back(record(std::move(row), at));
}

void TraceRecorder::taskFinished(const JobCause& task, double startedAt, double duration) {
  TraceRow row = rowOf(Kind::TaskEnd, task);
  row.duration = duration;
  row.causeIndex = running();
  record(std::move(row), startedAt + duration);
  ended();
}

// What began before the recording did ends without having been noted.
void TraceRecorder::ended() {
  if (!running_.empty()) running_.pop_back();
}

void TraceRecorder::checkpointStarted(MicrotaskQueue& queue, double at) {
  record(rowOf(Kind::CheckpointStart, queue, "checkpoint"), at);
}

void TraceRecorder::checkpointFinished(MicrotaskQueue& queue, const CheckpointRun& run) {
  TraceRow row = rowOf(Kind::CheckpointEnd, queue, std::string(run.reason));
  row.duration = run.duration;
  record(std::move(row), run.startedAt + run.duration);
}

void TraceRecorder::exceptionThrown(Lock& lock, Context& context, const Thrown& thrown, std::string_view what) {
  TraceRow row;
  row.kind = Kind::Exception;
  row.contextId = context.id();
  row.words = std::string(what) + " " + lock.text(thrown.value);
  add(std::move(row));
}

}  // namespace vmscope
