#include "engine/vm/Script.h"

#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/vm/CachedData.h"
#include "engine/vm/Context.h"

namespace vmscope {

Thrown thrownFrom(Lock& lock, const v8::TryCatch& caught) {
  if (!caught.HasTerminated() && !lock.v8()->IsExecutionTerminating()) return {caught.Exception(), caught.Message()};
  const TerminationReason reason = lock.isolate().terminationReason();
  return {v8::Undefined(lock.v8()), {}, reason == TerminationReason::None ? TerminationReason::User : reason};
}

v8::ScriptOrigin ScriptText::origin() const {
  return {fileName, lineOffset, columnOffset, true, -1, {}, false, false, false, hostDefinedOptions};
}

std::optional<CompiledScript> compileScript(const Lock& lock, const ScriptText& text) {
  using v8::ScriptCompiler;
  // The source owns what `fromView` made.
  ScriptCompiler::CachedData* cached = text.cachedData.IsEmpty() ? nullptr : fromView(text.cachedData).release();
  ScriptCompiler::Source source(text.source, text.origin(), cached);
  const auto how = cached == nullptr ? ScriptCompiler::kNoCompileOptions : ScriptCompiler::kConsumeCodeCache;
  CompiledScript compiled;
  if (!ScriptCompiler::CompileUnboundScript(lock.v8(), &source, how).ToLocal(&compiled.script)) return {};
  compiled.cachedDataRejected = cached != nullptr && source.GetCachedData()->rejected;
  return compiled;
}

RunEnd runScript(Lock& lock, Context& context, v8::Local<v8::UnboundScript> script, const RunOptions& options) {
  RunLimits limits(lock, options);
  const JobOrigins::Activity activity(lock.isolate().microtasks().origins(), JobCause::Kind::Script,
                                      [&] { return lock.text(script->GetScriptName()); });
  RunEnd end;
  end.value = context.bind(lock, script)->Run(lock.v8()->GetCurrentContext());
  if (!end.value.IsEmpty() && context.hasOwnQueue()) context.queue().checkpoint(lock);
  end.limit = limits.close(lock);
  return end;
}

std::variant<Script, Thrown> Script::compile(Lock& lock, Context& context, v8::Local<v8::String> source,
                                             const ScriptSource& where) {
  const v8::Context::Scope scope(context.v8(lock));
  const v8::TryCatch caught(lock.v8());
  // Without options of its own: the context's callback answers import().
  const ScriptText text{source, lock.string(where.fileName), where.lineOffset, where.columnOffset};
  const auto compiled = compileScript(lock, text);
  if (!compiled) return thrownFrom(lock, caught);
  return Script(lock.v8(), compiled->script);
}

Completion Script::run(Lock& lock, Context& context, const RunOptions& options) const {
  const v8::Context::Scope scope(context.v8(lock));
  const v8::TryCatch caught(lock.v8());
  const RunEnd end = runScript(lock, context, script_.Get(lock.v8()), options);
  if (end.limit != TerminationReason::None) return Thrown{v8::Undefined(lock.v8()), {}, end.limit};
  v8::Local<v8::Value> value;
  if (!end.value.ToLocal(&value) || lock.v8()->IsExecutionTerminating()) return thrownFrom(lock, caught);
  return value;
}

}  // namespace vmscope
