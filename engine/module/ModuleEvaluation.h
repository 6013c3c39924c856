#pragma once

#include <v8.h>

#include <span>
#include <unordered_map>
#include <vector>

#include "engine/Lock.h"

namespace vmscope {

class Module;
class Modules;

/// An evaluation that observers follow body by body.
///
/// V8 evaluates a whole graph in one call and tells nobody which body runs. The order is ECMA-262's (16.2.1.5.3.1
/// InnerModuleEvaluation: depth first, importers after what they import), so calling V8 for each module in that order
/// runs the same bodies in the same order, one per call. A cycle is left to one call, at the module where it is
/// entered. Lives on the stack of `Module::evaluate`.
class ModuleEvaluation {
 public:
  ModuleEvaluation(Lock& lock, Modules& modules) : lock_(lock), modules_(modules) {}

  /// What `v8::Module::Evaluate` gives for `root`, a linked module.
  v8::MaybeLocal<v8::Promise> run(Module& root);

 private:
  struct Visit {
    Module* module;
    std::size_t nextTarget = 0;
  };

  void findOrder(Module& root);
  void closeCycle(Module& entrance, std::vector<Module*>& component);
  bool visitTargets(Module& root);
  void enter(Module& module);
  void leave();
  /// Runs the body of `module`, or all that is left of the cycle that is entered there. Says whether to go on.
  bool runOne(Module& module);
  /// Numbers the bodies that begin now, in their order. Says whether the last one does.
  bool number(std::span<Module* const> members);
  void takeBackAfter(std::span<Module* const> members);
  v8::MaybeLocal<v8::Promise> evaluate(Module& module);

  Lock& lock_;
  Modules& modules_;
  std::unordered_map<Module*, Module*> entrances_;  // of each module's cycle; itself where it is in none
  std::vector<Module*> order_;                      // in which bodies run
  std::size_t begun_ = 0;                           // how many of them
  std::vector<Visit> open_;
  v8::Local<v8::Promise> evaluation_;  // of the last body
};

}  // namespace vmscope
