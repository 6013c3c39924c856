#include "engine/microtask/QueueProbe.h"

#include <algorithm>
#include <utility>

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/PromiseWalk.h"

namespace vmscope {

using heap::field;
using heap::toLocal;
using heap::Word;

const Calibrated& QueueProbe::calibrated() {
  if (!calibrated_) calibrated_ = std::make_unique<Calibrated>(calibrate(isolate_));
  return *calibrated_;
}

bool QueueProbe::isExact() {
  return calibrated().isExact();
}

const std::string& QueueProbe::failure() {
  return calibrated().failure;
}

void QueueProbe::forbid(std::string failure) {
  calibrated_ = std::make_unique<Calibrated>();
  calibrated_->failure = std::move(failure);
}

Ring QueueProbe::ring(v8::MicrotaskQueue& queue) {
  return Ring(calibrated().layout.ring, queue);
}

Ring QueueProbe::ring(const MicrotaskQueue& queue) {
  return Ring(calibrated().layout.ring, *queue.v8());
}

std::int64_t QueueProbe::length(const MicrotaskQueue& queue) {
  return isExact() ? ring(queue).size() : 0;
}

std::int64_t QueueProbe::headNumber(MicrotaskQueue& queue) {
  if (!isExact()) return 0;
  const Ring jobs = ring(queue);
  // V8 counts a job as finished when it has run, but takes it out of the queue before.
  const std::int64_t running = queue.v8()->IsRunningMicrotasks() ? 1 : 0;
  const std::int64_t head = queue.numbering().offset + jobs.finished() + running + 1;
  queue.numbering().next = head + jobs.size();
  return head;
}

JobId QueueProbe::running(MicrotaskQueue& queue) {
  if (queue.numbering().stepping != 0) return makeJobId(queue.id(), queue.numbering().stepping);
  return isExact() && queue.v8()->IsRunningMicrotasks() ? makeJobId(queue.id(), headNumber(queue) - 1) : 0;
}

void QueueProbe::noteDropped(MicrotaskQueue& queue) {
  if (!calibrated_ || !isExact()) return;
  const std::int64_t next = queue.numbering().next;
  const std::int64_t head = headNumber(queue);
  if (head < next) queue.numbering().offset += next - head;
}

JobPage QueueProbe::read(MicrotaskQueue& queue, std::int64_t from, std::int64_t count) {
  JobPage page;
  if (!isExact()) return page;
  const Ring jobs = ring(queue);
  const std::int64_t head = headNumber(queue);
  page.length = jobs.size();
  page.running = running(queue);
  page.finished = head - 1 - (page.running != 0 ? 1 : 0);
  page.first = std::clamp<std::int64_t>(from, 0, page.length);
  const auto wanted = static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, page.length - page.first));
  page.jobs.resize(wanted);
  words_.resize(wanted);
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto index = page.first + static_cast<std::int64_t>(i);
    words_[i] = jobs.slot(index);
    page.jobs[i].id = makeJobId(queue.id(), head + index);
    page.jobs[i].queueId = queue.id();
  }
  labels_.describe(calibrated(), words_, page.jobs);
  return page;
}

std::optional<Job> QueueProbe::head(MicrotaskQueue& queue) {
  JobPage page = read(queue, 0, 1);
  if (page.jobs.empty()) return std::nullopt;
  return std::move(page.jobs.front());
}

Word QueueProbe::find(MicrotaskQueue& queue, JobId job) {
  if (!isExact() || queueOf(job) != queue.id()) return 0;
  const std::int64_t index = numberOf(job) - headNumber(queue);
  return index >= 0 && index < length(queue) ? ring(queue).slot(index) : 0;
}

bool QueueProbe::hasEnded(MicrotaskQueue& queue, v8::Local<v8::Module> module) {
  constexpr std::int64_t kMostJobs = 10'000;
  if (!calibrated_ || !isExact()) return false;
  const v8::HandleScope handles(isolate_);
  const JobReader reader(calibrated().layout, calibrated().builtins.view(isolate_));
  const Ring jobs = ring(queue);
  const Word wanted = heap::wordOf(module);
  const std::int64_t count = std::min<std::int64_t>(jobs.size(), kMostJobs);
  for (std::int64_t i = 0; i < count; ++i) {
    const JobSample sample = reader.look(jobs.slot(i));
    if (sample.sort == JobSample::Sort::Module && sample.subject == wanted) return true;
  }
  return false;
}

std::vector<Job> QueueProbe::waitingFor(MicrotaskQueue& queue, JobId job, std::size_t most) {
  const v8::HandleScope handles(isolate_);
  const Word word = find(queue, job);
  if (word == 0) return {};
  const PromiseWalk walk(calibrated().layout, calibrated().builtins.view(isolate_));
  const Word promise = walk.settledBy(word);
  if (promise == 0) return {};
  const std::vector<Word> handlers = walk.waitingFor(promise, most);
  std::vector<Job> waiting(handlers.size());
  labels_.describeHandlers(calibrated(), handlers, waiting);
  return waiting;
}

std::optional<JobObjects> QueueProbe::objects(MicrotaskQueue& queue, JobId job) {
  const Word word = find(queue, job);
  if (word == 0) return std::nullopt;
  const QueueLayout& layout = calibrated().layout;
  const auto shape = layout.shapeOf(heap::instanceType(word));
  if (!shape) return std::nullopt;
  const auto part = [&](int where) { return toLocal(isolate_, field(word, where)); };
  JobObjects found{v8::Undefined(isolate_), v8::Undefined(isolate_), v8::Undefined(isolate_)};
  switch (*shape) {
    case JobShape::Callback:
      break;
    case JobShape::Callable:
      found.handler = part(layout.callable.function);
      break;
    case JobShape::Thenable:
      found.handler = part(layout.thenable.then);
      found.argument = part(layout.thenable.thenable);
      found.promise = part(layout.thenable.promise);
      break;
    case JobShape::Fulfill:
    case JobShape::Reject:
      found.handler = part(layout.reaction.handler);
      found.argument = part(layout.reaction.argument);
      if (const Word promise = layout.promiseOf(word); promise != 0) found.promise = toLocal(isolate_, promise);
      break;
  }
  return found;
}

}  // namespace vmscope
