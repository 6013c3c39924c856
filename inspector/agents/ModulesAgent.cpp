#include "inspector/agents/ModulesAgent.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/microtask/Microtasks.h"
#include "engine/module/Modules.h"
#include "engine/vm/Contexts.h"
#include "inspector/Evaluations.h"
#include "inspector/Session.h"
#include "inspector/Target.h"
#include "inspector/agents/ModuleDescriptions.h"
#include "inspector/agents/ModuleSteps.h"

namespace vmscope {

using namespace protocol::modules;
using protocol::Error;
using protocol::invalidParams;
using protocol::refused;

namespace {

Error noSuchModule(const std::string& id) {
  return invalidParams("moduleId: there is no module " + id);
}

RunOptions runOptions(const EvaluateParams& params) {
  RunOptions options;
  if (params.timeout) {
    const double millis = std::clamp(std::ceil(*params.timeout), 1.0, 2147483647.0);
    options.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(millis));
  }
  return options;
}

}  // namespace

ModulesAgent::ModulesAgent(Target& target)
    : target_(target), isolate_(target.isolate()), self_(std::make_shared<ModulesAgent*>(this)) {
  Dispatcher& table = target.dispatcher();
  table.on(*this, &ModulesAgent::enableEvents);
  table.on(*this, &ModulesAgent::disableEvents);
  table.on(*this, &ModulesAgent::create, Needs::IdleEngine);
  table.on(*this, &ModulesAgent::load, Needs::IdleEngine);
  table.on(*this, &ModulesAgent::link, Needs::IdleEngine);
  table.on(*this, &ModulesAgent::instantiate, Needs::IdleEngine);
  table.on(*this, &ModulesAgent::evaluate, Needs::IdleEngine);
  table.on(*this, &ModulesAgent::remove);
  table.on(*this, &ModulesAgent::graph);
  table.on(*this, &ModulesAgent::namespaceObject);
  table.on(*this, &ModulesAgent::source);
  isolate_.observe(*this);
}

ModulesAgent::~ModulesAgent() {
  isolate_.unobserve(*this);
  isolate_.modules().unobserve(*this);
}

Answer<EnableResult> ModulesAgent::enableEvents(Session& session, const EnableParams&) {
  if (isEnabled(session)) return EnableResult{};
  enable(session);
  watchAsNeeded();
  Lock lock(isolate_);
  isolate_.modules().forEach([&](Module& module) {
    if (removed_.count(module.id()) == 0) session.notify(ModuleAddedEvent{describe(lock, module)});
  });
  return EnableResult{};
}

Answer<DisableResult> ModulesAgent::disableEvents(Session& session, const DisableParams&) {
  disable(session);
  return DisableResult{};
}

// Once somebody has asked, the engine goes on watching: what it would miss could not be told later.
void ModulesAgent::watchAsNeeded() {
  if (std::exchange(isWatching_, true)) return;
  isolate_.modules().observe(*this);
}

Answer<CreateResult> ModulesAgent::create(Session& session, const CreateParams& params) {
  Context* context = target_.findContext(params.executionContextId);
  if (context == nullptr || context->isDisposed()) {
    return invalidParams("executionContextId: there is no context " + std::to_string(params.executionContextId));
  }
  if (params.kind == Kind::SourceText && !params.source) return invalidParams("source is missing");
  if (params.kind == Kind::Synthetic && !params.exports) return invalidParams("exports is missing");
  Lock lock(isolate_);
  const v8::Context::Scope scope(context->v8(lock));
  auto made = params.kind == Kind::SourceText ? parseModule(lock, *context, params)
                                              : makeSyntheticModule(lock, *context, params);
  if (const auto* thrown = std::get_if<Thrown>(&made)) {
    return CreateResult{std::nullopt, session.values().wrap(lock, context->v8(lock), *thrown, {})};
  }
  Module& module = *std::get<Module*>(made);
  made_[module.id()] = params.source.value_or("");
  return CreateResult{describe(lock, module), std::nullopt};
}

Answer<LoadResult> ModulesAgent::load(Session& session, const LoadParams& params) {
  Context* context = target_.findContext(params.executionContextId);
  if (context == nullptr || context->isDisposed()) {
    return invalidParams("executionContextId: there is no context " + std::to_string(params.executionContextId));
  }
  if (!target_.options().loadModule) return refused("this engine does not read modules from files");
  Lock lock(isolate_);
  const v8::Context::Scope scope(context->v8(lock));
  auto loaded = target_.options().loadModule(lock, *context, params.url, params.source);
  if (const auto* thrown = std::get_if<Thrown>(&loaded)) {
    return LoadResult{std::nullopt, session.values().wrap(lock, context->v8(lock), *thrown, {})};
  }
  return LoadResult{describe(lock, *std::get<Module*>(loaded)), std::nullopt};
}

