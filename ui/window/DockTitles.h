#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QDockWidget;
class QMainWindow;

namespace vmscope::ui {

// Hides a dock's title bar while its tab says the title already. GUI thread; owned by the main window.
class DockTitles : public QObject {
  Q_OBJECT

 public:
  DockTitles(QMainWindow& window, QList<QDockWidget*> docks);

 private:
  void update();

  QMainWindow& window_;
  QList<QDockWidget*> docks_;
  QTimer soon_;  // docks tell of a move before it is done
};

}  // namespace vmscope::ui
