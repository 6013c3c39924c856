#include "engine/microtask/InferredQueues.h"

#include <algorithm>
#include <utility>

#include "engine/Isolate.h"
#include "engine/microtask/JobLabels.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/vm/Context.h"

namespace vmscope {
namespace {

// A promise that is never resolved must not fill the memory of who watches.
constexpr std::size_t kMostPending = 100'000;

}  // namespace

InferredQueues::InferredQueues(Isolate& isolate)
    : isolate_(isolate),
      reaction_(std::make_shared<JobHandler>(JobHandler{.name = "reaction of a promise", .place = {}})) {
  isolate_.v8()->SetPromiseHook(&InferredQueues::hook);
}

InferredQueues::~InferredQueues() {
  isolate_.v8()->SetPromiseHook(nullptr);
}

JobPage InferredQueues::read(const MicrotaskQueue& queue, std::int64_t from, std::int64_t count) const {
  JobPage page;
  const auto known = queues_.find(queue.id());
  if (known == queues_.end()) return page;
  const auto& jobs = known->second.jobs;
  page.length = static_cast<std::int64_t>(jobs.size());
  page.finished = known->second.finished;
  if (known->second.running != 0) page.running = makeJobId(queue.id(), known->second.running);
  page.first = std::clamp<std::int64_t>(from, 0, page.length);
  for (std::int64_t i = page.first; i < page.length && i - page.first < count; ++i) {
    const Waiting& waiting = jobs[static_cast<std::size_t>(i)];
    Job job;
    job.id = makeJobId(queue.id(), waiting.number);
    job.queueId = queue.id();
    job.kind = waiting.kind;
    job.handler = waiting.handler;
    job.contextId = waiting.contextId;
    page.jobs.push_back(std::move(job));
  }
  return page;
}

void InferredQueues::enqueued(MicrotaskQueue& queue, v8::Local<v8::Function> callback) {
  Queue& known = queues_[queue.id()];
  auto handler = std::make_shared<JobHandler>();
  handler->name = functionName(isolate_.v8(), callback);
  handler->place = functionPlace(isolate_.v8(), callback);
  known.jobs.push_back({++known.last, std::move(handler), JobKind::Callback, 0, {}});
}

void InferredQueues::drained(const MicrotaskQueue& queue) {
  Queue& known = queues_[queue.id()];
  known.finished = known.last;
  known.running = 0;
  known.jobs.clear();
}

void InferredQueues::hook(v8::PromiseHookType type, v8::Local<v8::Promise> promise, v8::Local<v8::Value> parent) {
  v8::Isolate* v8 = v8::Isolate::GetCurrent();
  InferredQueues* self = Isolate::from(v8).microtasks().inferred();
  const v8::HandleScope handles(v8);
  switch (type) {
    case v8::PromiseHookType::kInit:
      if (parent->IsPromise()) self->made(promise, parent.As<v8::Promise>());
      return;
    case v8::PromiseHookType::kResolve:
      return self->resolved(promise);
    case v8::PromiseHookType::kBefore:
      return self->started(promise);
    case v8::PromiseHookType::kAfter:
      return self->finished(promise);
  }
}

void InferredQueues::made(v8::Local<v8::Promise> derived, v8::Local<v8::Promise> parent) {
  if (parent->State() != v8::Promise::kPending) return addReaction(derived);
  auto known = find(parent);
  if (known == pending_.end()) {
    if (pending_.size() >= kMostPending) return;
    known = pending_.emplace(parent->GetIdentityHash(), Pending{v8::Global<v8::Promise>(isolate_.v8(), parent), {}});
    known->second.promise.SetWeak();
  }
  known->second.derived.emplace_back(isolate_.v8(), derived);
}

void InferredQueues::resolved(v8::Local<v8::Promise> promise) {
  const auto known = find(promise);
  if (known == pending_.end()) return;
  const Pending pending = std::move(known->second);
  pending_.erase(known);
  for (const auto& derived : pending.derived) addReaction(derived.Get(isolate_.v8()));
}

void InferredQueues::addReaction(v8::Local<v8::Promise> derived) {
  int contextId = 0;
  Queue* queue = queueOf(derived, &contextId);
  if (!queue) return;
  queue->jobs.push_back(
      {++queue->last, reaction_, JobKind::Builtin, contextId, v8::Global<v8::Promise>(isolate_.v8(), derived)});
}

// What stood before it and was not seen to start was a callback, of which the hook tells nothing.
void InferredQueues::started(v8::Local<v8::Promise> derived) {
  int contextId = 0;
  Queue* queue = queueOf(derived, &contextId);
  if (!queue) return;
  const auto found = std::find_if(queue->jobs.begin(), queue->jobs.end(),
                                  [&](const Waiting& waiting) { return waiting.derived == derived; });
  if (found == queue->jobs.end()) return;
  queue->running = found->number;
  queue->finished = found->number - 1;
  queue->jobs.erase(queue->jobs.begin(), found + 1);
}

void InferredQueues::finished(v8::Local<v8::Promise> derived) {
  int contextId = 0;
  Queue* queue = queueOf(derived, &contextId);
  if (!queue || queue->running == 0) return;
  queue->finished = std::exchange(queue->running, 0);
}

InferredQueues::PendingByHash::iterator InferredQueues::find(v8::Local<v8::Promise> promise) {
  auto [first, last] = pending_.equal_range(promise->GetIdentityHash());
  const auto found = std::find_if(first, last, [&](const auto& entry) { return entry.second.promise == promise; });
  return found == last ? pending_.end() : found;
}

InferredQueues::Queue* InferredQueues::queueOf(v8::Local<v8::Promise> promise, int* contextId) {
  v8::Local<v8::Context> context;
  if (!promise->GetCreationContext(isolate_.v8()).ToLocal(&context)) return nullptr;
  const Context* ours = Context::from(context);
  if (!ours) return nullptr;
  *contextId = ours->id();
  return &queues_[ours->queue().id()];
}

}  // namespace vmscope
