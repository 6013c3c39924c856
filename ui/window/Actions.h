#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace vmscope::ui {

class Theme;

enum class ActionId {
  OpenWorkspace,
  OpenSample,
  Quit,
  Run,
  Debug,
  Stop,
  HoldQueue,
  StepQueue,
  DrainQueue,
  FreshEngine,
  CollectGarbage,
  ZoomIn,
  ZoomOut,
  ZoomReset,
  ThemeSystem,
  ThemeLight,
  ThemeDark,
  ResetLayout,
  CommandPalette,
  Preferences,
  About,
};

// The window's own actions, made from one table: text, icon and shortcut stand there and nowhere else.
// GUI thread; owned by the main window, which connects what they do.
class Actions : public QObject {
  Q_OBJECT

 public:
  Actions(Theme& theme, QObject* parent);

  QAction& operator[](ActionId id) const;
  const QList<QAction*>& all() const { return actions_; }

 private:
  void drawIcons();

  Theme& theme_;
  QList<QAction*> actions_;
};

}  // namespace vmscope::ui
