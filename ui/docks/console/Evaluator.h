#pragma once

#include <QObject>

#include "ui/client/DebuggerTypes.h"
#include "ui/client/Reply.h"
#include "ui/docks/console/InputText.h"

namespace vmscope::ui {

class DebuggerClient;
class RuntimeClient;

// Evaluates what is typed in the console: in a context, or in the selected frame when the engine is paused in that
// context. GUI thread; owned by the console dock.
class Evaluator : public QObject {
  Q_OBJECT

 public:
  Evaluator(RuntimeClient& runtime, DebuggerClient& debugger, QObject* parent = nullptr);

  void setContext(int executionContextId) { context_ = executionContextId; }
  int context() const { return context_; }
  // The frame's function that expressions see, or empty when they see the global scope.
  QString frameName() const;

  // With top-level await and redeclaration of let and const.
  Reply<Evaluation> evaluate(const QString& expression);
  // The value of an expression that has no side effect; an error or side effect gives no answer.
  void preview(const QString& expression);
  void completions(const CompletionTarget& target);

 signals:
  void previewed(const QString& expression, const vmscope::ui::RemoteObject& value);
  void previewImpossible(const QString& expression);
  void completed(const vmscope::ui::CompletionTarget& target, const QStringList& names);

 private:
  const CallFrame* frame() const;
  Reply<Evaluation> evaluateQuietly(const QString& expression);
  void completeMembers(const CompletionTarget& target, const QString& object, const QStringList& more);
  void completeGlobals(const CompletionTarget& target);
  void complete(const CompletionTarget& target, QStringList names);

  RuntimeClient& runtime_;
  DebuggerClient& debugger_;
  std::optional<Paused> pause_;
  int context_ = 0;
};

}  // namespace vmscope::ui
