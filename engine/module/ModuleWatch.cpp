// What observers of modules are told: the part of Modules that looks.
#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/Isolate.h"
#include "engine/microtask/Microtasks.h"
#include "engine/module/Modules.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

double nowMicros() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::micro>(now).count();
}

// Without reading properties: a getter would run, and `stack`, once read, no longer knows the place of the error.
ModuleError describeError(const Lock& lock, v8::Local<v8::Value> error) {
  constexpr std::string_view kUncaught = "Uncaught ";
  const auto main = lock.isolate().contexts().main().v8(lock);
  const v8::Context::Scope scope(main);
  const auto message = v8::Exception::CreateMessage(lock.v8(), error);
  ModuleError described{lock.text(message->Get()), {}};
  if (described.message.starts_with(kUncaught)) described.message.erase(0, kUncaught.size());
  const std::string file = lock.text(message->GetScriptResourceName());
  const int line = message->GetLineNumber(main).FromMaybe(0);
  if (!message->GetScriptResourceName()->IsString() || line == 0) return described;
  described.stack = described.message + "\n    at " + file + ":" + std::to_string(line) + ":" +
                    std::to_string(message->GetStartColumn(main).FromMaybe(0) + 1);
  return described;
}

}  // namespace

void Modules::announce(Lock& lock, Module& module) {
  if (!isObserved()) return;
  const ModuleNode node = describe(lock, module);
  for (ModuleObserver* observer : observers_) observer->moduleAdded(node);
}

void Modules::wasLinked(Lock& lock, Module& module) {
  if (!isObserved()) return;
  const ModuleNode node = describe(lock, module);
  for (ModuleObserver* observer : observers_) observer->moduleLinked(node);
}

void Modules::statusMayHaveChanged(Lock& lock, Module& module) {
  if (!isObserved()) return;
  const v8::HandleScope handles(lock.v8());
  const ModuleStatus now = module.status(lock);
  if (now == module.seen_) return;
  const ModuleTransition transition{module.seen_, now, nowMicros()};
  module.seen_ = now;
  module.history_.push_back(transition);
  const ModuleNode node = describe(lock, module);
  module.isToldUnfinished_ = node.isEvaluatingAsync;
  for (ModuleObserver* observer : observers_) observer->moduleStatusChanged(node, transition);
}

void Modules::statusesMayHaveChanged(Lock& lock, Module& root) {
  if (!isObserved()) return;
  forEachReachable(root, [&](Module& module) { statusMayHaveChanged(lock, module); });
}

void Modules::remember(Lock& lock, Module& module, v8::Local<v8::Promise> evaluation) {
  pending_.push_back({module.id(), v8::Global<v8::Promise>(lock.v8(), evaluation)});
  pending_.back().evaluation.SetWeak();
}

void Modules::turnEnded() {
  if (pending_.empty()) return;
  Lock lock(isolate_);
  refresh(lock);
}

bool Modules::isUnfinished(const Lock& lock, const Module& module) {
  const v8::HandleScope handles(lock.v8());
  return !module.evaluation_.IsEmpty() && module.evaluation_.Get(lock.v8())->State() == v8::Promise::kPending;
}

void Modules::noteBegun(const Lock& lock) {
  std::erase_if(waiting_, [&](int id) {
    Module* module = find(id);
    if (module == nullptr) return true;
    // One that failed has begun only if the error is its own.
    if (module->status(lock) == ModuleStatus::Errored && errorOrigin(lock, *module) != id) return true;
    const auto& targets = module->linked();
    const bool waits = std::any_of(targets.begin(), targets.end(), [&](const Module* target) {
      return target != module && isUnfinished(lock, *target);
    });
    if (waits) return false;
    numberBody(lock, *module);
    return true;
  });
}

void Modules::noteRuns(const Lock& lock, Module& module) {
  if (waiting_.empty()) return;
  noteBegun(lock);
  if (std::erase(waiting_, module.id()) > 0) numberBody(lock, module);
}

void Modules::numberBody(const Lock& lock, Module& module) {
  module.evaluationOrder_ = bodiesRun_++;
  tellAgain(lock, module);
}

void Modules::refresh(Lock& lock) {
  if (pending_.empty()) return;
  if (isObserved()) lookAtAwaits(lock);
  noteBegun(lock);
  if (isObserved()) tellFinished(lock);
  std::vector<Module*> left;
  std::erase_if(pending_, [&](const Pending& one) {
    const v8::HandleScope handles(lock.v8());
    Module* root = find(one.moduleId);
    if (root == nullptr || one.evaluation.IsEmpty()) return true;
    if (one.evaluation.Get(lock.v8())->State() == v8::Promise::kPending) return false;
    forEachReachable(*root, [&](Module& module) {
      if (isUnfinished(lock, module) && module.record(lock)->HasTopLevelAwait()) left.push_back(&module);
    });
    return true;
  });
  // An evaluation that failed leaves those behind that still wait.
  for (Module* module : left) {
    const v8::HandleScope handles(lock.v8());
    remember(lock, *module, module->evaluation_.Get(lock.v8()));
  }
}

