#pragma once

#include <QObject>
#include <functional>
#include <optional>

#include "ui/client/DebuggerTypes.h"

namespace vmscope::ui {

class Document;
class EngineSession;
class Workspace;

// Which context of the running engine a document belongs to, and the call frame where it is paused. GUI thread; session
// and workspace outlive it.
class LiveContext : public QObject {
  Q_OBJECT

 public:
  LiveContext(EngineSession& session, Workspace& workspace, QObject* parent);

  EngineSession& session() const { return session_; }
  Workspace& workspace() const { return workspace_; }

  // The context's executionContextId; the main context's for a document of none; nothing without an engine.
  std::optional<int> contextOf(const Document& document) const;
  // The innermost call frame while paused.
  const std::optional<CallFrame>& frame() const { return frame_; }
  // Evaluates where the person is, without side effects: in the call frame while paused, in the context otherwise.
  void evaluate(const QString& expression, const Document& document, std::function<void(const Evaluation&)> then);
  // Lets go of what evaluate() gave.
  void release();

 private:
  EngineSession& session_;
  Workspace& workspace_;
  std::optional<CallFrame> frame_;
};

}  // namespace vmscope::ui
