#pragma once

#include <QHash>
#include <QObject>

#include "ui/client/DebuggerTypes.h"
#include "ui/workspace/Breakpoints.h"

namespace vmscope::ui {

class Workbench;

// Keeps the engine's breakpoints as the workspace's are, in every engine anew. GUI thread; owned by the debugger dock.
class BreakpointBinder : public QObject {
  Q_OBJECT

 public:
  explicit BreakpointBinder(Workbench& workbench, QObject* parent = nullptr);

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

  static QString keyOf(const Breakpoint& breakpoint);
  static QString conditionOf(const Breakpoint& breakpoint);
  void resolve(const QString& id, const ScriptLocation& location);
  void bindAll();
  void follow();
  void bind(const Breakpoint& breakpoint);
  void unbind(const QString& key);

  Workbench& workbench_;
  QHash<QString, Binding> bindings_;  // by document, line and condition
};

}  // namespace vmscope::ui
