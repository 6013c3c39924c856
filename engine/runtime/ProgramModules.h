#pragma once

#include <v8.h>

#include <string>
#include <string_view>

#include "engine/module/ModuleLoader.h"

namespace vmscope::runtime {

class Program;

/// The program's ECMAScript modules: a loader that finds built-ins and CommonJS modules with the program.
///
/// On the isolate's thread; owned by the program.
class ProgramModules : public ModuleHost {
 public:
  explicit ProgramModules(Program& program);

  ModuleLoader& loader() { return loader_; }

  bool hasBuiltin(std::string_view name) const override;
  v8::MaybeLocal<v8::Value> requireBuiltin(Lock& lock, std::string_view name) override;
  v8::MaybeLocal<v8::Value> requireFile(Lock& lock, const std::string& path) override;

 private:
  Program& program_;
  ModuleLoader loader_;
};

}  // namespace vmscope::runtime
