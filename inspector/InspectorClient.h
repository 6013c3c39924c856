#pragma once

#include <v8-inspector.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "engine/Observer.h"
#include "engine/WeakPromises.h"
#include "inspector/ConsoleCallers.h"

namespace vmscope {

class Context;
class GeneratorLocator;
class Isolate;

/// What V8's inspector needs of its embedder: it hears of contexts, timers and exceptions from the engine, and runs
/// nothing but protocol messages while JavaScript is paused. Isolate's thread; owned by the target.
class InspectorClient : public v8_inspector::V8InspectorClient, public Observer {
 public:
  explicit InspectorClient(Isolate& isolate);
  ~InspectorClient() override;

  v8_inspector::V8Inspector& inspector() const { return *inspector_; }

  GeneratorLocator& generatorLocator() const { return *generatorLocator_; }

  const ConsoleCallers& consoleCallers() const { return consoleCallers_; }

  bool isPaused() const { return pauseDepth_ > 0; }
  /// Called when JavaScript has stopped and when it goes on.
  void onPauseChange(std::function<void()> changed) { pauseChanged_ = std::move(changed); }
  /// Asked each time before JavaScript stops.
  void onPauseWish(std::function<bool()> mayPause) { mayPause_ = std::move(mayPause); }
  /// Called when a client says that a program that waits for it may begin.
  void onRunIfWaiting(std::function<void()> mayRun) { mayRun_ = std::move(mayRun); }

  /// Asked for the `require` of what clients evaluate in the main context, as Node's consoles have one.
  void onCommandLine(std::function<v8::MaybeLocal<v8::Value>(Lock&)> require) {
    commandLineRequire_ = std::move(require);
  }

  /// Called for each line that a program writes to its console.
  struct ConsoleLine {
    int contextId = 0;  // the engine's
    std::string text;
    std::string url;
    int line = -1;    // 0-based; negative: not known
    int column = -1;  // 0-based; negative: not known
    double time = 0;  // that clients are told
  };
  void onConsole(std::function<void(const ConsoleLine&)> written) { consoleWritten_ = std::move(written); }

  /// Called with the event by which a client is told of such a line, which comes after it and holds its arguments.
  void onConsoleTold(std::function<void(const std::string& event)> told) { consoleTold_ = std::move(told); }
  /// A client is about to be told of an event.
  void tells(const std::string& event) const {
    if (consoleTold_) consoleTold_(event);
  }

  /// V8's id of the exception that was told last.
  unsigned lastExceptionId() const { return lastExceptionId_; }

  /// Runtime's id of a context and back; 0 where there is none.
  int executionContextId(const Context& context) const;
  int engineId(int executionContextId) const;
  int engineIdOfUnique(const std::string& uniqueId) const;
  std::string uniqueId(const Context& context) const;
  /// Runtime's id of a context of the engine's id, also after it has been freed.
  int formerExecutionContextId(int engineId) const;

 private:
  void runMessageLoopOnPause(int contextGroupId) override;
  void quitMessageLoopOnPause() override;
  void runIfWaitingForDebugger(int contextGroupId) override;
  v8::Local<v8::Context> ensureDefaultContextInGroup(int contextGroupId) override;
  void installAdditionalCommandLineAPI(v8::Local<v8::Context> context, v8::Local<v8::Object> api) override;
  void consoleAPIMessage(int contextGroupId, v8::Isolate::MessageErrorLevel level,
                         const v8_inspector::StringView& message, const v8_inspector::StringView& url, unsigned line,
                         unsigned column, v8_inspector::V8StackTrace* stack) override;
  double currentTimeMS() override;
  int64_t generateUniqueId() override;
  std::unique_ptr<v8_inspector::StringBuffer> resourceNameToUrl(const v8_inspector::StringView& name) override;
  void startRepeatingTimer(double seconds, TimerCallback callback, void* data) override;
  void cancelTimer(void* data) override;

  void contextCreated(Lock& lock, Context& context) override;
  void contextDestroyed(Lock& lock, Context& context) override;
  void asyncTaskScheduled(std::string_view name, void* task, bool isRecurring) override;
  void asyncTaskStarted(void* task) override;
  void asyncTaskFinished(void* task) override;
  void asyncTaskCanceled(void* task) override;
  void exceptionThrown(Lock& lock, Context& context, const Thrown& thrown, std::string_view what) override;
  void rejectionHandled(Lock& lock, v8::Local<v8::Promise> promise) override;

  Isolate& isolate_;
  ConsoleCallers consoleCallers_;
  std::unique_ptr<v8_inspector::V8Inspector> inspector_;
  std::unique_ptr<GeneratorLocator> generatorLocator_;
  std::function<bool()> mayPause_;
  std::function<void()> pauseChanged_;
  std::function<void()> mayRun_;
  std::function<void(const ConsoleLine&)> consoleWritten_;
  std::function<void(const std::string&)> consoleTold_;
  std::function<v8::MaybeLocal<v8::Value>(Lock&)> commandLineRequire_;
  struct Ids {
    int executionContextId = 0;
    std::string uniqueId;
  };
  std::map<int, Ids> ids_;  // by the engine's ids of contexts
  unsigned lastExceptionId_ = 0;
  WeakPromises<unsigned> toldRejections_;  // with V8's ids of their exceptions
  int64_t uniqueId_ = 0;                   // for the context that is being announced
  std::map<void*, std::uint64_t> timers_;
  int pauseDepth_ = 0;
  bool mayGoOn_ = false;
};

}  // namespace vmscope
