#include "engine/runtime/Program.h"

#include <uv.h>

#include <utility>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/Rejections.h"
#include "engine/microtask/CallStacks.h"
#include "engine/microtask/Microtasks.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Console.h"
#include "engine/runtime/Globals.h"
#include "engine/runtime/ProgramModules.h"
#include "engine/runtime/Signals.h"
#include "engine/runtime/StackText.h"
#include "engine/runtime/Streams.h"
#include "engine/runtime/Ticks.h"
#include "engine/runtime/UncaughtReport.h"
#include "engine/runtime/inspect/Inspect.h"
#include "engine/runtime/timers/TimerObjects.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/ErrorDecoration.h"
#include "engine/vm/Script.h"
#include "engine/vm/VmModule.h"

namespace vmscope::runtime {

namespace {

constexpr int kProgramSlot = 2;
constexpr int kExitUncaught = 1;
constexpr int kExitListenerThrew = 7;
constexpr int kExitHeapLimit = 134;

// Where observers are told that it was rejected; empty where that context is no more.
v8::Local<v8::Context> livingContextOf(Lock& lock, v8::Local<v8::Promise> promise) {
  v8::Local<v8::Context> context;
  if (!promise->GetCreationContext(lock.v8()).ToLocal(&context)) return {};
  const Context* known = Context::from(context);
  return known == nullptr || known->isDisposed() ? v8::Local<v8::Context>() : context;
}

v8::Local<v8::Value> originName(Lock& lock, UncaughtOrigin origin) {
  return lock.name(origin == UncaughtOrigin::Exception ? "uncaughtException" : "unhandledRejection");
}

}  // namespace

void Program::prepareProcess(BuiltinCode code) {
  if (code == BuiltinCode::Hidden) registerBuiltinScripts();
}

IsolateOptions Program::isolateOptions(BuiltinCode code) {
  IsolateOptions options;
  if (code == BuiltinCode::Hidden) options.mainExtension = kOwnScripts;
  return options;
}

Program::Program(Isolate& isolate, ProgramOptions options)
    : isolate_(isolate),
      options_(std::move(options)),
      ticks_(std::make_unique<Ticks>(*this)),
      signals_(std::make_unique<Signals>(*this)),
      startedAt_(uv_hrtime()) {
  Lock lock(isolate_);
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  lock.v8()->SetData(kProgramSlot, this);
  lock.v8()->SetPrepareStackTraceCallback(&prepareStack);
  builtins_ = std::make_unique<Builtins>(lock);
  builtins_->add("vm", [](Lock& inner, v8::Local<v8::Context> inContext) {
    v8::Local<v8::Object> module;
    return makeVmModule(inner, inContext).ToLocal(&module) ? module : v8::MaybeLocal<v8::Value>();
  });
  builtins_->add("console", [](Lock& inner, v8::Local<v8::Context> inContext) {
    return inContext->Global()->Get(inContext, inner.name("console"));
  });
  builtins_->add("timers", [this](Lock& inner, v8::Local<v8::Context> inContext) -> v8::MaybeLocal<v8::Value> {
    timerClasses_ = std::make_unique<TimerClasses>(inner);
    callStacks_ = std::make_unique<CallStacks>(inner.v8(), CallStacks::Extent::Top);
    return makeTimersModule(inner, inContext);
  });
  console_ = std::make_unique<Console>(*this, lock, main);
  modules_ = std::make_unique<ProgramModules>(*this);
  installGlobals(lock, main);
  isolate_.onDrain([this](Lock& inner) {
    const v8::Context::Scope inMain(context(inner));
    return ticks_->run(inner);
  });
  isolate_.onJobThrew([this](Lock& inner, const Thrown& thrown) {
    uncaught(inner, thrown);
    return true;
  });
  isolate_.onUncaught([this](Lock& inner, const Thrown& thrown) { report(inner, thrown); });
  isolate_.describeObjectsWith([this](v8::Local<v8::Object> object) {
    Lock inner(isolate_);
    const v8::TryCatch quiet(inner.v8());
    return inspect(inner, inner.v8()->GetCurrentContext(), object);
  });
  isolate_.onWarning(
      [this](Lock& inner, std::string_view name, const std::string& message) { emitWarning(inner, name, message); });
  isolate_.rejections().on({
      [this](Lock& inner, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason) {
        return rejected(inner, promise, reason);
      },
      [this](Lock& inner, v8::Local<v8::Promise> promise) { handledLater(inner, promise); },
  });
}

Program::~Program() {
  isolate_.onJobThrew({});
  isolate_.onDrain({});
  isolate_.onUncaught([](Lock&, const Thrown&) {});
  isolate_.describeObjectsWith({});
  isolate_.onWarning({});
  isolate_.rejections().on({});
  isolate_.v8()->SetData(kProgramSlot, nullptr);
}

Program& Program::from(v8::Isolate* isolate) {
  return *static_cast<Program*>(isolate->GetData(kProgramSlot));
}

v8::Local<v8::Context> Program::context(const Lock& lock) const {
  return isolate_.contexts().main().v8(lock);
}

void Program::openPrompt() {
  Lock lock(isolate_);
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  installPrompt(lock, main);
}

v8::MaybeLocal<v8::Value> Program::promptRequire(Lock& lock) {
  const auto main = context(lock);
  v8::Local<v8::Value> prompt;
  if (!builtins_->require(lock, main, "_prompt").ToLocal(&prompt)) return {};
  return get(lock, main, prompt.As<v8::Object>(), "require");
}

int Program::run(const std::string& file) {
  {
    Lock lock(isolate_);
    const Isolate::Turn turn(isolate_);
    const auto main = context(lock);
    const v8::Context::Scope scope(main);
    const v8::TryCatch caught(lock.v8());
    const JobOrigins::Activity activity(isolate_.microtasks().origins(), JobCause::Kind::Script, [&] { return file; });
    v8::Local<v8::Value> loader;
    v8::Local<v8::Value> argument = lock.string(file);
    v8::Local<v8::Value> complaint;
    const bool isDone =
        builtins_->require(lock, main, "module").ToLocal(&loader) && get(lock, main, loader.As<v8::Object>(), "runMain")
                                                                         .As<v8::Function>()
                                                                         ->Call(main, loader, 1, &argument)
                                                                         .ToLocal(&complaint);
    if (!isDone) uncaught(lock, thrownFrom(lock, caught));
    if (isDone && complaint->IsString()) refuse(lock, file, lock.text(complaint));
  }
  return finish();
}

void Program::refuse(Lock& lock, const std::string& file, const std::string& complaint) {
  writeStream(Stream::Error, "vmscope-engine: '" + file + "' " + complaint + "\n");
  exit(lock, kExitUncaught);
}

int Program::finish() {
  while (!isExiting_) {
    isolate_.loop().run();
    if (isExiting_) break;
    Lock lock(isolate_);
    emitBeforeExit(lock);
    if (isolate_.loop().isAlive()) continue;
    warnOfUnsettledAwait(lock);
    exit(lock, std::nullopt);
  }
  return status_;
}

void Program::emitBeforeExit(Lock& lock) {
  const Isolate::Turn turn(isolate_);
  v8::Local<v8::Value> status = v8::Integer::New(lock.v8(), exitCode.value_or(0));
  const Completion heard = emit(lock, "beforeExit", {&status, 1});
  if (heard.isNormal()) return;
  isolate_.leaveCheckpoint();
  uncaught(lock, heard.thrown());
}

// The main module awaits something that nothing left to do could settle.
void Program::warnOfUnsettledAwait(Lock& lock) {
  const std::string warning = modules_->loader().unsettledWarning(lock);
  if (warning.empty() || isExiting_) return;
  writeStream(Stream::Error, warning);
  if (!exitCode) exitCode = ModuleLoader::kUnsettledAwaitStatus;
}

Ran Program::call(Lock& lock, v8::Local<v8::Function> function, v8::Local<v8::Value> self,
                  std::span<v8::Local<v8::Value>> arguments) {
  if (isExiting_) return Ran::Through;
  const Isolate::Turn turn(isolate_);
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  const v8::TryCatch caught(lock.v8());
  const int count = static_cast<int>(arguments.size());
  if (!function->Call(main, self, count, arguments.data()).IsEmpty()) return Ran::Through;
  isolate_.leaveCheckpoint();
  uncaught(lock, thrownFrom(lock, caught));
  return Ran::Threw;
}

void Program::deliver(std::string_view event, std::function<void(Lock&)> callBack) {
  isolate_.loop().deliver([this, event = std::string(event), callBack = std::move(callBack)] {
    Lock lock(isolate_);
    const Isolate::Turn turn(isolate_);
    const v8::Context::Scope scope(context(lock));
    const JobOrigins::Activity activity(isolate_.microtasks().origins(), JobCause::Kind::Host, [&] { return event; });
    callBack(lock);
  });
}

Completion Program::emit(Lock& lock, std::string_view event, std::span<v8::Local<v8::Value>> arguments) {
  v8::Local<v8::Value> heard = v8::False(lock.v8());
  if (!builtins_->isLoaded("process")) return heard;  // nobody can have subscribed
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  const v8::TryCatch caught(lock.v8());
  v8::Local<v8::Value> process;
  if (!builtins_->require(lock, main, "process").ToLocal(&process)) return thrownFrom(lock, caught);
  const auto emitter = get(lock, main, process.As<v8::Object>(), "emit");
  if (!emitter->IsFunction()) return heard;
  std::vector<v8::Local<v8::Value>> all{lock.name(event)};
  all.insert(all.end(), arguments.begin(), arguments.end());
  if (!emitter.As<v8::Function>()->Call(main, process, static_cast<int>(all.size()), all.data()).ToLocal(&heard))
    return thrownFrom(lock, caught);
  return heard;
}

void Program::uncaught(Lock& lock, const Thrown& thrown, UncaughtOrigin origin, v8::Local<v8::Context> where) {
  if (isExiting_) return;
  const v8::HandleScope handles(lock.v8());
  if (thrown.isTermination()) {
    lock.isolate().endTermination();
    return report(lock, thrown);
  }
  v8::Local<v8::Value> arguments[] = {thrown.value, originName(lock, origin)};
  const Completion monitored = emit(lock, "uncaughtExceptionMonitor", arguments);
  const Completion heard = monitored.isNormal() ? emit(lock, "uncaughtException", arguments) : monitored;
  if (isExiting_) return;
  // So that what is left undone has a turn to be done in.
  isolate_.loop().timers().startEmptyImmediate();
  if (heard.isNormal() && heard.value()->BooleanValue(lock.v8())) return;
  if (!exitCode || *exitCode == 0) exitCode = heard.isNormal() ? kExitUncaught : kExitListenerThrew;
  const bool isRejection = heard.isNormal() && origin == UncaughtOrigin::Rejection;
  isolate_.reportException(lock, where.IsEmpty() ? context(lock) : where, heard.isNormal() ? thrown : heard.thrown(),
                           isRejection ? "Uncaught (in promise)" : "Uncaught");
}

// What observers have been told of already: prints it and ends the program.
void Program::report(Lock& lock, const Thrown& thrown) {
  if (isExiting_) return;
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  if (options_.console == ConsoleOutput::Streams) writeStream(Stream::Error, uncaughtReport(lock, main, thrown));
  if (thrown.termination == TerminationReason::HeapLimit) exitCode = kExitHeapLimit;
  if (!exitCode || *exitCode == 0) exitCode = kExitUncaught;
  if (options_.afterUncaught == AfterUncaught::Exit) exit(lock, std::nullopt);
}

void Program::emitWarning(Lock& lock, std::string_view name, const std::string& message) {
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  v8::Local<v8::Value> process;
  if (!builtins_->require(lock, main, "process").ToLocal(&process)) return;
  v8::Local<v8::Value> arguments[] = {lock.string(message), lock.name(name)};
  const auto emit = get(lock, main, process.As<v8::Object>(), "emitWarning").As<v8::Function>();
  if (emit->Call(main, process, 2, arguments).IsEmpty()) return;
}

void Program::exit(Lock& lock, std::optional<int> status) {
  if (status) exitCode = status;
  if (std::exchange(isExiting_, true)) return end(lock);  // from a listener of 'exit'
  status_ = exitCode.value_or(0);
  v8::Local<v8::Value> argument = v8::Integer::New(lock.v8(), status_);
  const Completion heard = emit(lock, "exit", {&argument, 1});
  if (!heard.isNormal() && !heard.thrown().isTermination()) {
    const auto main = context(lock);
    const v8::Context::Scope scope(main);
    if (options_.console == ConsoleOutput::Streams)
      writeStream(Stream::Error, uncaughtReport(lock, main, heard.thrown()));
    exitCode = kExitListenerThrew;
  }
  end(lock);
}

void Program::end(Lock& lock) {
  status_ = exitCode.value_or(0);
  if (options_.exit) options_.exit(status_);
  ticks_->clear();
  isolate_.loop().stop();
  if (isolate_.isInTurn()) isolate_.terminate(TerminationReason::User);
}

Ran Program::rejected(Lock& lock, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason) {
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  if (modules_->loader().isOfMain(promise)) {  // what the main module throws is no promise of the program's
    uncaught(lock, {reason, v8::Exception::CreateMessage(lock.v8(), reason)}, UncaughtOrigin::Rejection);
    return Ran::Through;
  }
  v8::Local<v8::Value> arguments[] = {reason, promise};
  const Completion heard = emit(lock, "unhandledRejection", arguments);
  if (!heard.isNormal()) {
    uncaught(lock, heard.thrown());
    return Ran::Threw;
  }
  if (heard.value()->BooleanValue(lock.v8())) return Ran::Through;
  const auto error = reason->IsNativeError() ? reason : unhandledRejectionError(lock, main, reason);
  const auto message = v8::Exception::CreateMessage(lock.v8(), error);
  uncaught(lock, {.value = error, .message = message, .promise = promise}, UncaughtOrigin::Rejection,
           livingContextOf(lock, promise));
  return Ran::Through;
}

void Program::handledLater(Lock& lock, v8::Local<v8::Promise> promise) {
  const auto main = context(lock);
  const v8::Context::Scope scope(main);
  v8::Local<v8::Value> argument = promise;
  emit(lock, "rejectionHandled", {&argument, 1});
}

}  // namespace vmscope::runtime
