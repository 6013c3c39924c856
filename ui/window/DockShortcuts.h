#pragma once

#include <QObject>
#include <QSet>

#include "ui/DockRegistry.h"

class QAction;
class QDockWidget;
class QMainWindow;
class QShortcut;

namespace vmscope::ui {

// Lets the shortcuts of the docks' actions work in the whole window, also while their dock is hidden or behind another.
// An action that cannot be done before its dock knows what there is to do brings it to the front.
// GUI thread; owned by the main window.
class DockShortcuts : public QObject {
  Q_OBJECT

 public:
  explicit DockShortcuts(QMainWindow& window);

  void add(QDockWidget& dock, DockEntry::Keys keys);

 private:
  void bringToFrontBy(QAction& action, QDockWidget& dock);
  static void bringToFront(QDockWidget& dock);

  QMainWindow& window_;
  QSet<const QDockWidget*> seen_;
};

}  // namespace vmscope::ui
