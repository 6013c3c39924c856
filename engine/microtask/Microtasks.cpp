#include "engine/microtask/Microtasks.h"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "engine/Isolate.h"
#include "engine/Lock.h"
#include "engine/microtask/InferredQueues.h"
#include "engine/microtask/MicrotaskQueue.h"

namespace vmscope {

namespace {

// More jobs than these are described again when they run, so that a flood of them does not fill the memory.
constexpr std::size_t kMostDescribed = 10'000;

}  // namespace

double microsecondsNow() {
  using Micros = std::chrono::duration<double, std::micro>;
  return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Microtasks::Microtasks(Isolate& isolate)
    : isolate_(isolate),
      probe_(isolate.v8()),
      origins_(isolate.v8(), probe_, queues_, *this),
      stepper_(isolate, *this) {}

Microtasks::~Microtasks() = default;

void Microtasks::add(MicrotaskQueue& queue) {
  queues_.push_back(&queue);
}

void Microtasks::remove(MicrotaskQueue& queue) {
  described_.erase(queue.id());
  origins_.forget(queue);
  std::erase(queues_, &queue);
}

MicrotaskQueue* Microtasks::find(int queueId) const {
  const auto found =
      std::find_if(queues_.begin(), queues_.end(), [&](const auto* queue) { return queue->id() == queueId; });
  return found == queues_.end() ? nullptr : *found;
}

void Microtasks::observe(JobObserver& observer, JobDetail detail) {
  const auto known =
      std::find_if(watchers_.begin(), watchers_.end(), [&](const Watcher& w) { return w.observer == &observer; });
  if (known == watchers_.end()) {
    watchers_.push_back({&observer, detail});
  } else {
    known->detail = detail;
  }
  noteDetail();
}

void Microtasks::unobserve(JobObserver& observer) {
  std::erase_if(watchers_, [&](const Watcher& watcher) { return watcher.observer == &observer; });
  noteDetail();
}

void Microtasks::noteDetail() {
  isWatchingEach_ = std::any_of(watchers_.begin(), watchers_.end(),
                                [](const Watcher& watcher) { return watcher.detail == JobDetail::EachJob; });
  if (!isWatchingEach_) described_.clear();
  if (watchers_.empty()) {
    inferred_.reset();
  } else if (!probe_.isExact() && !inferred_) {
    inferred_ = std::make_unique<InferredQueues>(isolate_);
  }
  if (watchers_.empty() == !origins_.isWatching()) return;
  origins_.setWatching(!watchers_.empty());
  if (origins_.isWatching()) {
    isolate_.observe(*this);
  } else {
    isolate_.unobserve(*this);
    scheduled_.clear();
    tasks_.clear();
  }
}

QueueView Microtasks::view(MicrotaskQueue& queue, std::int64_t from, std::int64_t count) {
  origins_.settle();
  QueueView view{.queueId = queue.id(),
                 .isHeld = queue.isHeld(),
                 .isExact = probe_.isExact(),
                 .inexactBecause = {},
                 .running = stepper_.running(queue),
                 .page = {}};
  view.inexactBecause = probe_.failure();
  view.page = inferred_ ? inferred_->read(queue, from, count) : probe_.read(queue, from, count);
  origins_.complete(view.page.jobs);
  return view;
}

std::optional<Job> Microtasks::head(MicrotaskQueue& queue) {
  auto& described = described_[queue.id()];
  const JobId headId = makeJobId(queue.id(), probe_.headNumber(queue));
  while (!described.empty() && described.front().id < headId) described.pop_front();
  if (probe_.length(queue) == 0) return std::nullopt;
  if (!described.empty() && described.front().id == headId) return described.front();
  auto job = probe_.head(queue);
  if (job) origins_.complete({&*job, 1});
  return job;
}

void Microtasks::checkpoint(Lock& lock, MicrotaskQueue& queue) {
  if (watchers_.empty()) {
    queue.v8()->PerformCheckpoint(lock.v8());
    if (lock.v8()->IsExecutionTerminating()) probe_.noteDropped(queue);
    return;
  }
  origins_.settle();
  const Begun begun = beginCheckpoint(queue, "checkpoint");
  std::int64_t jobsRun = 0;
  if (isWatchingEach_ && probe_.isExact()) {
    jobsRun = stepper_.checkpoint(lock, queue);
  } else {
    // Which of its jobs enqueues what is not seen.
    const JobOrigins::Activity activity(origins_, JobCause{});
    const std::int64_t before = probe_.headNumber(queue);
    queue.v8()->PerformCheckpoint(lock.v8());
    jobsRun = probe_.headNumber(queue) - before;
    if (inferred_) inferred_->drained(queue);
    if (lock.v8()->IsExecutionTerminating()) probe_.noteDropped(queue);
    origins_.settle();
  }
  endCheckpoint(queue, begun, jobsRun);
}

void Microtasks::arrived(MicrotaskQueue& queue, std::int64_t first) {
  if (!isWatchingEach_) return;
  const std::int64_t index = first - probe_.headNumber(queue);
  JobPage page = probe_.read(queue, index, probe_.length(queue) - index);
  origins_.complete(page.jobs);
  for (const Watcher& watcher : watchers_) {
    if (watcher.detail == JobDetail::EachJob) watcher.observer->jobsEnqueued(page.jobs);
  }
  auto& described = described_[queue.id()];
  if (described.size() + page.jobs.size() > kMostDescribed) return;
  described.insert(described.end(), std::make_move_iterator(page.jobs.begin()),
                   std::make_move_iterator(page.jobs.end()));
}

double Microtasks::entered(const JobCause& task) {
  const double at = microsecondsNow();
  for (const Watcher& watcher : watchers_) watcher.observer->taskStarted(task, at);
  return at;
}

void Microtasks::left(const JobCause& task, double startedAt) {
  const double duration = microsecondsNow() - startedAt;
  for (const Watcher& watcher : watchers_) watcher.observer->taskFinished(task, startedAt, duration);
}

void Microtasks::asyncTaskScheduled(std::string_view name, void* task, bool isRecurring) {
  scheduled_[task] = {std::string(name), isRecurring};
}

void Microtasks::asyncTaskStarted(void* task) {
  // One that was scheduled while nobody watched has no name.
  JobCause cause{.kind = JobCause::Kind::Timer, .job = 0, .name = "timer"};
  if (const auto known = scheduled_.find(task); known != scheduled_.end()) {
    cause.name = known->second.name;
    if (!known->second.isRecurring) scheduled_.erase(known);
  }
  tasks_.emplace_back(task, std::make_unique<JobOrigins::Activity>(origins_, cause));
}

void Microtasks::asyncTaskFinished(void* task) {
  if (!tasks_.empty() && tasks_.back().first == task) tasks_.pop_back();
}

void Microtasks::asyncTaskCanceled(void* task) {
  scheduled_.erase(task);
}

Microtasks::Begun Microtasks::beginCheckpoint(MicrotaskQueue& queue, std::string_view reason) {
  const Begun begun{reason, microsecondsNow()};
  for (const Watcher& watcher : watchers_) watcher.observer->checkpointStarted(queue, begun.at);
  return begun;
}

void Microtasks::endCheckpoint(MicrotaskQueue& queue, const Begun& begun, std::int64_t jobsRun) {
  const CheckpointRun run{begun.reason, jobsRun, begun.at, microsecondsNow() - begun.at};
  for (const Watcher& watcher : watchers_) watcher.observer->checkpointFinished(queue, run);
}

bool Microtasks::isTold(const Watcher& watcher) const {
  return watcher.detail == JobDetail::EachJob || stepper_.isStepping();
}

double Microtasks::tellStarted(const Job& job) {
  if (watchers_.empty()) return 0;
  const double at = microsecondsNow();
  for (const Watcher& watcher : watchers_) {
    if (isTold(watcher)) watcher.observer->jobStarted(job, at);
  }
  return at;
}

void Microtasks::tellFinished(const Job& job, double startedAt, bool isTerminated) {
  if (watchers_.empty()) return;
  const JobRun run{startedAt, microsecondsNow() - startedAt, isTerminated ? JobOutcome::Terminated : JobOutcome::Ran};
  for (const Watcher& watcher : watchers_) {
    if (isTold(watcher)) watcher.observer->jobFinished(job, run);
  }
}

bool Microtasks::mayHaveJobs(MicrotaskQueue& queue) {
  return !probe_.isExact() || probe_.length(queue) > 0;
}

bool Microtasks::isHeldBack(MicrotaskQueue& queue) {
  return queue.isHeld() && queue.isDue() && mayHaveJobs(queue);
}

void Microtasks::holdUpTasks() {
  const bool isHeldUp = isHeldBack(isolate_.defaultQueue());
  if (isHeldUp == isHoldingUpTasks_) return;
  isHoldingUpTasks_ = isHeldUp;
  isHeldUp ? isolate_.pauseProgram() : isolate_.resumeProgram();
}

void Microtasks::heldBack(MicrotaskQueue& queue) {
  holdUpTasks();
  origins_.settle();
  tellHeldQueueChanged(queue);
}

void Microtasks::tellHeldQueueChanged(MicrotaskQueue& queue) {
  for (const Watcher& watcher : watchers_) watcher.observer->heldQueueChanged(queue);
}

}  // namespace vmscope
