#pragma once

#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/module/Module.h"

namespace vmscope {

/// ECMA-262 Synthetic Module Record: its exports are set from outside. Linked from the start.
class SyntheticModule : public Module {
 public:
  /// Sets the exports in C++; an exception that it leaves pending fails the evaluation.
  using Steps = std::function<void(Lock&, SyntheticModule&)>;

  /// Allowed at any time; importers see the value at once. Throws a ReferenceError for an unknown name.
  Completion setExport(Lock& lock, v8::Local<v8::String> name, v8::Local<v8::Value> value);

  bool isLinked() const override { return true; }
  std::span<Module* const> linked() const override { return {}; }

 private:
  friend class Modules;
  SyntheticModule(Context& context, std::string identifier)
      : Module(ModuleKind::Synthetic, context, std::move(identifier)) {}

  Steps steps_;  // empty where a JavaScript function takes them
  bool hasTakenSteps_ = false;
  v8::Global<v8::Value> thrown_;  // by steps that were taken before V8 asked for them
};

}  // namespace vmscope
