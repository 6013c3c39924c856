#pragma once

#include <v8.h>

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "engine/Completion.h"
#include "engine/Lock.h"

namespace vmscope {

class Context;

/// Where a script's text comes from, as stacks and the debugger name it.
struct ScriptSource {
  std::string fileName = "evalmachine.<anonymous>";
  int lineOffset = 0;    ///< added to line numbers in the script
  int columnOffset = 0;  ///< added to column numbers of its first line
};

struct RunOptions {
  std::optional<std::chrono::milliseconds> timeout;  ///< covers jobs of an own queue, too
};

/// ECMA-262 Script, compiled once and bound to a context at each run. On the isolate's thread.
class Script {
 public:
  /// Compiles in `context`, whose SyntaxError it is when the source does not parse.
  static std::variant<Script, Thrown> compile(Lock& lock, Context& context, v8::Local<v8::String> source,
                                              const ScriptSource& where);

  /// Runs in `context` to completion. A context with its own queue has that drained before this returns, inside the
  /// timeout. Termination by the timeout is ended here; one with another reason is ended in the outermost turn.
  Completion run(Lock& lock, Context& context, const RunOptions& options = {}) const;

 private:
  explicit Script(v8::Isolate* isolate, v8::Local<v8::UnboundScript> script) : script_(isolate, script) {}

  v8::Global<v8::UnboundScript> script_;
};

/// What a TryCatch holds after a call gave nothing, with the reason where it was a termination.
Thrown thrownFrom(Lock& lock, const v8::TryCatch& caught);

}  // namespace vmscope
