#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>

#include "engine/Completion.h"
#include "engine/module/Module.h"
#include "inspector/protocol/Modules.h"

namespace vmscope {

/// The steps that a client takes a module through, on the engine's modules. Isolate's thread, with the module's context
/// entered.

/// A module, or why its source does not parse.
std::variant<Module*, Thrown> parseModule(Lock& lock, Context& context, const protocol::modules::CreateParams& params);

/// A module whose exports are the values of expressions, evaluated in the context when the module is.
std::variant<Module*, Thrown> makeSyntheticModule(Lock& lock, Context& context,
                                                  const protocol::modules::CreateParams& params);

/// How linking went: what was thrown, or what could not be found; neither when it worked.
struct Linked {
  std::optional<Thrown> thrown;
  std::string problem;
};

/// Decides what each import means: what `decided` says of its specifier, else the module of the context whose
/// identifier it names, relative to the importer or as it stands.
Linked linkModule(Lock& lock, Module& module, const std::map<std::string, Module*>& decided);

/// How an evaluation began: its promise, or a termination.
struct Evaluated {
  v8::Local<v8::Promise> promise;
  std::optional<Thrown> thrown;
};

/// Runs the bodies and then the checkpoint that ends the turn.
Evaluated evaluateModule(Lock& lock, Module& module, const RunOptions& options);

}  // namespace vmscope
