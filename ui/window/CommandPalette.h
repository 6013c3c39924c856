#pragma once

#include <QFrame>

class QAction;
class QLineEdit;
class QListView;

namespace vmscope::ui {

class PaletteModel;
class Theme;

// A line to type into and the actions that match it: every action of the window within reach of the keyboard.
// GUI thread; owned by the main window, over which it opens.
class CommandPalette : public QFrame {
  Q_OBJECT

 public:
  CommandPalette(Theme& theme, QWidget* parent);

  // Shows the palette over its parent with these actions.
  void open(const QList<QAction*>& actions);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void filter(const QString& pattern);
  void move(int rows);
  void activate();

  PaletteModel* model_;
  QLineEdit* line_;
  QListView* list_;
};

// Every action of a window that a person could trigger: its own, its menus' and its docks'.
QList<QAction*> actionsOf(const QWidget& window);

}  // namespace vmscope::ui
