#pragma once

#include <QHash>
#include <QObject>

#include "ui/client/DebuggerTypes.h"
#include "ui/workspace/Breakpoints.h"

namespace vmscope::ui {

class EngineSession;
class Workspace;

// Keeps the engine's breakpoints as the workspace's are, in every engine anew. One for each session, which owns it, so
// that a window that is made anew sets none twice; GUI thread; the workspace outlives it.
class BreakpointBinder : public QObject {
  Q_OBJECT

 public:
  static BreakpointBinder& of(EngineSession& session, Workspace& workspace);

  // Whether the engine found code for it; before its script has run there may be none.
  bool isBound(const Breakpoint& breakpoint) const;

 signals:
  void bindingChanged();

 private:
  struct Binding {
    Breakpoint breakpoint;
    QString id;  // empty until the engine answered
    bool isBound = false;
  };

  BreakpointBinder(EngineSession& session, Workspace& workspace);
  static QString keyOf(const Breakpoint& breakpoint);
  static QString conditionOf(const Breakpoint& breakpoint);
  void resolve(const QString& id, const ScriptLocation& location);
  void bindAll();
  void follow();
  void bind(const Breakpoint& breakpoint);
  void unbind(const QString& key);

  EngineSession& session_;
  Workspace& workspace_;
  QHash<QString, Binding> bindings_;  // by document, line and condition
};

}  // namespace vmscope::ui
