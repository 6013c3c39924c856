#include "engine/microtask/JobOrigins.h"

#include <string>
#include <utility>

#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"

namespace vmscope {
namespace {

// Stacks of this many jobs are kept per queue; a program that enqueues a million has none for the rest.
constexpr std::size_t kMostStacks = 100'000;

bool isTask(const JobCause& cause) {
  return cause.kind != JobCause::Kind::Job && cause.kind != JobCause::Kind::Unknown;
}

}  // namespace

JobOrigins::JobOrigins(v8::Isolate* isolate, QueueProbe& probe, const std::vector<MicrotaskQueue*>& queues,
                       Listener& listener)
    : isolate_(isolate), probe_(probe), queues_(queues), listener_(listener) {}

JobOrigins::~JobOrigins() {
  setWatching(false);
}

void JobOrigins::setWatching(bool isWatching) {
  if (isWatching == isWatching_) return;
  isWatching_ = isWatching && probe_.isExact();
  known_.clear();
  stack_.reset();
  installHook();
  if (!isWatching_) return;
  // What waits already came while nobody watched.
  for (MicrotaskQueue* queue : queues_) known_[queue].next = probe_.headNumber(*queue) + probe_.length(*queue);
}

void JobOrigins::setLevel(OriginLevel level) {
  level_ = level;
  stack_.reset();
  installHook();
}

// V8 runs promises at full speed as long as there is no hook.
void JobOrigins::installHook() {
  const bool isWanted = isWatching_ && level_ != OriginLevel::None;
  const auto extent = level_ == OriginLevel::Top ? CallStacks::Extent::Top : CallStacks::Extent::Full;
  stacks_ = isWanted ? std::make_unique<CallStacks>(isolate_, extent) : nullptr;
  if (isWanted == isHooked_) return;
  isHooked_ = isWanted;
  isolate_->SetPromiseHook(isWanted ? &JobOrigins::promiseHook : nullptr);
}

JobOrigins::Activity::Activity(JobOrigins& origins, const JobCause& cause)
    : origins_(origins.isWatching_ ? &origins : nullptr) {
  if (origins_) enter(cause);
}

JobOrigins::Activity::Activity(JobOrigins& origins, JobCause::Kind kind, const std::function<std::string()>& name)
    : origins_(origins.isWatching_ ? &origins : nullptr) {
  if (origins_) enter({.kind = kind, .job = 0, .name = name()});
}

void JobOrigins::Activity::enter(JobCause cause) {
  origins_->settle();
  cause_ = std::make_shared<const JobCause>(std::move(cause));
  origins_->activities_.push_back(cause_);
  if (isTask(*cause_)) startedAt_ = origins_->listener_.entered(*cause_);
}

JobOrigins::Activity::~Activity() {
  if (!origins_) return;
  origins_->settle();
  origins_->activities_.pop_back();
  if (isTask(*cause_)) origins_->listener_.left(*cause_, startedAt_);
}

void JobOrigins::settle() {
  if (!isWatching_) return;
  for (MicrotaskQueue* queue : queues_) settle(*queue, known_[queue]);
  stack_.reset();
}

void JobOrigins::settle(MicrotaskQueue& queue, Known& known) {
  const std::int64_t head = probe_.headNumber(queue);
  const std::int64_t next = queue.numbering().next;
  if (known.next == 0) known.next = head;
  if (next <= known.next) return;
  const std::int64_t first = std::max(known.next, head);
  known.causes.forgetBelow(head);
  known.stacks.forgetBelow(head);
  const auto& cause = activities_.empty() ? host_ : activities_.back();
  if (cause->kind != JobCause::Kind::Unknown) known.causes.add(first, next, cause);
  if (stack_ && known.stacks.size() < kMostStacks) known.stacks.add(first, next, stack_);
  known.next = next;
  if (first < next) listener_.arrived(queue, first);
}

void JobOrigins::aboutToEnqueue() {
  if (!isWatching_) return;
  settle();
  if (isHooked_) captureStack();
}

void JobOrigins::captureStack() {
  stack_ = stacks_->now();
}

// The jobs that a promise's resolution brings come right after its hook; so does the job of a reaction that is added to
// a settled promise, after the hook of the derived promise. Nothing comes of a promise that nobody waits for.
void JobOrigins::promiseHook(v8::PromiseHookType type, v8::Local<v8::Promise> promise, v8::Local<v8::Value> parent) {
  v8::Isolate* v8 = v8::Isolate::GetCurrent();
  JobOrigins& self = Isolate::from(v8).microtasks().origins();
  const bool isResolution = type == v8::PromiseHookType::kResolve && promise->HasHandler();
  const bool isReaction = type == v8::PromiseHookType::kInit && parent->IsPromise() &&
                          parent.As<v8::Promise>()->State() != v8::Promise::kPending;
  if (!isResolution && !isReaction) return;
  self.settle();
  self.captureStack();
}

void JobOrigins::complete(std::span<Job> jobs) {
  for (Job& job : jobs) {
    const auto known =
        std::find_if(known_.begin(), known_.end(), [&](const auto& entry) { return entry.first->id() == job.queueId; });
    if (known == known_.end()) continue;
    if (const auto* cause = known->second.causes.find(numberOf(job.id))) job.cause = *cause;
    if (const auto* stack = known->second.stacks.find(numberOf(job.id))) job.origin = *stack;
  }
}

void JobOrigins::forget(MicrotaskQueue& queue) {
  known_.erase(&queue);
}

}  // namespace vmscope
