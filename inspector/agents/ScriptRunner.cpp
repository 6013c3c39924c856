#include "inspector/agents/ScriptRunner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <optional>

#include "engine/Isolate.h"
#include "engine/microtask/Microtasks.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/Script.h"
#include "inspector/InspectorClient.h"
#include "inspector/Session.h"
#include "inspector/Target.h"
#include "inspector/V8Text.h"

namespace vmscope {
namespace {

using Clock = std::chrono::steady_clock;
using protocol::vm::CompileProblem;
using protocol::vm::FindStopLinesResult;
using protocol::vm::RunScriptParams;
using protocol::vm::RunScriptResult;

constexpr double kLongestTimeout = 0x7fffffff;

RunOptions runOptions(const RunScriptParams& params) {
  RunOptions options;
  if (params.timeout) {
    const double millis = std::clamp(std::ceil(*params.timeout), 1.0, kLongestTimeout);
    options.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(millis));
  }
  return options;
}

ScriptSource sourceOf(const RunScriptParams& params) {
  ScriptSource source;
  if (params.url) source.fileName = *params.url;
  source.lineOffset = static_cast<int>(params.lineOffset.value_or(0));
  source.columnOffset = static_cast<int>(params.columnOffset.value_or(0));
  return source;
}

// Asks for a pause at the next statement, and takes that back where none came.
class BreakOnStart {
 public:
  BreakOnStart(Session& session, bool wanted) : session_(session), wanted_(wanted) {
    if (!wanted_) return;
    const V8Text reason("Break on start");
    session_.v8().schedulePauseOnNextStatement(reason.view(), reason.view());
  }
  ~BreakOnStart() {
    if (wanted_) session_.v8().cancelPauseOnNextStatement();
  }
  BreakOnStart(const BreakOnStart&) = delete;

 private:
  Session& session_;
  const bool wanted_;
};

// Counts the jobs of the checkpoints that end a run.
class JobCount : public JobObserver {
 public:
  explicit JobCount(Isolate& isolate) : microtasks_(isolate.microtasks()) {
    microtasks_.observe(*this, JobDetail::Checkpoints);
  }
  ~JobCount() override { microtasks_.unobserve(*this); }

  std::int64_t count() const { return count_; }

 private:
  void checkpointFinished(MicrotaskQueue&, const CheckpointRun& run) override { count_ += run.jobsRun; }

  Microtasks& microtasks_;
  std::int64_t count_ = 0;
};

Completion compileAndRun(Lock& lock, Session& session, Context& context, const RunScriptParams& params) {
  const Isolate::Turn turn(lock.isolate());
  auto compiled = Script::compile(lock, context, lock.string(params.source), sourceOf(params));
  if (const auto* thrown = std::get_if<Thrown>(&compiled)) return *thrown;
  const BreakOnStart breaking(session, params.breakOnStart.value_or(false));
  return std::get<Script>(compiled).run(lock, context, runOptions(params));
}

CompileProblem describeProblem(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Message> message) {
  const int line = std::max(message->GetLineNumber(context).FromMaybe(1) - 1, 0);
  CompileProblem problem;
  problem.message = lock.text(message->Get());
  problem.line = problem.endLine = line;
  problem.column = message->GetStartColumn(context).FromMaybe(0);
  problem.endColumn = message->GetEndColumn(context).FromMaybe(0);
  constexpr std::string_view kUncaught = "Uncaught ";
  if (problem.message.starts_with(kUncaught)) problem.message.erase(0, kUncaught.size());
  return problem;
}

v8::MaybeLocal<v8::Module> emptyModule(v8::Local<v8::Context> context, v8::Local<v8::String> specifier,
                                       v8::Local<v8::FixedArray>, v8::Local<v8::Module>) {
  const auto nothing = [](v8::Local<v8::Context>, v8::Local<v8::Module>) { return v8::MaybeLocal<v8::Value>(); };
  return v8::Module::CreateSyntheticModule(v8::Isolate::GetCurrent(), specifier, {}, nothing);
}

// V8 shows a module to its debugger when it begins to instantiate it, before it looks for what is imported.
void showToDebugger(v8::Local<v8::Context> context, v8::Local<v8::Module> module) {
  module->InstantiateModule(context, emptyModule).FromMaybe(false);
}

// What came of a source that compiles; it lives as long as the caller's handle scope.
struct Compiled {
  int scriptId;                  // V8's debugger knows it by this
  v8::Local<v8::Module> module;  // empty for a script
};

// Nothing when it does not compile.
std::optional<Compiled> compileOnly(Lock& lock, v8::Local<v8::Context> context, const std::string& text,
                                    bool isModule) {
  const v8::ScriptOrigin origin(lock.string("check"), 0, 0, false, -1, {}, false, false, isModule);
  v8::ScriptCompiler::Source source(lock.string(text), origin);
  if (isModule) {
    v8::Local<v8::Module> module;
    if (!v8::ScriptCompiler::CompileModule(lock.v8(), &source).ToLocal(&module)) return std::nullopt;
    return Compiled{module->ScriptId(), module};
  }
  v8::Local<v8::Script> script;
  if (!v8::ScriptCompiler::Compile(context, &source).ToLocal(&script)) return std::nullopt;
  return Compiled{script->GetUnboundScript()->GetId(), {}};
}

// Keeps all debuggers from hearing of what is compiled meanwhile.
class SilencedSessions {
 public:
  explicit SilencedSessions(Target& target) {
    target.forEachSession([this](Session& each) { silences_.emplace_back(each); });
  }

