#include "inspector/agents/QueueReporter.h"

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "inspector/LoopTimer.h"
#include "inspector/Target.h"
#include "inspector/agents/JobDescriptions.h"
#include "inspector/protocol/Message.h"

namespace vmscope {
namespace {

using protocol::microtasks::CheckpointEvent;
using protocol::microtasks::JobFinishedEvent;
using protocol::microtasks::JobStartedEvent;
using protocol::microtasks::QueueChangedEvent;
using protocol::microtasks::TimersChangedEvent;
using Jobs = protocol::microtasks::EnableParams::Jobs;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kInterval{16};
constexpr size_t kMostEvents = 400;  // of jobs in one report: a start and an end for each of 200
constexpr std::int64_t kMostJobs = 200;

}  // namespace

QueueReporter::QueueReporter(Target& target, Send send)
    : target_(target), isolate_(target.isolate()), send_(std::move(send)) {
  isolate_.observe(*this);
}

QueueReporter::~QueueReporter() {
  isolate_.unobserve(*this);
  isolate_.microtasks().unobserve(*this);
  if (timer_ != 0) isolate_.loop().hostTimers().cancel(timer_);
}

void QueueReporter::watch(Jobs jobs) {
  jobs_ = jobs;
  isolate_.microtasks().observe(*this, jobs == Jobs::Stepped ? JobDetail::Checkpoints : JobDetail::EachJob);
}

bool QueueReporter::isTold() const {
  return jobs_ == Jobs::All || isolate_.microtasks().stepper().isStepping();
}

void QueueReporter::jobsEnqueued(std::span<const Job> jobs) {
  for (const Job& job : jobs) changed_.insert(job.queueId);
  flushWhenDue();
}

void QueueReporter::jobStarted(const Job& job, double at) {
  changed_.insert(job.queueId);
  if (isTold()) keep(Started{job, at});
}

void QueueReporter::jobFinished(const Job& job, const JobRun& run) {
  if (isTold()) keep(JobFinishedEvent{job.id, job.queueId, run.startedAt + run.duration, run.duration});
  flushWhenDue();
}

void QueueReporter::checkpointFinished(MicrotaskQueue& queue, const CheckpointRun& run) {
  if (run.jobsRun == 0) return;
  changed_.insert(queue.id());
  keep(CheckpointEvent{{queue.id(), std::string(run.reason), run.jobsRun, run.startedAt, run.duration}});
  flushWhenDue();
}

void QueueReporter::heldQueueChanged(MicrotaskQueue& queue) {
  changed_.insert(queue.id());
  flush();
}

// Timers are the tasks that begin a turn of their own.
void QueueReporter::asyncTaskScheduled(std::string_view, void*, bool) {
  haveTimersChanged_ = true;
}

void QueueReporter::asyncTaskFinished(void*) {
  haveTimersChanged_ = true;
}

void QueueReporter::asyncTaskCanceled(void*) {
  haveTimersChanged_ = true;
}

// A pause between turns is when the last changes have to be told.
void QueueReporter::turnEnded() {
  if (!changed_.empty() || !happened_.empty() || haveTimersChanged_) flushLater();
}

void QueueReporter::keep(Happening happening) {
  happened_.push_back(std::move(happening));
  if (happened_.size() > kMostEvents) happened_.pop_front();
}

std::string QueueReporter::eventText(const Happening& happening) const {
  if (const auto* started = std::get_if<Started>(&happening)) {
    return protocol::eventText(JobStartedEvent{describe(target_, started->job), started->at});
  }
  if (const auto* finished = std::get_if<JobFinishedEvent>(&happening)) return protocol::eventText(*finished);
  return protocol::eventText(std::get<CheckpointEvent>(happening));
}

void QueueReporter::flushWhenDue() {
  if (Clock::now() - flushed_ >= kInterval) flush();
}

void QueueReporter::flushLater() {
  if (timer_ != 0) return;
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - flushed_);
  if (passed >= kInterval) return flush();
  timer_ = startLoopTimer(isolate_.loop(), kInterval - passed, [this] {
    timer_ = 0;
    flush();
  });
}

void QueueReporter::flush() {
  flushed_ = Clock::now();
  for (const Happening& happening : happened_) send_(eventText(happening));
  happened_.clear();
  if (std::exchange(haveTimersChanged_, false)) {
    send_(protocol::eventText(TimersChangedEvent{describeTimers(target_)}));
  }
  for (const int id : std::exchange(changed_, {})) {
    MicrotaskQueue* queue = isolate_.microtasks().find(id);
    if (queue != nullptr) send_(protocol::eventText(QueueChangedEvent{describe(target_, *queue, kMostJobs)}));
  }
}

}  // namespace vmscope
