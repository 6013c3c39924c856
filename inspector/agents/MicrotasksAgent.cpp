#include "inspector/agents/MicrotasksAgent.h"

#include <algorithm>
#include <limits>

#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/microtask/StuckJobs.h"
#include "inspector/GeneratorLocator.h"
#include "inspector/InspectorClient.h"
#include "inspector/Session.h"
#include "inspector/Target.h"
#include "inspector/agents/JobDescriptions.h"
#include "inspector/agents/QueueReporter.h"

namespace vmscope {

using namespace protocol::microtasks;
using protocol::Error;
using protocol::invalidParams;
using protocol::refused;
using Origins = EnableParams::Origins;
using Jobs = EnableParams::Jobs;

namespace {

constexpr std::int64_t kMostJobs = 1000;
constexpr std::int64_t kMostJobsOfPage = 10'000;

Error noSuchQueue(std::int64_t id) {
  return invalidParams("queueId: there is no queue " + std::to_string(id));
}

OriginLevel levelOf(Origins origins) {
  switch (origins) {
    case Origins::None:
      return OriginLevel::None;
    case Origins::Top:
      return OriginLevel::Top;
    case Origins::Full:
      break;
  }
  return OriginLevel::Full;
}

std::optional<protocol::runtime::ExceptionDetails> describeTermination(TerminationReason reason) {
  if (reason == TerminationReason::None) return std::nullopt;
  protocol::runtime::ExceptionDetails details;
  details.text = "Execution was terminated";
  return details;
}

}  // namespace

MicrotasksAgent::MicrotasksAgent(Target& target) : target_(target), isolate_(target.isolate()) {
  Dispatcher& table = target.dispatcher();
  table.on(*this, &MicrotasksAgent::enableEvents);
  table.on(*this, &MicrotasksAgent::disableEvents);
  table.on(*this, &MicrotasksAgent::queues);
  table.on(*this, &MicrotasksAgent::jobs);
  table.on(*this, &MicrotasksAgent::jobObjects);
  table.on(*this, &MicrotasksAgent::hold);
  table.on(*this, &MicrotasksAgent::step, Needs::IdleEngine);
  table.on(*this, &MicrotasksAgent::runTo, Needs::IdleEngine);
  table.on(*this, &MicrotasksAgent::drain, Needs::IdleEngine);
  table.on(*this, &MicrotasksAgent::stuck);
  table.on(*this, &MicrotasksAgent::timers);
  isolate_.microtasks().probe().setLocator(&target.client().generatorLocator());
  const Lock lock(isolate_);
  isolate_.microtasks().probe().isExact();  // the calibration runs JavaScript, before any debugger could stop in it
}

MicrotasksAgent::~MicrotasksAgent() {
  isolate_.microtasks().probe().setLocator(nullptr);
  isolate_.microtasks().origins().setLevel(OriginLevel::None);
}

void MicrotasksAgent::sessionLeft(Session& session) {
  Agent::sessionLeft(session);
  wanted_.erase(&session);
  watch();
  std::vector<int> released;
  std::erase_if(holders_, [&](const auto& holder) {
    if (holder.second == &session) released.push_back(holder.first);
    return holder.second == &session;
  });
  for (const int queueId : released) release(queueId);
}

Answer<EnableResult> MicrotasksAgent::enableEvents(Session& session, const EnableParams& params) {
  enable(session);
  wanted_[&session] = params;
  watch();
  return EnableResult{};
}

Answer<DisableResult> MicrotasksAgent::disableEvents(Session& session, const DisableParams&) {
  disable(session);
  wanted_.erase(&session);
  watch();
  return DisableResult{};
}

void MicrotasksAgent::watch() {
  auto origins = Origins::None;
  auto jobs = Jobs::Stepped;
  for (const auto& [session, wanted] : wanted_) {
    origins = std::max(origins, wanted.origins.value_or(Origins::None));
    jobs = std::max(jobs, wanted.jobs.value_or(Jobs::All));
  }
  isolate_.microtasks().origins().setLevel(levelOf(origins));
  if (!isWatched()) return reporter_.reset();
  if (!reporter_) {
    reporter_ = std::make_unique<QueueReporter>(target_, [this](const std::string& text) { send(text); });
  }
  reporter_->watch(jobs);
}

Answer<GetQueuesResult> MicrotasksAgent::queues(Session&, const GetQueuesParams&) {
  const Lock lock(isolate_);
  GetQueuesResult result;
  for (MicrotaskQueue* queue : isolate_.microtasks().queues()) {
    result.queues.push_back(describe(target_, *queue, kMostJobs));
  }
  return result;
}

Answer<GetJobsResult> MicrotasksAgent::jobs(Session&, const GetJobsParams& params) {
  if (params.from < 0) return invalidParams("from: it is negative");
  if (params.count < 0) return invalidParams("count: it is negative");
  MicrotaskQueue* queue = findQueue(params.queueId);
  if (queue == nullptr) return noSuchQueue(params.queueId);
  const Lock lock(isolate_);
  const QueueView view = isolate_.microtasks().view(*queue, params.from, std::min(params.count, kMostJobsOfPage));
  GetJobsResult result;
  for (const vmscope::Job& job : view.page.jobs) result.jobs.push_back(describe(target_, job));
  result.length = view.page.length;
  result.finished = static_cast<double>(view.page.finished);
  return result;
}

Answer<GetJobObjectsResult> MicrotasksAgent::jobObjects(Session& session, const GetJobObjectsParams& params) {
  Lock lock(isolate_);
  MicrotaskQueue* queue = params.jobId > 0 ? findQueue(queueOf(params.jobId)) : nullptr;
  const auto objects = queue ? isolate_.microtasks().probe().objects(*queue, params.jobId) : std::nullopt;
  if (!objects) return refused("job " + std::to_string(params.jobId) + " does not wait in a queue");
  const WrapOptions wrapping{params.objectGroup.value_or(""), WrapOptions::Preview::Yes};
  const auto wrap = [&](v8::Local<v8::Value> value) -> std::optional<protocol::runtime::RemoteObject> {
    if (value.IsEmpty() || value->IsUndefined()) return std::nullopt;
    return session.values().wrap(lock, value, wrapping);
  };
  return GetJobObjectsResult{wrap(objects->handler), wrap(objects->argument), wrap(objects->promise)};
}

Answer<HoldResult> MicrotasksAgent::hold(Session& session, const HoldParams& params) {
  MicrotaskQueue* queue = findQueue(params.queueId);
  if (queue == nullptr) return noSuchQueue(params.queueId);
  if (params.held) {
    holders_[queue->id()] = &session;
    const Lock lock(isolate_);
    isolate_.microtasks().stepper().hold(*queue, true);
  } else {
    holders_.erase(queue->id());
    release(queue->id());
  }
  return HoldResult{};
}

void MicrotasksAgent::release(int queueId) {
  const Lock lock(isolate_);
  if (MicrotaskQueue* queue = findQueue(queueId)) isolate_.microtasks().stepper().hold(*queue, false);
}

Answer<StepResult> MicrotasksAgent::step(Session&, const StepParams& params) {
  const Lock lock(isolate_);
  JobStepper& stepper = isolate_.microtasks().stepper();
  MicrotaskQueue* queue = params.queueId ? findQueue(*params.queueId) : nullptr;
  if (params.queueId && queue == nullptr) return noSuchQueue(*params.queueId);
  const auto outcome = queue ? stepper.step(*queue) : stepper.step();
  if (const auto* refusal = std::get_if<StepRefusal>(&outcome)) return refused(refusal->reason);
  const auto& stepped = std::get<Stepped>(outcome);
  StepResult result;
  if (stepped.job) result.job = describe(target_, *stepped.job);
  result.exceptionDetails = describeTermination(stepped.termination);
  return result;
}

Answer<RunToResult> MicrotasksAgent::runTo(Session&, const RunToParams& params) {
  if (params.jobId <= 0) return invalidParams("jobId: there is no job " + std::to_string(params.jobId));
  const Lock lock(isolate_);
  const auto outcome = isolate_.microtasks().stepper().runTo(params.jobId);
  if (const auto* refusal = std::get_if<StepRefusal>(&outcome)) return refused(refusal->reason);
  return RunToResult{std::get<SteppedRun>(outcome).jobsRun};
}

Answer<DrainResult> MicrotasksAgent::drain(Session&, const DrainParams& params) {
  MicrotaskQueue* queue = findQueue(params.queueId);
  if (queue == nullptr) return noSuchQueue(params.queueId);
  const Lock lock(isolate_);
  const auto outcome = isolate_.microtasks().stepper().drain(*queue);
  if (const auto* refusal = std::get_if<StepRefusal>(&outcome)) return refused(refusal->reason);
  return DrainResult{std::get<SteppedRun>(outcome).jobsRun};
}

Answer<GetStuckResult> MicrotasksAgent::stuck(Session&, const GetStuckParams&) {
  const Lock lock(isolate_);
  GetStuckResult result;
  for (const vmscope::StuckJob& job : findStuckJobs(isolate_)) result.stuck.push_back(describe(job));
  return result;
}

Answer<GetTimersResult> MicrotasksAgent::timers(Session&, const GetTimersParams&) {
  return GetTimersResult{describeTimers(target_)};
}

MicrotaskQueue* MicrotasksAgent::findQueue(std::int64_t queueId) const {
  if (queueId <= 0 || queueId > std::numeric_limits<int>::max()) return nullptr;
  return isolate_.microtasks().find(static_cast<int>(queueId));
}

}  // namespace vmscope
