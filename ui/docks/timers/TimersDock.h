#pragma once

#include <QElapsedTimer>
#include <QTimer>
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
  ~TimersDock() override;

  TimerTableModel& model() { return *model_; }
  QTableView& table() { return *table_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void refresh();
  void setWatching(bool watching);
  void updateWords();

  Workbench& workbench_;
  TimerTableModel* model_;
  QTableView* table_;
  QLabel* words_;
  QTimer countdown_;
  QElapsedTimer sinceTold_;
  bool watching_ = false;
};

}  // namespace vmscope::ui
