#pragma once

#include <QWidget>

#include "ui/docks/microtasks/QueueFeed.h"

class QLabel;
class QListView;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace vmscope::ui {

class DockHint;
class JobTableModel;
class LanesView;
class QueueActions;
class QueueBoard;
class StuckModel;
class Workbench;

// The microtask queues as lanes or as a table, with what is stuck, and the actions that hold and step them.
// GUI thread; owned by the window's dock.
class MicrotasksDock : public QWidget {
  Q_OBJECT

 public:
  explicit MicrotasksDock(Workbench& workbench, QWidget* parent = nullptr);

  QueueBoard& board() { return *board_; }
  LanesView& lanes() { return *lanes_; }
  QTableView& table() { return *table_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeBar();
  QWidget* makePages();
  QWidget* makeStuckList();
  void connectBoard();
  void showStuck(const std::vector<StuckWait>& waits);
  void goToJob(qint64 jobId);
  void goToCode();
  void goToCause();
  void showJobMenu(const QPoint& globalPosition);
  void copyJob();
  void chooseQueueOf(int executionContextId);
  void updateWords();
  void showChosenRow();
  void keepChosenRow();
  // The chosen job in one sentence, as it is shown below the lanes.
  QString sentenceOf(const QueueJob& job) const;

  Workbench& workbench_;
  QueueBoard* board_;
  QueueFeed* feed_;
  QueueActions* actions_;
  JobTableModel* jobs_;
  StuckModel* stuckWaits_;
  LanesView* lanes_ = nullptr;
  QTableView* table_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QListView* stuck_ = nullptr;
  QToolButton* asTable_ = nullptr;
  QLabel* exactness_ = nullptr;
  QLabel* chosen_ = nullptr;
  DockHint* empty_ = nullptr;
};

}  // namespace vmscope::ui
