#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QToolButton;

namespace vmscope::ui {

class MemoryModel;
class SnapshotWriter;
class Workbench;

// What the contexts hold, and heap snapshots and CPU profiles as files that DevTools opens. GUI thread; owned by the
// window's dock.
class MemoryDock : public QWidget {
  Q_OBJECT

 public:
  explicit MemoryDock(Workbench& workbench, QWidget* parent = nullptr);

  QTableView& table() { return *table_; }
  SnapshotWriter& snapshots() { return *snapshots_; }
  void measure();
  void startProfile();
  // Ends the profile and writes it there.
  void saveProfile(const QString& path);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeBar();
  QWidget* makeProgress();
  void connectSnapshots();
  void askForSnapshot();
  void toggleProfile();
  void write(const QString& path, const QByteArray& content);
  void warn(const QString& reason);
  void updateButtons();

  Workbench& workbench_;
  MemoryModel* model_;
  SnapshotWriter* snapshots_;
  QTableView* table_ = nullptr;
  QToolButton* measure_ = nullptr;
  QToolButton* collect_ = nullptr;
  QToolButton* snapshot_ = nullptr;
  QToolButton* profile_ = nullptr;
  QWidget* progress_ = nullptr;
  QProgressBar* bar_ = nullptr;
  QPushButton* cancel_ = nullptr;
  QLabel* words_ = nullptr;
  bool profiling_ = false;
};

}  // namespace vmscope::ui
