#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QDockWidget;
class QMainWindow;

namespace vmscope::ui {

// Gives each dock the title bar that it needs: its name in the theme's font, nothing while its tab says the name
// already, and the window system's while it floats. GUI thread; owned by the main window.
class DockTitles : public QObject {
  Q_OBJECT

 public:
  DockTitles(QMainWindow& window, QList<QDockWidget*> docks);

 private:
  enum class Title { Name, Tab, Frame };

  void update();
  Title titleFor(QDockWidget& dock) const;
  void give(QDockWidget& dock, Title title);

  QMainWindow& window_;
  QList<QDockWidget*> docks_;
  QTimer soon_;  // docks tell of a move before it is done
};

}  // namespace vmscope::ui