Answer<LinkResult> ModulesAgent::link(Session& session, const LinkParams& params) {
  Module* module = find(params.moduleId);
  if (module == nullptr) return noSuchModule(params.moduleId);
  std::map<std::string, Module*> decided;
  for (const Resolution& resolution : params.resolutions.value_or(std::vector<Resolution>())) {
    Module* target = find(resolution.moduleId);
    if (target == nullptr) return invalidParams("resolutions: there is no module " + resolution.moduleId);
    decided[resolution.specifier] = target;
  }
  Lock lock(isolate_);
  const Linked linked = linkModule(lock, *module, decided);
  LinkResult result{describe(lock, *module), std::nullopt};
  if (linked.thrown) {
    result.exceptionDetails = session.values().wrap(lock, module->context().v8(lock), *linked.thrown, {});
  } else if (!linked.problem.empty()) {
    result.exceptionDetails.emplace().text = linked.problem;
  }
  return result;
}

Answer<InstantiateResult> ModulesAgent::instantiate(Session& session, const InstantiateParams& params) {
  Module* module = find(params.moduleId);
  if (module == nullptr) return noSuchModule(params.moduleId);
  Lock lock(isolate_);
  if (module->status(lock) != ModuleStatus::Unlinked) {
    return refused("the module is " + std::string(nameOf(module->status(lock))) +
                   "; only an unlinked one is instantiated");
  }
  const v8::Context::Scope scope(module->context().v8(lock));
  const Completion completion = module->instantiate(lock);
  InstantiateResult result{describe(lock, *module), std::nullopt};
  if (!completion.isNormal()) {
    result.exceptionDetails = session.values().wrap(lock, module->context().v8(lock), completion.thrown(), {});
  }
  return result;
}

void ModulesAgent::evaluate(Session& session, const EvaluateParams& params, EvaluateAnswer answer) {
  Module* module = find(params.moduleId);
  if (module == nullptr) return answer(noSuchModule(params.moduleId));
  Lock lock(isolate_);
  if (!module->isInstantiated(lock) && module->status(lock) != ModuleStatus::Errored) {
    return answer(refused("the module is not instantiated"));
  }
  watchAsNeeded();  // so that it is known where a top-level await waits
  const double startedAt = microsecondsNow();
  const v8::Context::Scope scope(module->context().v8(lock));
  const Evaluated evaluated = evaluateModule(lock, *module, runOptions(params));
  if (evaluated.thrown) {
    EvaluateResult result{describe(lock, *module), false, std::nullopt, microsecondsNow() - startedAt};
    result.exceptionDetails = session.values().wrap(lock, module->context().v8(lock), *evaluated.thrown, {});
    return answer(std::move(result));
  }
  const bool isPending = evaluated.promise->State() == v8::Promise::kPending;
  if (!isPending || !params.awaitPromise.value_or(false)) {
    return answer(outcome(lock, session, *module, evaluated.promise, startedAt));
  }
  target_.evaluations().keepDraining(module->context().id());
  pending_.push_back({session.id(), module->id(), startedAt, v8::Global<v8::Promise>(lock.v8(), evaluated.promise),
                      std::move(answer)});
}

EvaluateResult ModulesAgent::outcome(Lock& lock, Session& session, Module& module, v8::Local<v8::Promise> promise,
                                     double startedAt) const {
  isolate_.modules().refresh(lock);
  EvaluateResult result{describe(lock, module), promise->State() == v8::Promise::kPending, std::nullopt,
                        microsecondsNow() - startedAt};
  if (promise->State() != v8::Promise::kRejected) return result;
  const auto context = module.context().v8(lock);
  const Thrown thrown{promise->Result(), v8::Exception::CreateMessage(lock.v8(), promise->Result())};
  result.exceptionDetails = session.values().wrap(lock, context, thrown, {});
  return result;
}

// A look, not a reaction: that would be a job in the very queue that people watch.
void ModulesAgent::turnEnded() {
  if (pending_.empty()) return;
  isolate_.loop().post([self = std::weak_ptr(self_)] {
    if (const auto agent = self.lock()) (*agent)->lookAtPending();
  });
}

