#pragma once

#include <QObject>
#include <span>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;

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
  std::span<QAction* const> all() const { return actions_; }

 private:
  void drawIcons();

  Theme& theme_;
  std::vector<QAction*> actions_;
};

// One menu of the menu bar: its actions in groups, and what the window adds to it.
struct MenuRow {
  enum class Place { Plain, File, Edit, Debug, View };

  const char* title;  // translated in the context "Menus"
  std::vector<std::vector<ActionId>> groups;
  Place place = Place::Plain;
};
const std::vector<MenuRow>& menuRows();

// Fills a menu with the groups, separators between them.
void fillMenu(QMenu& menu, const MenuRow& row, const Actions& actions);

}  // namespace vmscope::ui
