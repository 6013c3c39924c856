#pragma once

#include <QHash>
#include <QWidget>
#include <memory>

#include "ui/theme/Tokens.h"

class QAbstractItemModel;
class QAction;
class QKeySequence;
class QLabel;
class QListView;
class QTableView;
class QToolButton;

namespace vmscope::ui {

class ConsoleMomentModel;
class DockHint;
class LanesView;
class ModuleMomentModel;
class PastMoment;
class QueueBoard;
class TimelineStrip;
class TraceLog;
class TraceModel;
class TraceReplay;
class Workbench;

// A recording that can be gone through: queues, modules and console move together with the moment that is shown, here
// and in their own docks. GUI thread; owned by the window's dock.
class TimelineDock : public QWidget {
  Q_OBJECT

 public:
  enum class Format { Rows, TraceEvents };

  explicit TimelineDock(Workbench& workbench, QWidget* parent = nullptr);
  ~TimelineDock() override;

  void goTo(int position);
  int position() const;
  TraceLog& log() { return log_; }
  QueueBoard& board() { return *board_; }
  TimelineStrip& strip() { return *strip_; }
  QTableView& rows() { return *rows_; }
  QListView& modules() { return *modules_; }
  QListView& console() { return *console_; }

  // Asks the engine for the recording and writes it there.
  void exportTo(const QString& path, Format format);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QAction* addStep(const char* icon, const QString& text, const QKeySequence& keys);
  QWidget* makeBar();
  QWidget* makeMoment();
  void arrange();
  QListView* makeList(const QString& name, QAbstractItemModel* model);
  void connectLog();
  void record(bool on);
  void showMoment();
  void tellMoment();
  QHash<QString, ModuleStatus> modulesThen() const;
  void nameLanes();
  void askWhereTo(Format format);
  void updateWords();

  Workbench& workbench_;
  TraceLog& log_;
  PastMoment& past_;
  TraceModel* model_;
  QueueBoard* board_;
  ModuleMomentModel* moduleMoments_;
  ConsoleMomentModel* consoleMoments_;
  std::unique_ptr<TraceReplay> replay_;
  QAction* record_ = nullptr;
  QAction* back_ = nullptr;
  QAction* forward_ = nullptr;
  QAction* now_ = nullptr;
  TimelineStrip* strip_ = nullptr;
  QTableView* rows_ = nullptr;
  LanesView* lanes_ = nullptr;
  QListView* modules_ = nullptr;
  QListView* console_ = nullptr;
  QLabel* words_ = nullptr;
  QToolButton* exports_ = nullptr;
  QToolButton* nowButton_ = nullptr;
  DockHint* empty_ = nullptr;
  QWidget* scene_ = nullptr;   // queues, console and modules at the moment
  QWidget* lists_ = nullptr;   // console and modules of it
  QWidget* moment_ = nullptr;  // everything that an empty recording has no use for
  bool follows_ = true;        // the newest row, while one does not look back
};

}  // namespace vmscope::ui
