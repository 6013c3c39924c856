#pragma once

#include <QObject>
#include <QPointer>

#include "ui/editor/CompileErrors.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/live/EngineSyntaxChecker.h"
#include "ui/editor/live/LiveCompletion.h"
#include "ui/editor/live/LiveContext.h"
#include "ui/editor/live/RunValues.h"
#include "ui/editor/live/StopPlaces.h"

namespace vmscope::ui {

// Joins the editors to the engine: completion, errors while typing, places for breakpoints, and values at line ends.
// GUI thread; owned by the main window; what it joins outlives it.
class LiveEditing : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    EditorArea& area;
    EngineSession& session;
    Workspace& workspace;
  };

  LiveEditing(const Parts& parts, QObject* parent);
  ~LiveEditing() override;

  CompileErrors& errors() { return errors_; }
  RunValues& values() { return values_; }

 private:
  QPointer<EditorArea> area_;  // a child of the window may leave before this one
  LiveContext live_;
  LiveCompletion completion_;
  EngineSyntaxChecker checker_;
  CompileErrors errors_;
  StopPlaces places_;
  RunValues values_;
};

}  // namespace vmscope::ui
