#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace vmscope::ui {

class TimerTableModel;
class Workbench;

// The macrotasks that wait for their time, beside the microtasks. GUI thread; owned by the window's dock.
class TimersDock : public QWidget {
  Q_OBJECT

 public:
  explicit TimersDock(Workbench& workbench, QWidget* parent = nullptr);

  TimerTableModel& model() { return *model_; }
  QTableView& table() { return *table_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void refresh();
  void updateWords();

  Workbench& workbench_;
  TimerTableModel* model_;
  QTableView* table_;
  QLabel* words_;
};

}  // namespace vmscope::ui
