#pragma once

#include <QHash>
#include <QString>
#include <deque>
#include <functional>
#include <vector>

#include "ui/docks/microtasks/QueueJob.h"
#include "ui/docks/timeline/TraceRecord.h"

namespace vmscope::ui {

// A module as it stood at a moment. A value.
struct ModuleMoment {
  QString id;
  QString identifier;
  ModuleStatus status = ModuleStatus::Unlinked;
};

// A line that the console had at a moment. A value.
struct ConsoleMoment {
  int executionContextId = 0;
  QString text;
  bool isException = false;
};

// Finds out from a recording how queues, modules and console stood after any of its rows. Going on is quick; going back
// starts again from the first row. Plain state; GUI thread; owned by the timeline dock.
class TraceReplay {
 public:
  using RecordAt = std::function<const TraceRecord&(int)>;
  using FindRecord = std::function<const TraceRecord*(qint64 index)>;
  static constexpr size_t kConsoleLines = 200;

  TraceReplay(RecordAt recordAt, FindRecord findRecord)
      : recordAt_(std::move(recordAt)), findRecord_(std::move(findRecord)) {}

  // -1 is the moment before the first row.
  void goTo(int position);
  int position() const { return position_; }
  // The recording's rows are others than before.
  void restart();

  const std::vector<Lane>& lanes() const { return lanes_; }
  const std::vector<ModuleMoment>& modules() const { return modules_; }
  const std::deque<ConsoleMoment>& console() const { return console_; }

 private:
  void apply(const TraceRecord& record);
  void setCause(QueueJob& job, const TraceRecord& record) const;
  void enqueue(const TraceRecord& record);
  void startJob(const TraceRecord& record);
  void endJob(const TraceRecord& record);
  void setModule(const TraceRecord& record);
  void say(const TraceRecord& record);
  Lane& laneOf(const TraceRecord& record);

  RecordAt recordAt_;
  FindRecord findRecord_;
  int position_ = -1;
  std::vector<Lane> lanes_;
  QHash<qint64, size_t> laneRows_;
  std::vector<ModuleMoment> modules_;
  QHash<QString, size_t> moduleRows_;
  std::deque<ConsoleMoment> console_;
};

// The job that a row about a job speaks of.
QueueJob jobOf(const TraceRecord& record);

}  // namespace vmscope::ui
