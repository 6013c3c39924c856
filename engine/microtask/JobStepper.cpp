#include "engine/microtask/JobStepper.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/Lock.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/module/Modules.h"

namespace vmscope {

JobStepper::JobStepper(Isolate& isolate, Microtasks& microtasks) : isolate_(isolate), microtasks_(microtasks) {}

JobStepper::~JobStepper() = default;

void JobStepper::hold(MicrotaskQueue& queue, bool isHeld) {
  if (queue.isHeld() == isHeld) return;
  queue.setHeld(isHeld);
  microtasks_.tellHeldQueueChanged(queue);
  if (isHeld || !queue.isDue()) return;
  isolate_.loop().post([this, id = queue.id()] {
    if (MicrotaskQueue* released = microtasks_.find(id); released && !released->isHeld()) makeUp(*released);
    microtasks_.holdUpTasks();
  });
}

void JobStepper::makeUp(MicrotaskQueue& queue) {
  Lock lock(isolate_);
  const Isolate::Turn turn(isolate_);
  queue.checkpoint(lock);
}

std::optional<StepRefusal> JobStepper::refusal(MicrotaskQueue& queue) const {
  if (!microtasks_.probe().isExact()) {
    return StepRefusal{"this V8's queues cannot be read: " + microtasks_.probe().failure()};
  }
  if (isolate_.isInTurn() || queue.isRunning()) return StepRefusal{"JavaScript is running"};
  return std::nullopt;
}

std::variant<Stepped, StepRefusal> JobStepper::step(MicrotaskQueue& queue) {
  Stepped stepped;
  auto outcome = runUntil(queue, "step", [&](const std::optional<Job>& head, std::int64_t jobsRun) {
    if (jobsRun == 0) stepped.job = head;
    return jobsRun == 1;
  });
  if (auto* refused = std::get_if<StepRefusal>(&outcome)) return std::move(*refused);
  stepped.termination = std::get<SteppedRun>(outcome).termination;
  return stepped;
}

std::variant<Stepped, StepRefusal> JobStepper::step() {
  MicrotaskQueue* queue = next();
  if (!queue) return Stepped{};
  return step(*queue);
}

std::variant<SteppedRun, StepRefusal> JobStepper::runTo(JobId job) {
  MicrotaskQueue* queue = microtasks_.find(queueOf(job));
  if (!queue) return StepRefusal{"there is no such queue"};
  if (auto refused = refusal(*queue)) return *std::move(refused);
  const std::int64_t head = microtasks_.probe().headNumber(*queue);
  if (numberOf(job) < head) return StepRefusal{"this job has run"};
  if (numberOf(job) >= queue->numbering().next) return StepRefusal{"there is no such job yet"};
  return runUntil(*queue, "run to", [&](const std::optional<Job>& at, std::int64_t) { return at && at->id >= job; });
}

std::variant<SteppedRun, StepRefusal> JobStepper::drain(MicrotaskQueue& queue) {
  return runUntil(queue, "drain", [](const std::optional<Job>&, std::int64_t) { return false; });
}

template <class Until>
std::variant<SteppedRun, StepRefusal> JobStepper::runUntil(MicrotaskQueue& queue, std::string_view reason,
                                                           Until until) {
  if (auto refused = refusal(queue)) return *std::move(refused);
  const SteppedRun done = runInTurn(queue, reason, until);
  microtasks_.holdUpTasks();
  microtasks_.tellHeldQueueChanged(queue);
  return done;
}

template <class Until>
SteppedRun JobStepper::runInTurn(MicrotaskQueue& queue, std::string_view reason, Until until) {
  Lock lock(isolate_);
  const Isolate::Turn turn(isolate_);
  SteppedRun done;
  ++stepping_;
  const auto begun = microtasks_.beginCheckpoint(queue, reason);
  for (;;) {
    const std::optional<Job> head = microtasks_.head(queue);
    if (until(head, done.jobsRun) || !head) break;
    run(lock, queue, *head);
    ++done.jobsRun;
    if (!lock.v8()->IsExecutionTerminating()) continue;
    done.termination = isolate_.endTermination();
    break;
  }
  finish(lock, queue);
  microtasks_.endCheckpoint(queue, begun, done.jobsRun);
  --stepping_;
  return done;
}

// An empty checkpoint, so that V8 calls what waits for the end of one.
void JobStepper::finish(Lock& lock, MicrotaskQueue& queue) {
  if (microtasks_.probe().length(queue) > 0 || lock.v8()->IsExecutionTerminating()) return;
  queue.v8()->PerformCheckpoint(lock.v8());
  queue.setDue(false);
}

MicrotaskQueue* JobStepper::next() {
  if (!microtasks_.probe().isExact()) return nullptr;
  MicrotaskQueue* best = nullptr;
  for (MicrotaskQueue* queue : microtasks_.queues()) {
    if (microtasks_.probe().length(*queue) == 0) continue;
    const bool isEarlier = !best || (queue->isDue() && (!best->isDue() || queue->dueSince() < best->dueSince()));
    if (isEarlier) best = queue;
  }
  return best;
}

std::int64_t JobStepper::checkpoint(Lock& lock, MicrotaskQueue& queue) {
  std::int64_t jobsRun = 0;
  while (const std::optional<Job> head = microtasks_.head(queue)) {
    run(lock, queue, *head);
    ++jobsRun;
    if (!lock.v8()->IsExecutionTerminating()) continue;
    Ring ring = microtasks_.probe().ring(queue);
    while (ring.size() > 0) ring.takeHead();
    microtasks_.probe().noteDropped(queue);
    return jobsRun;
  }
  finish(lock, queue);
  return jobsRun;
}

void JobStepper::run(Lock& lock, MicrotaskQueue& queue, const Job& job) {
  v8::MicrotaskQueue& alone = scratch();
  running_.push_back(&job);
  const JobOrigins::Activity activity(microtasks_.origins(), {.kind = JobCause::Kind::Job, .job = job.id, .name = {}});
  const double startedAt = microtasks_.tellStarted(job);
  {
    const v8::Isolate::SuppressMicrotaskExecutionScope quiet(lock.v8(), queue.v8());
    auto& numbering = queue.numbering();
    numbering.stepping = numberOf(job.id);
    numbering.offset += 1;
    microtasks_.probe().ring(alone).putOnly(microtasks_.probe().ring(queue).takeHead());
    alone.PerformCheckpoint(lock.v8());
    numbering.stepping = 0;
  }
  running_.pop_back();
  microtasks_.origins().settle();
  isolate_.modules().noteBegun(lock);
  if (stepping_ > 0) isolate_.modules().refresh(lock);
  microtasks_.tellFinished(job, startedAt, lock.v8()->IsExecutionTerminating());
}

std::optional<Job> JobStepper::running(const MicrotaskQueue& queue) const {
  const auto job =
      std::find_if(running_.rbegin(), running_.rend(), [&](const Job* one) { return one->queueId == queue.id(); });
  return job == running_.rend() ? std::nullopt : std::optional(**job);
}

v8::MicrotaskQueue& JobStepper::scratch() {
  while (scratches_.size() <= running_.size()) {
    scratches_.push_back(v8::MicrotaskQueue::New(isolate_.v8(), v8::MicrotasksPolicy::kExplicit));
  }
  v8::MicrotaskQueue& queue = *scratches_[running_.size()];
  if (!microtasks_.probe().ring(queue).hasBuffer()) {
    queue.EnqueueMicrotask(
        isolate_.v8(), [](void*) {}, nullptr);
    queue.PerformCheckpoint(isolate_.v8());
  }
  return queue;
}

}  // namespace vmscope
