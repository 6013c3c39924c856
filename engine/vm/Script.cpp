#include "engine/vm/Script.h"

#include "engine/Isolate.h"
#include "engine/Watchdog.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/vm/Context.h"

namespace vmscope {

Thrown thrownFrom(Lock& lock, const v8::TryCatch& caught) {
  if (!caught.HasTerminated() && !lock.v8()->IsExecutionTerminating()) return {caught.Exception(), caught.Message()};
  const TerminationReason reason = lock.isolate().terminationReason();
  return {v8::Undefined(lock.v8()), {}, reason == TerminationReason::None ? TerminationReason::User : reason};
}

std::variant<Script, Thrown> Script::compile(Lock& lock, Context& context, v8::Local<v8::String> source,
                                             const ScriptSource& where) {
  const v8::Context::Scope scope(context.v8(lock));
  const v8::TryCatch caught(lock.v8());
  const v8::ScriptOrigin origin(lock.string(where.fileName), where.lineOffset, where.columnOffset);
  v8::ScriptCompiler::Source text(source, origin);
  v8::Local<v8::UnboundScript> script;
  if (!v8::ScriptCompiler::CompileUnboundScript(lock.v8(), &text).ToLocal(&script)) return thrownFrom(lock, caught);
  return Script(lock.v8(), script);
}

Completion Script::run(Lock& lock, Context& context, const RunOptions& options) const {
  const v8::Context::Scope scope(context.v8(lock));
  const v8::TryCatch caught(lock.v8());
  std::optional<Watchdog::Deadline> deadline;
  if (options.timeout) deadline.emplace(lock.isolate().watchdog(), *options.timeout);

  const JobOrigins::Activity activity(lock.isolate().microtasks().origins(), JobCause::Kind::Script,
                                      [&] { return lock.text(script_.Get(lock.v8())->GetScriptName()); });
  v8::Local<v8::Value> value;
  const bool isNormal = script_.Get(lock.v8())->BindToCurrentContext()->Run(context.v8(lock)).ToLocal(&value);
  if (context.hasOwnQueue() && !lock.v8()->IsExecutionTerminating()) context.queue().checkpoint(lock);

  if (deadline) deadline->disarm();
  if (deadline && deadline->hasExpired()) {
    lock.isolate().endTermination();
    return Thrown{v8::Undefined(lock.v8()), {}, TerminationReason::Timeout};
  }
  if (!isNormal || lock.v8()->IsExecutionTerminating()) return thrownFrom(lock, caught);
  return value;
}

}  // namespace vmscope
