#pragma once

#include <v8.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/Completion.h"
#include "engine/Isolate.h"
#include "engine/Lock.h"
#include "engine/Timers.h"
#include "engine/runtime/inspect/Inspect.h"

namespace vmscope {
class CallStacks;
}

namespace vmscope::runtime {

class Builtins;
class Console;
class ProgramModules;
class Signals;
class Ticks;
struct TimerClasses;

/// Where a program's console prints, beside V8's own console of the context, which an inspector listens to.
enum class ConsoleOutput {
  Streams,  ///< standard output and standard error
  Nowhere,  ///< they carry something else, such as the protocol
};

/// Whether an exception that nobody catches ends the program: it does under `run`, not where a person goes on typing.
enum class AfterUncaught { Exit, GoOn };

/// How the built-in modules' JavaScript comes to the main context: in V8's own guise, which no debugger lists, or each
/// module when it is first required, which starts faster and is for programs that no inspector can attach to.
enum class BuiltinCode { Hidden, Lazy };

struct ProgramOptions {
  std::string executable;  ///< process.execPath
  std::string argv0 = "vmscope-engine";
  std::vector<std::string> arguments;  ///< process.argv from its second entry on: the main file, then the rest
  ConsoleOutput console = ConsoleOutput::Streams;
  AfterUncaught afterUncaught = AfterUncaught::Exit;
  /// Ends the process, with what process.exit was given. When it returns, JavaScript is terminated and the loop
  /// stopped.
  std::function<void(int status)> exit;
};

/// How an exception came to be that no JavaScript caught: what listeners of 'uncaughtException' are told.
enum class UncaughtOrigin { Exception, Rejection };

/// A program in the isolate's main context: the globals and built-in modules that it expects from Node, its main file,
/// and what happens when it fails or ends.
///
/// On the isolate's thread; made after the isolate, destroyed before it. One per isolate.
class Program {
 public:
  Program(Isolate& isolate, ProgramOptions options);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// To be called once per process before the first isolate; isolates for programs are made with `isolateOptions`.
  static void prepareProcess(BuiltinCode code);
  static IsolateOptions isolateOptions(BuiltinCode code);
  static Program& from(v8::Isolate* isolate);

  /// Runs the main file, turns the loop until nothing is left to do, and ends the program. Returns its exit status.
  int run(const std::string& file);
  /// Gives the main context what a person who types into it expects of Node's prompt: `require`, `module`, `vm`, `fs` …
  void openPrompt();
  /// The `require` that `openPrompt` defines, also where it does not; an exception is pending where it is empty.
  v8::MaybeLocal<v8::Value> promptRequire(Lock& lock);
  /// Turns the loop until the program ends; for what was started in another way.
  int finish();

  Isolate& isolate() const { return isolate_; }
  Builtins& builtins() { return *builtins_; }
  Ticks& ticks() { return *ticks_; }
  ProgramModules& modules() { return *modules_; }
  Signals& signals() { return *signals_; }
  Console& console() { return *console_; }
  TimerClasses& timerClasses() { return *timerClasses_; }
  /// Tells which frame of the program asks for something now.
  CallStacks& callStacks() { return *callStacks_; }
  InspectOptions& inspectDefaults() { return inspectDefaults_; }
  std::uint64_t startedAt() const { return startedAt_; }  ///< in uv_hrtime's nanoseconds
  const ProgramOptions& options() const { return options_; }
  v8::Local<v8::Context> context(const Lock& lock) const;

  /// Calls `function` in a turn of its own and deals with what it throws. As in Node, a turn that threw has no
  /// checkpoint at its end.
  Ran call(Lock& lock, v8::Local<v8::Function> function, v8::Local<v8::Value> self,
           std::span<v8::Local<v8::Value>> arguments);
  /// Runs `callBack`, which tells the program what `event` of the outside world ("fs.readFile") brought, in a turn of
  /// its own and in the main context: now, or when the jobs of a held queue let the program go on.
  void deliver(std::string_view event, std::function<void(Lock&)> callBack);
  /// Offers what was thrown to the program's 'uncaughtException' listeners; without one it is printed and the program
  /// ends with status 1 (7 where a listener throws). `where` is the context that observers are told of; empty: main.
  void uncaught(Lock& lock, const Thrown& thrown, UncaughtOrigin origin = UncaughtOrigin::Exception,
                v8::Local<v8::Context> where = {});
  /// process.exit: emits 'exit' once, then ends the program. Returns only where `ProgramOptions::exit` does, with
  /// JavaScript terminated.
  void exit(Lock& lock, std::optional<int> status);
  /// process.emitWarning: printed by a tick.
  void emitWarning(Lock& lock, std::string_view name, const std::string& message);
  bool isExiting() const { return isExiting_; }

  /// process.exitCode, where it was set.
  std::optional<int> exitCode;

 private:
  void emitBeforeExit(Lock& lock);
  void warnOfUnsettledAwait(Lock& lock);
  void refuse(Lock& lock, const std::string& file, const std::string& complaint);
  void report(Lock& lock, const Thrown& thrown);
  /// Calls process.emit where the process object is in use; the completion says whether there was a listener.
  Completion emit(Lock& lock, std::string_view event, std::span<v8::Local<v8::Value>> arguments);
  Ran rejected(Lock& lock, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason);
  void handledLater(Lock& lock, v8::Local<v8::Promise> promise);
  void end(Lock& lock);

  Isolate& isolate_;
  ProgramOptions options_;
  std::unique_ptr<Builtins> builtins_;
  std::unique_ptr<Ticks> ticks_;
  std::unique_ptr<Signals> signals_;
  std::unique_ptr<Console> console_;
  std::unique_ptr<TimerClasses> timerClasses_;
  std::unique_ptr<CallStacks> callStacks_;
  std::unique_ptr<ProgramModules> modules_;
  InspectOptions inspectDefaults_;
  std::uint64_t startedAt_;
  int status_ = 0;
  bool isExiting_ = false;
};

}  // namespace vmscope::runtime
