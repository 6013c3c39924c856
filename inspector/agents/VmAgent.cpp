#include "inspector/agents/VmAgent.h"

#include <unistd.h>

#include <chrono>
#include <limits>

#include "engine/Isolate.h"
#include "engine/Platform.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/Script.h"
#include "inspector/InspectorClient.h"
#include "inspector/InspectorPort.h"
#include "inspector/Session.h"
#include "inspector/Target.h"
#include "inspector/agents/ActivityReporter.h"
#include "inspector/agents/MemoryMeasurement.h"
#include "inspector/agents/Origin.h"
#include "inspector/agents/Retainers.h"
#include "inspector/agents/ScriptRunner.h"

namespace vmscope {

using namespace protocol::vm;
using protocol::Error;
using protocol::invalidParams;
using protocol::refused;

namespace {

Error noSuchContext(std::int64_t id) {
  return invalidParams("executionContextId: there is no context " + std::to_string(id));
}

double millisSinceEpoch(std::chrono::system_clock::time_point time) {
  return std::chrono::duration<double, std::milli>(time.time_since_epoch()).count();
}

ContextOptions contextOptions(const CreateContextParams& params) {
  ContextOptions options;
  options.name = params.name;
  options.origin = params.origin.value_or("");
  options.global = params.contextify.value_or(true) ? GlobalKind::Contextified : GlobalKind::Vanilla;
  options.microtaskMode = params.microtaskMode ? vmscope::MicrotaskMode::AfterEvaluate : vmscope::MicrotaskMode::Shared;
  options.allowsStrings = !params.codeGeneration || params.codeGeneration->strings;
  options.allowsWasm = !params.codeGeneration || params.codeGeneration->wasm;
  return options;
}

// The context object is the value of an expression in the main context.
std::variant<v8::Local<v8::Object>, Error> contextObject(Lock& lock, const std::string& expression) {
  Context& main = lock.isolate().contexts().main();
  const Isolate::Turn turn(lock.isolate());
  auto script = Script::compile(lock, main, lock.string("(" + expression + "\n)"), {"vmscope:contextObject", 0, -1});
  if (const auto* thrown = std::get_if<Thrown>(&script)) {
    return invalidParams("contextObject: " + lock.text(thrown->value));
  }
  const Completion completion = std::get<Script>(script).run(lock, main, {std::chrono::seconds(5)});
  if (!completion.isNormal()) return refused("contextObject: " + lock.text(completion.thrown().value));
  if (!completion.value()->IsObject()) return invalidParams("contextObject: its value is not an object");
  return completion.value().As<v8::Object>();
}

}  // namespace

VmAgent::VmAgent(Target& target)
    : target_(target),
      isolate_(target.isolate()),
      activity_(std::make_unique<ActivityReporter>(target, [this](const auto& event) { notify(event); })) {
  Dispatcher& table = target.dispatcher();
  table.on(*this, &VmAgent::enableEvents);
  table.on(*this, &VmAgent::disableEvents);
  table.on(*this, &VmAgent::engineInfo);
  table.on(*this, &VmAgent::createContext, Needs::IdleEngine);
  table.on(*this, &VmAgent::listContexts);
  table.on(*this, &VmAgent::disposeContext);
  table.on(*this, &VmAgent::retainers, Needs::IdleEngine);
  table.on(*this, &VmAgent::runScript, Needs::IdleEngine);
  table.on(*this, &VmAgent::compileCheck);
  table.on(*this, &VmAgent::stopLines);
  table.on(*this, &VmAgent::terminate);
  table.on(*this, &VmAgent::terminateIdle);
  table.on(*this, &VmAgent::measureMemory);
  table.on(*this, &VmAgent::engineState);
  table.on(*this, &VmAgent::openInspector);
  table.on(*this, &VmAgent::closeInspector);
  table.on(*this, &VmAgent::inspectorState);
  const auto inspectorChanged = [this] { notify(InspectorChangedEvent{target_.port().state()}); };
  target.port().onChange(inspectorChanged);
  target.onSessionsChange(inspectorChanged);
  isolate_.observe(*this);
}

VmAgent::~VmAgent() {
  isolate_.unobserve(*this);
}

Answer<EnableResult> VmAgent::enableEvents(Session& session, const EnableParams&) {
  if (isEnabled(session)) return EnableResult{};
  enable(session);
  isolate_.contexts().forEach([&](Context& context) {
    if (!context.isDisposed()) session.notify(ContextCreatedEvent{describe(context)});
  });
  return EnableResult{};
}

Answer<DisableResult> VmAgent::disableEvents(Session& session, const DisableParams&) {
  disable(session);
  return DisableResult{};
}

Answer<GetEngineInfoResult> VmAgent::engineInfo(Session&, const GetEngineInfoParams&) {
  v8::HeapStatistics heap;
  isolate_.v8()->GetHeapStatistics(&heap);
  return GetEngineInfoResult{.version = target_.options().version,
                             .v8Version = Platform::v8Version(),
                             .pid = getpid(),
                             .heapLimitBytes = static_cast<double>(heap.heap_size_limit())};
}

Answer<CreateContextResult> VmAgent::createContext(Session&, const CreateContextParams& params) {
  if (const std::string problem = originProblem(params.origin.value_or("")); !problem.empty()) {
    return invalidParams("origin: " + problem);
  }
  if (params.contextObject && !params.contextify.value_or(true)) {
    return invalidParams("contextObject: a vanilla context has none");
  }
  Lock lock(isolate_);
  v8::Local<v8::Object> sandbox;
  if (params.contextObject) {
    auto object = contextObject(lock, *params.contextObject);
    if (const auto* error = std::get_if<Error>(&object)) return *error;
    sandbox = std::get<v8::Local<v8::Object>>(object);
  }
  Context* context = isolate_.contexts().create(lock, contextOptions(params), ContextLife::Pinned, sandbox);
  if (context == nullptr) return refused("V8 could not make the context");
  return CreateContextResult{describe(*context)};
}

Answer<ListContextsResult> VmAgent::listContexts(Session&, const ListContextsParams&) {
  ListContextsResult result;
  isolate_.contexts().forEach([&](Context& context) {
    if (!context.isDisposed()) result.contexts.push_back(describe(context));
  });
  return result;
}

Answer<DisposeContextResult> VmAgent::disposeContext(Session&, const DisposeContextParams& params) {
  Context* context = target_.findContext(params.executionContextId);
  if (context == nullptr || context->isDisposed()) return noSuchContext(params.executionContextId);
  if (context->isMain()) return refused("the main context cannot be disposed of");
  Lock lock(isolate_);
  isolate_.contexts().dispose(lock, *context);
  return DisposeContextResult{};
}

// A context that has been freed is no longer known by its id, though it was: then nothing holds it.
Answer<FindRetainersResult> VmAgent::retainers(Session&, const FindRetainersParams& params) {
  const Context* context = target_.findContext(params.executionContextId);
  if (context == nullptr) return FindRetainersResult{.alive = false, .path = {}};
  FindRetainersResult result{.alive = true, .path = findRetainers(isolate_.v8(), *context)};
  result.alive = target_.findContext(params.executionContextId) != nullptr;
  return result;
}

Answer<RunScriptResult> VmAgent::runScript(Session& session, const RunScriptParams& params) {
  Context* context = target_.findContext(params.executionContextId);
  if (context == nullptr || context->isDisposed()) return noSuchContext(params.executionContextId);
  constexpr std::int64_t kMost = std::numeric_limits<int>::max();
  if (std::abs(params.lineOffset.value_or(0)) > kMost) return invalidParams("lineOffset: it is too large");
  if (std::abs(params.columnOffset.value_or(0)) > kMost) return invalidParams("columnOffset: it is too large");
  return vmscope::runScript(session, *context, params);
}

Answer<CompileCheckResult> VmAgent::compileCheck(Session& session, const CompileCheckParams& params) {
  return CompileCheckResult{findCompileProblems(session, params)};
}

Answer<FindStopLinesResult> VmAgent::stopLines(Session& session, const FindStopLinesParams& params) {
  return findStopLines(session, params);
}

Answer<TerminateResult> VmAgent::terminate(Session& session, const TerminateParams&) {
  const Moment moment = target_.moment();
  if (moment != Moment::Idle) isolate_.terminate(TerminationReason::User);
  if (moment == Moment::Paused) session.v8().resume(true);
  return TerminateResult{};
}

// Reached only while nothing runs; otherwise the call is V8's.
Answer<protocol::runtime::TerminateExecutionResult> VmAgent::terminateIdle(
    Session&, const protocol::runtime::TerminateExecutionParams&) {
  return protocol::runtime::TerminateExecutionResult{};
}

void VmAgent::measureMemory(Session&, const MeasureMemoryParams&, AnswerLater<MeasureMemoryResult> answer) {
  vmscope::measureMemory(target_, std::move(answer));
}

Answer<GetEngineStateResult> VmAgent::engineState(Session&, const GetEngineStateParams&) {
  return activity_->state();
}

Answer<OpenInspectorResult> VmAgent::openInspector(Session&, const OpenInspectorParams& params) {
  if (params.port && (*params.port < 0 || *params.port > 65535)) return invalidParams("port: it is not in 0..65535");
  ListenOptions options;
  options.host = params.host.value_or("");
  options.port = static_cast<std::uint16_t>(params.port.value_or(0));
  if (params.allowRemote.value_or(false)) options.remoteAccess = ListenOptions::RemoteAccess::Allowed;
  if (std::string problem = target_.port().open(options); !problem.empty()) return refused(problem);
  return OpenInspectorResult{target_.port().state()};
}

// Later, so that a client which closes its own way in hears of it first.
Answer<CloseInspectorResult> VmAgent::closeInspector(Session&, const CloseInspectorParams&) {
  isolate_.interrupt([&port = target_.port()] { port.close(); });
  return CloseInspectorResult{};
}

Answer<GetInspectorResult> VmAgent::inspectorState(Session&, const GetInspectorParams&) {
  return GetInspectorResult{target_.port().state()};
}

void VmAgent::contextCreated(Lock&, Context& context) {
  notify(ContextCreatedEvent{describe(context)});
}

void VmAgent::contextDestroyed(Lock&, Context& context) {
  notify(ContextDisposedEvent{target_.executionContextId(context)});
}

void VmAgent::contextCollected(int contextId) {
  notify(ContextCollectedEvent{target_.client().formerExecutionContextId(contextId)});
}

void VmAgent::heapLimitReached(std::uint64_t limitBytes) {
  notify(HeapLimitReachedEvent{activity_->state().usedHeapBytes, static_cast<double>(limitBytes)});
}

ContextDescription VmAgent::describe(const Context& context) const {
  const ContextOptions& options = context.options();
  ContextDescription description;
  description.executionContextId = target_.executionContextId(context);
  description.uniqueId = target_.client().uniqueId(context);
  description.name = context.name();
  description.origin = context.origin();
  description.queueId = context.queue().id();
  if (context.hasOwnQueue()) description.microtaskMode = protocol::vm::MicrotaskMode::AfterEvaluate;
  description.codeGeneration = {options.allowsStrings, options.allowsWasm};
  description.contextified = options.global == GlobalKind::Contextified;
  description.createdAt = millisSinceEpoch(context.createdAt());
  description.isMain = context.isMain();
  return description;
}

}  // namespace vmscope
