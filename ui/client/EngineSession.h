#pragma once

#include <QHash>
#include <QObject>
#include <memory>
#include <vector>

#include "ui/client/EngineContext.h"
#include "ui/client/EngineEnd.h"
#include "ui/client/Reply.h"

namespace vmscope::protocol::vm {
struct ContextDescription;
struct EngineStateEvent;
}  // namespace vmscope::protocol::vm

namespace vmscope::ui {

class DebuggerClient;
class EngineContexts;
class HeapProfilerClient;
class MicrotasksClient;
class ModulesClient;
class ProfilerClient;
class ProtocolClient;
class ProtocolTransport;
class RuntimeClient;
class TraceClient;
class VmClient;

struct EngineFacts {
  QString version;    // of vmscope-engine; empty until it told
  QString v8Version;  // such as 13.6.233.10
  qint64 processId = 0;
  qint64 usedHeapBytes = 0;
  qint64 heapLimitBytes = 0;
};

// One engine as the window knows it: its connection, a client per domain, its contexts and its state, over any number
// of fresh engines. Lives on the GUI thread, owned by the window; outlives the docks.
class EngineSession : public QObject {
  Q_OBJECT

 public:
  enum class State { Starting, Idle, Running, Paused, Held, Crashed };
  Q_ENUM(State)

  explicit EngineSession(std::unique_ptr<ProtocolTransport> transport, QObject* parent = nullptr);
  ~EngineSession() override;

  // Starts an engine, or replaces the one that runs; the recipes' contexts are created anew.
  void startFresh();

  // What must exist in every engine. A changed recipe replaces its context, a missing one disposes of it.
  void setRecipes(std::vector<ContextRecipe> recipes);
  const std::vector<ContextRecipe>& recipes() const { return recipes_; }
  // Why the recipe's context could not be made in this engine; empty when it could, or has not been tried.
  QString failureOf(const QString& key) const { return failures_.value(key); }

  // Where `require` and the files of programs in the main context start from, in every engine.
  void setWorkingFolder(const QString& folder);

  // Disposes of a context that no recipe asks for.
  void disposeContext(int executionContextId);

  State state() const { return state_; }
  bool isUsable() const { return state_ != State::Starting && state_ != State::Crashed; }
  const std::optional<EngineEnd>& end() const { return end_; }
  // What the status bar tells; as last heard.
  const EngineFacts& facts() const { return facts_; }

  EngineContexts& contexts() { return *contexts_; }
  VmClient& vm() { return *vm_; }
  ModulesClient& modules() { return *modules_; }
  MicrotasksClient& microtasks() { return *microtasks_; }
  TraceClient& trace() { return *trace_; }
  RuntimeClient& runtime() { return *runtime_; }
  DebuggerClient& debugger() { return *debugger_; }
  HeapProfilerClient& heapProfiler() { return *heapProfiler_; }
  ProfilerClient& profiler() { return *profiler_; }

 signals:
  void stateChanged(vmscope::ui::EngineSession::State state);
  // A fresh engine answers and its domains are on; its contexts follow one by one. Breakpoints are set now.
  void ready();
  void factsChanged();
  // A recipe's context could not be made, and why.
  void contextFailed(const QString& key, const QString& reason);
  // The engine is gone; everything it had is gone from the clients too.
  void ended(const vmscope::ui::EngineEnd& end);
  void errorLine(const QString& line);

 private:
  void setState(State state);
  void connectEngine();
  void connectContexts();
  void introduce();
  void askForFacts();
  void enterWorkingFolder();
  void lose(const EngineEnd& end);
  void create(const ContextRecipe& recipe);
  void fail(const QString& key, const QString& reason);
  void disposeOf(const QString& key);
  void follow(const protocol::vm::EngineStateEvent& event);
  void remember(const protocol::vm::ContextDescription& description);

  std::unique_ptr<ProtocolTransport> transport_;
  std::unique_ptr<ProtocolClient> protocol_;
  std::unique_ptr<EngineContexts> contexts_;
  std::unique_ptr<RuntimeClient> runtime_;
  std::unique_ptr<DebuggerClient> debugger_;
  std::unique_ptr<HeapProfilerClient> heapProfiler_;
  std::unique_ptr<ProfilerClient> profiler_;
  std::unique_ptr<VmClient> vm_;
  std::unique_ptr<ModulesClient> modules_;
  std::unique_ptr<MicrotasksClient> microtasks_;
  std::unique_ptr<TraceClient> trace_;
  std::vector<ContextRecipe> recipes_;
  QString workingFolder_;
  std::optional<EngineEnd> end_;
  QHash<int, QString> keys_;  // by executionContextId
  QHash<QString, QString> failures_;
  EngineFacts facts_;
  State state_ = State::Starting;
  bool restarting_ = false;
};

}  // namespace vmscope::ui
