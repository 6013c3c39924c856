#include "inspector/agents/JobDescriptions.h"

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/Timers.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/microtask/StuckJobs.h"
#include "engine/runtime/timers/CallbackTimer.h"
#include "engine/vm/Contexts.h"
#include "inspector/InspectorClient.h"
#include "inspector/LoopTimer.h"
#include "inspector/Target.h"

namespace vmscope {

namespace described = protocol::microtasks;

namespace {

described::Cause describe(const JobCause& cause) {
  described::Cause result;
  switch (cause.kind) {
    case JobCause::Kind::Job:
      result.kind = described::CauseKind::Job;
      result.jobId = cause.job;
      break;
    case JobCause::Kind::Script:
      result.kind = described::CauseKind::Script;
      break;
    case JobCause::Kind::Timer:
      result.kind = described::CauseKind::Timer;
      break;
    case JobCause::Kind::Host:
      result.kind = described::CauseKind::Host;
      break;
    case JobCause::Kind::Unknown:
      result.kind = described::CauseKind::Unknown;
      break;
  }
  if (!cause.name.empty()) result.name = cause.name;
  return result;
}

described::Undrained describe(Undrained cause) {
  switch (cause) {
    case Undrained::Held:
      return described::Undrained::Held;
    case Undrained::NothingRuns:
      return described::Undrained::NothingRuns;
    case Undrained::Disposed:
      break;
  }
  return described::Undrained::Disposed;
}

protocol::runtime::StackTrace describe(const CreationStack& stack) {
  protocol::runtime::StackTrace trace;
  for (const StackFrame& frame : stack) {
    trace.callFrames.push_back({frame.function, std::to_string(frame.place.scriptId), frame.place.url,
                                std::max(frame.place.line, 0), std::max(frame.place.column, 0)});
  }
  return trace;
}

// A queue has no name of its own: it is called by the contexts whose jobs go to it.
std::string nameOf(const Target& target, const MicrotaskQueue& queue) {
  if (&queue == &target.isolate().defaultQueue()) return "default";
  std::string name;
  target.isolate().contexts().forEach([&](Context& context) {
    if (&context.queue() == &queue) name += (name.empty() ? "" : ", ") + context.name();
  });
  return name;
}

described::TimerKind describe(TimerKind kind) {
  switch (kind) {
    case TimerKind::Timeout:
      return described::TimerKind::Timeout;
    case TimerKind::Interval:
      return described::TimerKind::Interval;
    case TimerKind::Immediate:
      break;
  }
  return described::TimerKind::Immediate;
}

std::optional<described::Location> placeOf(Lock& lock, v8::Local<v8::Function> function) {
  if (function->GetBoundFunction()->IsFunction()) return placeOf(lock, function->GetBoundFunction().As<v8::Function>());
  if (function->ScriptId() == v8::UnboundScript::kNoScriptId) return std::nullopt;
  const auto name = function->GetScriptOrigin().ResourceName();
  return describe(SourcePlace{.scriptId = function->ScriptId(),
                              .url = name.IsEmpty() ? "" : lock.text(name),
                              .line = function->GetScriptLineNumber(),
                              .column = function->GetScriptColumnNumber()});
}

void describeWork(const Target& target, const TimerWork* work, described::Timer& timer) {
  const auto* callback = dynamic_cast<const runtime::CallbackTimer*>(work);
  if (callback == nullptr) return;
  Lock lock(target.isolate());
  const auto function = callback->function(lock);
  if (function->IsFunction()) {
    timer.handler.name = lock.text(function.As<v8::Function>()->GetDebugName());
    timer.handler.location = placeOf(lock, function.As<v8::Function>());
  }
  if (timer.handler.name.empty()) timer.handler.name = callback->name();
  const int id = target.client().formerExecutionContextId(callback->contextId(lock));
  if (id != 0) timer.executionContextId = id;
  if (!callback->origin().empty()) timer.setAt = describe(callback->origin().front().place);
}

}  // namespace

described::Location describe(const SourcePlace& place) {
  described::Location location;
  if (place.scriptId != 0) location.scriptId = std::to_string(place.scriptId);
  if (!place.url.empty()) location.url = place.url;
  if (place.line >= 0) location.line = place.line;
  if (place.column >= 0) location.column = place.column;
  return location;
}

described::JobKind describe(JobKind kind) {
  switch (kind) {
    case JobKind::Then:
      return described::JobKind::Then;
    case JobKind::Catch:
      return described::JobKind::Catch;
    case JobKind::Finally:
      return described::JobKind::Finally;
    case JobKind::Await:
      return described::JobKind::Await;
    case JobKind::Thenable:
      return described::JobKind::Thenable;
    case JobKind::Callback:
      return described::JobKind::Callback;
    case JobKind::Builtin:
      break;
  }
  return described::JobKind::Builtin;
}

described::Job describe(const Target& target, const Job& job) {
  described::Job result;
  result.jobId = job.id;
  result.queueId = job.queueId;
  result.kind = describe(job.kind);
  if (job.handler) {
    result.handler.name = job.handler->name;
    if (job.handler->place.isKnown()) result.handler.location = describe(job.handler->place);
  }
  if (const int id = target.client().formerExecutionContextId(job.contextId); id != 0) result.executionContextId = id;
  result.enqueuedBy = describe(job.cause ? *job.cause : JobCause());
  if (job.origin) result.origin = describe(*job.origin);
  return result;
}

described::StuckJob describe(const StuckJob& job) {
  described::StuckJob result;
  result.promise = std::string(toText(job.kind)) + (job.handler ? " " + job.handler->name : "");
  result.queueId = job.queueId;
  result.kind = describe(job.kind);
  if (job.handler) result.handler = job.handler->name;
  result.cause = describe(job.cause);
  if (!job.owner.empty()) result.owner = job.owner;
  result.reason = job.reason;
  if (!job.remedy.empty()) result.remedy = job.remedy;
  if (job.handler && job.handler->place.isKnown()) result.location = describe(job.handler->place);
  if (job.isQueued) result.jobId = job.jobId;
  return result;
}

described::Queue describe(const Target& target, MicrotaskQueue& queue, std::int64_t mostJobs) {
  Microtasks& microtasks = target.isolate().microtasks();
  const QueueView view = microtasks.view(queue, 0, mostJobs);
  described::Queue result;
  result.queueId = queue.id();
  result.name = nameOf(target, queue);
  target.isolate().contexts().forEach([&](Context& context) {
    if (&context.queue() == &queue && !context.isDisposed()) {
      result.contexts.push_back(target.executionContextId(context));
    }
  });
  result.held = view.isHeld;
  result.exact = view.isExact;
  if (!view.isExact) result.inexactBecause = view.inexactBecause;
  for (const Job& job : view.page.jobs) result.jobs.push_back(describe(target, job));
  if (view.running) result.running = describe(target, *view.running);
  result.length = view.page.length;
  result.finished = static_cast<double>(view.page.finished);
  return result;
}

std::vector<described::Timer> describeTimers(const Target& target) {
  std::vector<described::Timer> result;
  target.isolate().loop().timers().forEach([&](const TimerView& view) {
    described::Timer timer;
    timer.timerId = static_cast<std::int64_t>(view.id);
    timer.kind = describe(view.kind);
    timer.dueInMillis = static_cast<double>(view.dueIn);
    if (view.kind == TimerKind::Interval) timer.periodMillis = static_cast<double>(view.delay);
    if (dynamic_cast<const LoopTimer*>(view.work) != nullptr) return;  // the inspector's own
    describeWork(target, view.work, timer);
    result.push_back(std::move(timer));
  });
  return result;
}

}  // namespace vmscope
