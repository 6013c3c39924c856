#pragma once

#include <optional>
#include <string>

namespace vmscope {

enum class GlobalKind {
  Contextified,  ///< the global object reads and writes a sandbox object, as `vm.createContext` makes it
  Vanilla,       ///< the global object is V8's own (`vm.constants.DONT_CONTEXTIFY`)
};

enum class MicrotaskMode {
  Shared,         ///< jobs go to the default queue
  AfterEvaluate,  ///< a queue of its own, drained when a run or an evaluation in the context ends
};

/// How a context is made: the options of `vm.createContext` and of `Vm.createContext`.
struct ContextOptions {
  std::optional<std::string> name;  ///< default: "VM Context N", N counting the unnamed ones from 1
  std::string origin;               ///< empty or scheme://host[:port]; not checked here
  GlobalKind global = GlobalKind::Contextified;
  MicrotaskMode microtaskMode = MicrotaskMode::Shared;
  bool allowsStrings = true;  ///< codeGeneration.strings: eval and new Function
  bool allowsWasm = true;     ///< codeGeneration.wasm: compiling WebAssembly modules
};

}  // namespace vmscope
