#pragma once

#include <v8.h>

#include <optional>
#include <string>
#include <variant>

#include "engine/Completion.h"
#include "engine/Lock.h"
#include "engine/vm/RunLimits.h"

namespace vmscope {

class Context;

/// Where a script's text comes from, as stacks and the debugger name it.
struct ScriptSource {
  std::string fileName = "evalmachine.<anonymous>";
  int lineOffset = 0;    ///< added to line numbers in the script
  int columnOffset = 0;  ///< added to column numbers of its first line
};

/// ECMA-262 Script, compiled once and bound to a context at each run. On the isolate's thread.
class Script {
 public:
  /// Compiles in `context`, whose SyntaxError it is when the source does not parse.
  static std::variant<Script, Thrown> compile(Lock& lock, Context& context, v8::Local<v8::String> source,
                                              const ScriptSource& where);

  /// Runs in `context` to completion. A context with its own queue has that drained before this returns, inside the
  /// timeout. Termination by the limits of `options` is ended here; one with another reason is ended in the outermost
  /// turn.
  Completion run(Lock& lock, Context& context, const RunOptions& options = {}) const;

 private:
  explicit Script(v8::Isolate* isolate, v8::Local<v8::UnboundScript> script) : script_(isolate, script) {}

  v8::Global<v8::UnboundScript> script_;
};

/// What V8 compiles. Everything but the source may be empty.
struct ScriptText {
  v8::Local<v8::String> source;
  v8::Local<v8::String> fileName;
  int lineOffset = 0;
  int columnOffset = 0;
  v8::Local<v8::PrimitiveArray> hostDefinedOptions;  ///< says what answers import(); see DynamicImport
  v8::Local<v8::ArrayBufferView> cachedData;

  v8::ScriptOrigin origin() const;
};

struct CompiledScript {
  v8::Local<v8::UnboundScript> script;
  bool cachedDataRejected = false;
};

/// Compiles in the current context; nothing where an exception is pending.
std::optional<CompiledScript> compileScript(const Lock& lock, const ScriptText& text);

/// How a run ended: with a value, by its own limits, or else with what the caller's TryCatch has caught.
struct RunEnd {
  v8::MaybeLocal<v8::Value> value;
  TerminationReason limit = TerminationReason::None;
};

/// Runs in `context`, which the caller has entered, under a TryCatch of the caller's.
RunEnd runScript(Lock& lock, Context& context, v8::Local<v8::UnboundScript> script, const RunOptions& options);

/// What a TryCatch holds after a call gave nothing, with the reason where it was a termination.
Thrown thrownFrom(Lock& lock, const v8::TryCatch& caught);

}  // namespace vmscope
