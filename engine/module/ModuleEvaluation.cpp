#include "engine/module/ModuleEvaluation.h"

#include <algorithm>
#include <chrono>
#include <span>

#include "engine/Isolate.h"
#include "engine/module/Modules.h"
#include "engine/vm/Context.h"

namespace vmscope {

v8::MaybeLocal<v8::Promise> ModuleEvaluation::run(Module& root) {
  modules_.noteBegun(lock_);
  findOrder(root);
  const bool isDone = visitTargets(root);
  while (!open_.empty()) leave();
  if (isDone) return evaluation_;
  // Those that wait do so although the root has failed.
  for (std::size_t i = 0; i < begun_; ++i) {
    Module& module = *order_[i];
    if (!Modules::isUnfinished(lock_, module) || !module.hasTopLevelAwait(lock_)) continue;
    modules_.remember(lock_, module, module.evaluation_.Get(lock_.v8()));
  }
  if (lock_.v8()->IsExecutionTerminating()) return {};
  return evaluate(root);  // V8 carries the error from the module that threw up to the root
}

// Tarjan's algorithm, without recursion since graphs may be deep.
void ModuleEvaluation::findOrder(Module& root) {
  struct Number {
    std::size_t found;
    std::size_t lowest;
  };
  std::unordered_map<Module*, Number> numbers{{&root, {0, 0}}};
  std::vector<Module*> component{&root};
  std::vector<Visit> open{{&root}};
  while (!open.empty()) {
    Module& module = *open.back().module;
    if (open.back().nextTarget < module.linked().size()) {
      Module* target = module.linked()[open.back().nextTarget++];
      if (entrances_.contains(target) || target->status(lock_) != ModuleStatus::Linked) continue;
      const std::size_t count = numbers.size();
      const auto [known, isNew] = numbers.try_emplace(target, Number{count, count});
      if (isNew) {
        component.push_back(target);
        open.push_back({target});
      } else {
        numbers[&module].lowest = std::min(numbers[&module].lowest, known->second.found);
      }
      continue;
    }
    const Number number = numbers[&module];
    order_.push_back(&module);
    open.pop_back();
    if (!open.empty()) {
      Number& importer = numbers[open.back().module];
      importer.lowest = std::min(importer.lowest, number.lowest);
    }
    if (number.found == number.lowest) closeCycle(module, component);
  }
}

void ModuleEvaluation::closeCycle(Module& entrance, std::vector<Module*>& component) {
  Module* member = nullptr;
  do {
    member = component.back();
    component.pop_back();
    entrances_[member] = &entrance;
  } while (member != &entrance);
}

bool ModuleEvaluation::visitTargets(Module& root) {
  enter(root);
  while (!open_.empty()) {
    Visit& visit = open_.back();
    Module& module = *visit.module;
    if (visit.nextTarget < module.linked().size()) {
      Module* target = module.linked()[visit.nextTarget++];
      // V8 does not fail those who import a synthetic module that has failed before.
      const bool isSynthetic = target->kind() == ModuleKind::Synthetic;
      if (target->status(lock_) == ModuleStatus::Errored && !isSynthetic) return false;
      if (target->status(lock_) == ModuleStatus::Linked) enter(*target);
      continue;
    }
    // The first body of a cycle is due: V8 runs all of it, from where it is entered.
    Module& entrance = *entrances_.at(&module);
    while (open_.back().module != &entrance) leave();
    leave();
    if (!runOne(entrance)) return false;
  }
  return true;
}

void ModuleEvaluation::enter(Module& module) {
  open_.push_back({&module});
  module.status_ = ModuleStatus::Evaluating;
  modules_.statusMayHaveChanged(lock_, module);
}

void ModuleEvaluation::leave() {
  Module& module = *open_.back().module;
  open_.pop_back();
  if (module.status_ == ModuleStatus::Evaluating) module.status_.reset();
}

bool ModuleEvaluation::runOne(Module& module) {
  const std::size_t first = begun_;
  while (begun_ < order_.size() && (begun_ == first || order_[begun_ - 1] != &module)) ++begun_;
  const auto members = std::span(order_).subspan(first, begun_ - first);
  const bool hasBegun = number(members);

  const auto began = std::chrono::steady_clock::now();
  // So V8 must not learn that one has failed before it evaluates the importer.
  const bool isSynthetic = module.kind() == ModuleKind::Synthetic;
  if (isSynthetic && !Modules::takeSteps(lock_, static_cast<SyntheticModule&>(module))) return false;
  if (!evaluate(module).ToLocal(&evaluation_)) return false;
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - began;
  if (hasBegun) module.durationMicros_ = took.count();
  if (members.size() > 1 && module.status(lock_) == ModuleStatus::Errored) takeBackAfter(members);
  for (Module* member : members) {
    if (evaluation_->State() == v8::Promise::kPending) member->evaluation_.Reset(lock_.v8(), evaluation_);
    modules_.statusMayHaveChanged(lock_, *member);
  }
  if (open_.empty()) return true;
  // The program is given the root's promise alone, so nobody can handle this one.
  evaluation_->MarkAsHandled();
  return module.status(lock_) != ModuleStatus::Errored;
}

// A body waits for what its module imports and has not finished (ECMA-262 16.2.1.6.1.3.1 InnerModuleEvaluation, steps
// 12.c.v and 14). Of a cycle, only what was visited before counts.
bool ModuleEvaluation::number(std::span<Module* const> members) {
  std::vector<Module*> unfinished;
  bool waits = false;
  for (Module* module : members) {
    const auto& targets = module->linked();
    waits = std::any_of(targets.begin(), targets.end(), [&](const Module* target) {
      return std::find(unfinished.begin(), unfinished.end(), target) != unfinished.end() ||
             Modules::isUnfinished(lock_, *target);
    });
    if (waits) {
      modules_.waiting_.push_back(module->id());
    } else {
      module->evaluationOrder_ = modules_.bodiesRun_++;
    }
    if (waits || module->hasTopLevelAwait(lock_)) unfinished.push_back(module);
  }
  return !waits;
}

// Of a cycle, what comes after the body that threw has not begun.
void ModuleEvaluation::takeBackAfter(std::span<Module* const> members) {
  const int thrower = modules_.errorOrigin(lock_, *members.back());
  auto member = std::find_if(members.begin(), members.end(), [&](const Module* one) { return one->id() == thrower; });
  while (member != members.end() && ++member != members.end()) (*member)->evaluationOrder_.reset();
}

v8::MaybeLocal<v8::Promise> ModuleEvaluation::evaluate(Module& module) {
  v8::Local<v8::Value> value;
  if (!module.record(lock_)->Evaluate(module.context().v8(lock_)).ToLocal(&value)) return {};
  return value.As<v8::Promise>();
}

}  // namespace vmscope
