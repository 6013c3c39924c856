#include "engine/microtask/StuckJobs.h"

#include <optional>
#include <utility>

#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/vm/Contexts.h"

namespace vmscope {
namespace {

struct Diagnosis {
  Undrained cause;
  std::string owner;
  std::string reason;
  std::string remedy;
};

const Context* ownerOf(Isolate& isolate, const MicrotaskQueue& queue) {
  const Context* owner = nullptr;
  isolate.contexts().forEach([&](Context& context) {
    if (context.hasOwnQueue() && &context.queue() == &queue) owner = &context;
  });
  return owner;
}

std::optional<Diagnosis> diagnose(Isolate& isolate, const MicrotaskQueue& queue) {
  if (queue.isRunning()) return std::nullopt;
  const Context* owner = ownerOf(isolate, queue);
  const std::string name = owner ? owner->name() : std::string();
  if (queue.isHeld()) return Diagnosis{Undrained::Held, name, "the queue is held", "step it, drain it, or release it"};
  // The default queue is drained at the end of each turn.
  if (!owner || isolate.isInTurn()) return std::nullopt;
  if (owner->isDisposed()) {
    return Diagnosis{Undrained::Disposed, name, "the context \"" + name + "\" was disposed", "nothing"};
  }
  return Diagnosis{Undrained::NothingRuns, name,
                   "the queue belongs to the context \"" + name +
                       "\" alone and is drained only when a run or an evaluation in it ends; none is going on",
                   "run anything in \"" + name + "\", or drain the queue"};
}

StuckJob stuck(const Job& continuation, const Job& job, const Diagnosis& diagnosis) {
  return {.jobId = job.id,
          .queueId = job.queueId,
          .kind = continuation.kind,
          .handler = continuation.handler,
          .isQueued = continuation.id == job.id,
          .contextId = continuation.contextId,
          .cause = diagnosis.cause,
          .owner = diagnosis.owner,
          .reason = diagnosis.reason,
          .remedy = diagnosis.remedy};
}

}  // namespace

std::vector<StuckJob> findStuckJobs(Isolate& isolate, std::size_t most) {
  std::vector<StuckJob> found;
  Microtasks& microtasks = isolate.microtasks();
  for (MicrotaskQueue* queue : microtasks.queues()) {
    const auto diagnosis = diagnose(isolate, *queue);
    if (!diagnosis) continue;
    const JobPage page = microtasks.probe().read(*queue, 0, static_cast<std::int64_t>(most));
    for (const Job& job : page.jobs) {
      if (found.size() >= most) return found;
      found.push_back(stuck(job, job, *diagnosis));
      for (const Job& waiting : microtasks.probe().waitingFor(*queue, job.id, most - found.size())) {
        if (waiting.kind != JobKind::Builtin) found.push_back(stuck(waiting, job, *diagnosis));
      }
    }
  }
  return found;
}

}  // namespace vmscope
