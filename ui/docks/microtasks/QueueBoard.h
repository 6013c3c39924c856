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
  // Null also for a job of a long queue that has not been read.
  const QueueJob* findJob(qint64 jobId) const;
  // Whether every queue is read from the engine itself rather than inferred.
  bool isExact() const;

  void setLanes(std::vector<Lane> lanes);
  void putLane(Lane lane);
  // Shows these lanes; where only one of them has changed, as a change of that one, so that it can be followed.
  void showLanes(std::vector<Lane> lanes);
  // A view shows these jobs of a queue, counted from its head, and they have not been read.
  void want(qint64 queueId, qint64 first, qint64 last);
  // What was wanted.
  void putPage(qint64 queueId, std::vector<QueueJob> page);
  // JavaScript is paused in a context, or nowhere.
  struct Pause {
    int executionContextId = 0;
    SourcePlace place;
  };
  void setPause(std::optional<Pause> pause);
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
  // More is known of it; the same jobs wait.
  void laneRead(int row);
  void jobsWanted(qint64 queueId, qint64 first, qint64 last);
  void choiceChanged();

 private:
  int rowOf(qint64 queueId) const;
  // Where a job waits or runs.
  const Lane* findLaneOf(qint64 jobId) const;
  // What the engine does not tell with a queue.
  void complete(Lane& lane) const;
  template <class Change>
  void change(int row, Change&& apply);

  std::vector<Lane> lanes_;
  std::optional<Pause> pause_;
  qint64 currentQueue_ = 0;
  qint64 currentJob_ = 0;
};

}  // namespace vmscope::ui