// Programs see "evaluated" from where a body first awaits; observers are told of each await and of its end, too.
void Modules::lookAtAwaits(Lock& lock) {
  std::map<int, ModulePlace> places;
  for (const StalledAwait& stalled : stalledAwaits(lock)) places.emplace(stalled.moduleId, stalled.place);
  for (const Pending& one : pending_) {
    Module* root = find(one.moduleId);
    if (root == nullptr) continue;
    forEachReachable(*root, [&](Module& module) {
      statusMayHaveChanged(lock, module);
      const auto it = places.find(module.id());
      const auto now = it == places.end() ? std::nullopt : std::optional(it->second);
      if (std::exchange(module.awaiting_, now) == now) return;
      tellAgain(lock, module);
    });
  }
}

// Nothing else may have happened to it: a module whose own await has continued finishes in a later job.
void Modules::tellFinished(const Lock& lock) {
  for (const Pending& one : pending_) {
    Module* root = find(one.moduleId);
    if (root == nullptr) continue;
    forEachReachable(*root, [&](Module& module) {
      if (module.isToldUnfinished_ && !isUnfinished(lock, module)) tellAgain(lock, module);
    });
  }
}

void Modules::tellAgain(const Lock& lock, Module& module) {
  const ModuleNode node = describe(lock, module);
  module.isToldUnfinished_ = node.isEvaluatingAsync;
  for (ModuleObserver* observer : observers_) {
    observer->moduleStatusChanged(node, {module.seen_, module.seen_, nowMicros()});
  }
}

std::vector<StalledAwait> Modules::stalledAwaits(const Lock& lock) const {
  std::vector<StalledAwait> found;
  for (const Pending& one : pending_) {
    const Module* root = find(one.moduleId);
    if (root == nullptr || root->record(lock)->GetStatus() != v8::Module::kEvaluated) continue;
    const auto realm = root->context().v8(lock);
    const auto [records, messages] = root->record(lock)->GetStalledTopLevelAwaitMessages(lock.v8());
    for (std::size_t i = 0; i < records.size(); ++i) {
      const Module* module = find(lock, records[i]);
      if (module == nullptr) continue;
      // V8 counts one whose body has just ended, until the job that goes on with its importers.
      if (isolate_.microtasks().probe().hasEnded(module->context().queue(), records[i])) continue;
      found.push_back(
          {module->id(),
           {messages[i]->GetLineNumber(realm).FromMaybe(1) - 1, messages[i]->GetStartColumn(realm).FromMaybe(0)},
           lock.text(messages[i]->GetSourceLine(realm).FromMaybe(v8::String::Empty(lock.v8())))});
    }
  }
  return found;
}

ModuleNode Modules::describe(const Lock& lock, Module& module) const {
  const v8::HandleScope handles(lock.v8());
  const auto record = module.record(lock);
  ModuleNode node;
  node.id = module.id();
  node.identifier = module.identifier();
  node.kind = module.kind();
  node.status = module.status(lock);
  node.contextId = module.context().id();
  node.contextName = module.context().name();
  node.hasTopLevelAwait = record->HasTopLevelAwait();
  node.evaluationOrder = module.evaluationOrder_;
  node.durationMicros = module.durationMicros_;
  node.history = module.history_;
  node.awaiting = module.awaiting_;
  node.isEvaluatingAsync = node.status == ModuleStatus::Evaluated && (node.awaiting || isUnfinished(lock, module));
  node.scriptId = module.scriptId_;
  if (module.kind() == ModuleKind::SourceText) {
    node.requests = static_cast<const SourceTextModule&>(module).requests(lock);
    node.targets.resize(node.requests.size());
    for (std::size_t i = 0; i < module.linked().size(); ++i) node.targets[i] = module.linked()[i]->id();
  }
  if (record->GetStatus() >= v8::Module::kInstantiated) node.isAsyncGraph = record->IsGraphAsync();
  if (node.status == ModuleStatus::Errored) {
    node.error = describeError(lock, module.error(lock));
    node.errorOrigin = errorOrigin(lock, module);
  }
  return node;
}

// The one that threw is the one without a target that shares its error. In a cycle all have such a target; there the
// place where the error was made tells.
int Modules::errorOrigin(const Lock& lock, Module& module) const {
  const auto error = module.error(lock);
  const auto shares = [&](const Module& other) {
    return other.status(lock) == ModuleStatus::Errored && other.error(lock)->SameValue(error);
  };
  const int madeIn = v8::Exception::CreateMessage(lock.v8(), error)->GetScriptOrigin().ScriptId();
  int leaf = 0;
  int maker = 0;
  forEachReachable(module, [&](Module& other) {
    if (!shares(other)) return;
    const auto& targets = other.linked();
    if (std::none_of(targets.begin(), targets.end(),
                     [&](Module* target) { return target != &other && shares(*target); }))
      leaf = other.id();
    if (other.scriptId_ == madeIn && madeIn != 0) maker = other.id();
  });
  if (leaf != 0) return leaf;
  return maker != 0 ? maker : module.id();
}

ModuleGraph Modules::graph(Lock& lock) {
  if (!isObserved()) lookAtAwaits(lock);
  noteBegun(lock);
  std::vector<ModuleNode> nodes;
  forEach([&](Module& module) { nodes.push_back(describe(lock, module)); });
  return ModuleGraph(std::move(nodes));
}

}  // namespace vmscope
