#include "engine/module/ModuleEvaluation.h"

#include <algorithm>
#include <chrono>

#include "engine/Isolate.h"
#include "engine/Rejections.h"
#include "engine/module/Modules.h"
#include "engine/vm/Context.h"

namespace vmscope {

v8::MaybeLocal<v8::Promise> ModuleEvaluation::run(Module& root) {
  findOrder(root);
  const bool isDone = visitTargets(root);
  while (!open_.empty()) leave();
  if (isDone) return evaluation_;
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
      if (target->status(lock_) == ModuleStatus::Errored) return false;
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
  while (begun_ < order_.size() && (begun_ == first || order_[begun_ - 1] != &module))
    order_[begun_++]->evaluationOrder_ = modules_.bodiesRun_++;

  const auto began = std::chrono::steady_clock::now();
  if (!evaluate(module).ToLocal(&evaluation_)) return false;
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - began;
  const bool isWaiting = evaluation_->State() == v8::Promise::kPending && !module.hasTopLevelAwait(lock_);
  if (!isWaiting) module.durationMicros_ = took.count();

  for (std::size_t i = first; i < begun_; ++i) modules_.statusMayHaveChanged(lock_, *order_[i]);
  if (open_.empty()) return true;
  // The program is given the root's promise alone, so nobody can handle this one.
  evaluation_->MarkAsHandled();
  modules_.isolate_.rejections().forget(evaluation_);
  return module.status(lock_) != ModuleStatus::Errored;
}

v8::MaybeLocal<v8::Promise> ModuleEvaluation::evaluate(Module& module) {
  v8::Local<v8::Value> value;
  if (!module.record(lock_)->Evaluate(module.context().v8(lock_)).ToLocal(&value)) return {};
  return value.As<v8::Promise>();
}

}  // namespace vmscope
