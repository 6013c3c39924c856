#pragma once

#include <QObject>

#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

// The microtask queues as the engine last told them, and which queue and job a person has chosen.
// Plain state with signals, no engine; GUI thread; owned by the microtasks dock, and by the timeline for past moments.
class QueueBoard : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const std::vector<Lane>& lanes() const { return lanes_; }
  const Lane* findLane(qint64 queueId) const;
  const QueueJob* findJob(qint64 jobId) const;
  // Whether every queue is read from the engine itself rather than inferred.
  bool isExact() const;

  void setLanes(std::vector<Lane> lanes);
  void putLane(Lane lane);
  // Shows these lanes; where only one of them has changed, as a change of that one, so that it can be followed.
  void showLanes(std::vector<Lane> lanes);
  void startJob(const QueueJob& job);
  void finishJob(qint64 queueId, qint64 jobId);
  void clear() { setLanes({}); }

  qint64 currentQueue() const { return currentQueue_; }
  qint64 currentJob() const { return currentJob_; }
  // The queue is the job's own when it is found; 0 chooses none.
  void chooseJob(qint64 jobId);
  void chooseQueue(qint64 queueId);

 signals:
  void lanesReset();
  void laneAboutToChange(int row);
  void laneChanged(int row);
  void choiceChanged();

 private:
  int rowOf(qint64 queueId) const;
  template <class Change>
  void change(int row, Change&& apply);

  std::vector<Lane> lanes_;
  qint64 currentQueue_ = 0;
  qint64 currentJob_ = 0;
};

}  // namespace vmscope::ui
