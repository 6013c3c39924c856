#pragma once

#include <QObject>

class QAction;

namespace vmscope::ui {

class EditorArea;
class EngineSession;

// The action that lets a paused program run to the line of the cursor. GUI thread; owned by the main window; area and
// session outlive it.
class RunToCursor : public QObject {
  Q_OBJECT

 public:
  RunToCursor(EditorArea& area, EngineSession& session, QObject* parent);

  QAction& action() const { return *action_; }

 signals:
  void failed(const QString& reason);

 private:
  void update();
  void run();

  EditorArea& area_;
  EngineSession& session_;
  QAction* action_;
};

}  // namespace vmscope::ui
