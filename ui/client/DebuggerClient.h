#pragma once

#include <QObject>

#include "ui/client/DebuggerTypes.h"
#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolClient;

// V8's Debugger domain: breakpoints, pauses and steps. GUI thread; owned by the engine session.
class DebuggerClient : public QObject {
  Q_OBJECT

 public:
  explicit DebuggerClient(ProtocolClient& protocol, QObject* parent = nullptr);

  Reply<Done> enable();
  Reply<Done> setAsyncCallStackDepth(int depth);
  Reply<Done> setPauseOnExceptions(PauseOnExceptions when);
  Reply<Done> setBreakpointsActive(bool active);

  Reply<BreakpointBinding> setBreakpointByUrl(const BreakpointRequest& request);
  Reply<Done> removeBreakpoint(const QString& breakpointId);
  Reply<QString> scriptSource(const QString& scriptId);

  Reply<Done> pause();
  Reply<Done> resume();
  Reply<Done> stepOver();
  Reply<Done> stepInto();
  Reply<Done> stepIntoAsync();  // into the job that the current call schedules
  Reply<Done> stepOut();
  Reply<Done> continueToLocation(const ScriptLocation& location);
  Reply<Done> restartFrame(const QString& callFrameId);

  Reply<Evaluation> evaluateOnCallFrame(const FrameEvaluation& evaluation);
  // newValue is an expression's value, as Runtime.CallArgument reads it out of a RemoteObject.
  Reply<Done> setVariableValue(const QString& callFrameId, int scopeNumber, const QString& name,
                               const RemoteObject& newValue);

  bool isPaused() const { return paused_; }
  // Every script the engine has announced since it was started.
  const std::vector<ParsedScript>& scripts() const { return scripts_; }
  const ParsedScript* findScript(const QString& scriptId) const;
  const ParsedScript* findNewestScript(const QString& url) const;
  void reset();

 signals:
  void paused(const vmscope::ui::Paused& pause);
  void resumed();
  void scriptParsed(const vmscope::ui::ParsedScript& script);
  void scriptFailedToParse(const vmscope::ui::ParsedScript& script);
  void breakpointResolved(const QString& breakpointId, const vmscope::ui::ScriptLocation& location);

 private:
  Paused withUrls(Paused pause) const;

  ProtocolClient& protocol_;
  std::vector<ParsedScript> scripts_;
  bool paused_ = false;
};

}  // namespace vmscope::ui