 private:
  std::deque<Session::Silence> silences_;
};

// The main context, in which something is compiled that no client asked for: no debugger hears of it, and what it
// throws stays here.
struct QuietMain {
  explicit QuietMain(const Session& session)
      : lock(session.target().isolate()),
        silenced(session.target()),
        context(lock.isolate().contexts().main().v8(lock)),
        scope(context),
        caught(lock.v8()) {}

  Lock lock;
  const SilencedSessions silenced;
  const v8::Local<v8::Context> context;
  const v8::Context::Scope scope;
  const v8::TryCatch caught;
};

}  // namespace

RunScriptResult runScript(Session& session, Context& context, const RunScriptParams& params) {
  Isolate& isolate = session.target().isolate();
  Lock lock(isolate);
  const auto v8Context = context.v8(lock);
  const WrapOptions wrapping{params.objectGroup.value_or(""), params.generatePreview.value_or(false)
                                                                  ? WrapOptions::Preview::Yes
                                                                  : WrapOptions::Preview::No};
  const JobCount jobs(isolate);
  const auto start = Clock::now();
  const Completion completion = compileAndRun(lock, session, context, params);
  RunScriptResult result;
  result.jobsRun = jobs.count();
  result.durationMicros = std::chrono::duration<double, std::micro>(Clock::now() - start).count();
  if (completion.isNormal()) {
    result.result = session.values().wrap(lock, completion.value(), wrapping);
    return result;
  }
  const Thrown& thrown = completion.thrown();
  if (!thrown.isTermination()) isolate.reportException(lock, v8Context, thrown, "Uncaught");
  result.exceptionDetails = session.values().wrap(lock, v8Context, thrown, wrapping);
  if (!thrown.isTermination()) result.exceptionDetails->exceptionId = session.target().client().lastExceptionId();
  result.result = session.values().wrap(lock, thrown.isTermination() ? v8::Local<v8::Value>() : thrown.value, wrapping);
  result.timedOut = thrown.termination == TerminationReason::Timeout;
  return result;
}

std::vector<CompileProblem> findCompileProblems(Session& session, const protocol::vm::CompileCheckParams& params) {
  QuietMain main(session);
  const bool compiles = compileOnly(main.lock, main.context, params.source, params.isModule).has_value();
  if (compiles || main.caught.Message().IsEmpty()) return {};
  return {describeProblem(main.lock, main.context, main.caught.Message())};
}

Answer<FindStopLinesResult> findStopLines(Session& session, const protocol::vm::FindStopLinesParams& params) {
  QuietMain main(session);
  const auto compiled = compileOnly(main.lock, main.context, params.source, params.isModule);
  if (!compiled) return FindStopLinesResult{.lines = {}, .compiles = false};
  if (params.isModule) showToDebugger(main.context, compiled->module);
  const protocol::Json start{{"scriptId", std::to_string(compiled->scriptId)},
                             {"lineNumber", params.fromLine.value_or(0)}};
  const protocol::Reply reply = session.callV8("Debugger.getPossibleBreakpoints", {{"start", start}});
  if (reply.error) return *reply.error;
  FindStopLinesResult result{.lines = {}, .compiles = true};
  for (const protocol::Json& place : reply.result["locations"]) result.lines.push_back(place["lineNumber"]);
  std::ranges::sort(result.lines);
  const auto repeated = std::ranges::unique(result.lines);
  result.lines.erase(repeated.begin(), repeated.end());
  return result;
}

}  // namespace vmscope
