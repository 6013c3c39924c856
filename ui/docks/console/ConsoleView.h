#pragma once

#include <QListView>
#include <QTimer>

#include "ui/Navigator.h"

namespace vmscope::ui {

class ConsoleDelegate;
class ConsoleModel;
class Theme;

// Shows the console's lines; stays at the newest line while it is there, and where it is otherwise.
// GUI thread; owned by the console dock.
class ConsoleView : public QListView {
  Q_OBJECT

 public:
  ConsoleView(ConsoleModel& model, const Theme& theme, QWidget* parent = nullptr);

  ConsoleDelegate& lines() { return *lines_; }
  void copySelection() const;

 signals:
  void placeActivated(const vmscope::ui::SourcePlace& place);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void addCommands();
  bool isAtEnd() const;
  void follow();
  void showPresent();
  void keepPlace(int removedRows);
  void activate(int row, const QPoint& position);
  void wrap();

  ConsoleModel& model_;
  ConsoleDelegate* lines_;
  QTimer wrap_;
  bool follows_ = true;  // the newest line: whoever reads at the end stays there
  int valueBefore_ = 0;
};

}  // namespace vmscope::ui