void ModulesAgent::lookAtPending() {
  Lock lock(isolate_);
  for (auto it = pending_.begin(); it != pending_.end();) {
    Session* session = target_.findSession(it->session);
    Module* module = isolate_.modules().find(it->moduleId);
    const auto promise = it->promise.Get(lock.v8());
    if (session != nullptr && module != nullptr && promise->State() == v8::Promise::kPending) {
      ++it;
      continue;
    }
    if (module != nullptr) target_.evaluations().stopDraining(module->context().id());
    if (session != nullptr && module != nullptr) {
      it->answer(outcome(lock, *session, *module, promise, it->startedAt));
    } else if (session != nullptr) {
      it->answer(refused("the module is gone"));
    }
    it = pending_.erase(it);
  }
}

Answer<RemoveResult> ModulesAgent::remove(Session&, const RemoveParams& params) {
  Module* module = find(params.moduleId);
  if (module == nullptr) return noSuchModule(params.moduleId);
  if (made_.erase(module->id()) == 0)
    return refused("a program made this module; it lives as long as the program needs it");
  removed_.insert(module->id());
  notify(ModuleRemovedEvent{params.moduleId});
  Lock lock(isolate_);
  isolate_.modules().release(lock, *module);
  return RemoveResult{};
}

Answer<GetGraphResult> ModulesAgent::graph(Session&, const GetGraphParams& params) {
  Context* only = nullptr;
  if (params.executionContextId) {
    only = target_.findContext(*params.executionContextId);
    if (only == nullptr) {
      return invalidParams("executionContextId: there is no context " + std::to_string(*params.executionContextId));
    }
  }
  Lock lock(isolate_);
  GetGraphResult result;
  const ModuleGraph graph = isolate_.modules().graph(lock);
  for (const ModuleNode& node : graph.nodes()) {
    if ((only != nullptr && node.contextId != only->id()) || removed_.count(node.id) != 0) continue;
    result.modules.push_back(vmscope::describe(target_, node));
    for (Edge& edge : describeEdges(node)) result.edges.push_back(std::move(edge));
  }
  return result;
}

Answer<GetNamespaceResult> ModulesAgent::namespaceObject(Session& session, const GetNamespaceParams& params) {
  Module* module = find(params.moduleId);
  if (module == nullptr) return noSuchModule(params.moduleId);
  Lock lock(isolate_);
  if (!module->isInstantiated(lock)) return refused("the module is not instantiated: it has no namespace yet");
  const WrapOptions wrapping{params.objectGroup.value_or(""), params.generatePreview.value_or(false)
                                                                  ? WrapOptions::Preview::Yes
                                                                  : WrapOptions::Preview::No};
  const v8::Context::Scope scope(module->context().v8(lock));
  return GetNamespaceResult{session.values().wrap(lock, module->namespaceObject(lock), wrapping)};
}

Answer<GetSourceResult> ModulesAgent::source(Session&, const GetSourceParams& params) {
  Module* module = find(params.moduleId);
  if (module == nullptr) return noSuchModule(params.moduleId);
  const auto made = made_.find(module->id());
  if (made == made_.end() || module->kind() == ModuleKind::Synthetic) {
    return refused(
        "only the source of a source text module made by Modules.create is kept; Debugger.getScriptSource has others");
  }
  return GetSourceResult{made->second};
}

void ModulesAgent::moduleAdded(const ModuleNode& module) {
  notify(ModuleAddedEvent{vmscope::describe(target_, module)});
}

void ModulesAgent::moduleLinked(const ModuleNode& module) {
  notify(ModuleLinkedEvent{protocolId(module.id), describeEdges(module)});
}

void ModulesAgent::moduleStatusChanged(const ModuleNode& module, const ModuleTransition& transition) {
  if (removed_.count(module.id) != 0) return;
  notify(StatusChangedEvent{protocolId(module.id), vmscope::describe(transition.from), vmscope::describe(transition.to),
                            transition.at, vmscope::describe(target_, module)});
}

void ModulesAgent::moduleRemoved(int moduleId) {
  made_.erase(moduleId);
  if (removed_.erase(moduleId) == 0) notify(ModuleRemovedEvent{protocolId(moduleId)});
}

vmscope::Module* ModulesAgent::find(const std::string& moduleId) const {
  int id = 0;
  const char* end = moduleId.data() + moduleId.size();
  const auto read = std::from_chars(moduleId.data(), end, id);
  if (read.ec != std::errc() || read.ptr != end || removed_.count(id) != 0) return nullptr;
  return isolate_.modules().find(id);
}

protocol::modules::Module ModulesAgent::describe(const Lock& lock, Module& module) const {
  return vmscope::describe(target_, isolate_.modules().describe(lock, module));
}

}  // namespace vmscope
