#pragma once

#include <QObject>

#include "ui/client/DebuggerTypes.h"
#include "ui/client/Reply.h"
#include "ui/docks/console/InputText.h"

namespace vmscope::ui {

class DebuggerClient;
class EngineSession;
class PauseState;
class RuntimeClient;

// Evaluates what a person types: in a context, or in the chosen frame when the engine is paused in that context.
// GUI thread; owned by a dock.
class Evaluator : public QObject {
  Q_OBJECT

 public:
  explicit Evaluator(EngineSession& session, QObject* parent = nullptr);

  void setContext(int executionContextId) { context_ = executionContextId; }
  int context() const { return context_; }
  // The frame's function that expressions see, or empty when they see the global scope.
  QString frameName() const;

  // With top-level await and redeclaration of let and const.
  Reply<Evaluation> evaluate(const QString& expression);
  // For expressions that are evaluated again and again: outside of a pause only what has no side effect.
  Reply<Evaluation> watch(const QString& expression);
  void forgetWatched();
  // The value of an expression that has no side effect; an error or side effect gives no answer.
  void preview(const QString& expression);
  void completions(const CompletionTarget& target);

 signals:
  void previewed(const QString& expression, const vmscope::ui::RemoteObject& value);
  void previewImpossible(const QString& expression);
  void completed(const vmscope::ui::CompletionTarget& target, const QStringList& names);

 private:
  const CallFrame* frame() const;
  enum class SideEffects { Allowed, Refused };
  Reply<Evaluation> evaluateQuietly(const QString& expression, const QString& group, SideEffects sideEffects);
  void completeMembers(const CompletionTarget& target, const QString& object, const QStringList& more);
  void completeGlobals(const CompletionTarget& target);
  void complete(const CompletionTarget& target, QStringList names);

  RuntimeClient& runtime_;
  DebuggerClient& debugger_;
  const PauseState& state_;
  int context_ = 0;
};

}  // namespace vmscope::ui
