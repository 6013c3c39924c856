#pragma once

#include <QObject>
#include <vector>

class QAction;

namespace vmscope::ui {

class EngineSession;
class PauseState;
class Theme;

// Pause, resume and the steps. Enabled when they mean something. GUI thread; owned by the debugger dock.
class DebugActions : public QObject {
  Q_OBJECT

 public:
  DebugActions(EngineSession& session, const Theme& theme, QObject* parent = nullptr);

  const std::vector<QAction*>& all() const { return actions_; }

 signals:
  void failed(const QString& reason);

 private:
  void update();
  void updateIcons();

  EngineSession& session_;
  PauseState& state_;
  const Theme& theme_;
  std::vector<QAction*> actions_;
};

}  // namespace vmscope::ui
