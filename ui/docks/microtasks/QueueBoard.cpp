#include "ui/docks/microtasks/QueueBoard.h"

#include <algorithm>

namespace vmscope::ui {

int QueueBoard::rowOf(qint64 queueId) const {
  const auto found = std::find_if(lanes_.begin(), lanes_.end(), [&](const Lane& lane) { return lane.id == queueId; });
  return found == lanes_.end() ? -1 : static_cast<int>(found - lanes_.begin());
}

const Lane* QueueBoard::findLane(qint64 queueId) const {
  const int row = rowOf(queueId);
  return row < 0 ? nullptr : &lanes_[row];
}

const QueueJob* QueueBoard::findJob(qint64 jobId) const {
  const Lane* lane = findLaneOf(jobId);
  if (!lane) return nullptr;
  return lane->running && lane->running->id == jobId ? &*lane->running : lane->waiting(lane->positionOf(jobId));
}

const Lane* QueueBoard::findLaneOf(qint64 jobId) const {
  const auto found = std::find_if(lanes_.begin(), lanes_.end(), [&](const Lane& lane) {
    return (lane.running && lane.running->id == jobId) || lane.positionOf(jobId) >= 0;
  });
  return found == lanes_.end() ? nullptr : &*found;
}

void QueueBoard::complete(Lane& lane) const {
  const bool isPausedIn = pause_ && std::find(lane.contexts.begin(), lane.contexts.end(), pause_->executionContextId) !=
                                        lane.contexts.end();
  lane.pausedAt = isPausedIn ? std::optional(pause_->place) : std::nullopt;
  const Lane* before = findLane(lane.id);
  if (!before || before == &lane || lane.jobs.empty()) return;
  lane.pages = before->pages;
  lane.pages.forgetBefore(lane.jobs.front().id);
}

void QueueBoard::setPause(std::optional<Pause> pause) {
  pause_ = std::move(pause);
  for (size_t row = 0; row < lanes_.size(); ++row) {
    complete(lanes_[row]);
    emit laneRead(static_cast<int>(row));
  }
}

bool QueueBoard::isExact() const {
  return std::all_of(lanes_.begin(), lanes_.end(), [](const Lane& lane) { return lane.isExact; });
}

void QueueBoard::setLanes(std::vector<Lane> lanes) {
  for (Lane& lane : lanes) complete(lane);
  lanes_ = std::move(lanes);
  if (!findLane(currentQueue_)) currentQueue_ = lanes_.empty() ? 0 : lanes_.front().id;
  if (!findLaneOf(currentJob_)) currentJob_ = 0;
  emit lanesReset();
  emit choiceChanged();
}

template <class Change>
void QueueBoard::change(int row, Change&& apply) {
  emit laneAboutToChange(row);
  apply(lanes_[row]);
  emit laneChanged(row);
  if (currentJob_ != 0 && lanes_[row].id == currentQueue_ && !findLaneOf(currentJob_)) {
    currentJob_ = 0;
    emit choiceChanged();
  }
}

void QueueBoard::putLane(Lane lane) {
  const int row = rowOf(lane.id);
  if (row >= 0) {
    complete(lane);
    return change(row, [&](Lane& old) { old = std::move(lane); });
  }
  std::vector<Lane> lanes = lanes_;
  lanes.push_back(std::move(lane));
  setLanes(std::move(lanes));
}

void QueueBoard::showLanes(std::vector<Lane> lanes) {
  const bool isSameQueues = std::equal(lanes.begin(), lanes.end(), lanes_.begin(), lanes_.end(),
                                       [](const Lane& a, const Lane& b) { return a.id == b.id && a.name == b.name; });
  if (!isSameQueues) return setLanes(std::move(lanes));
  size_t changed = lanes.size();
  for (size_t row = 0; row < lanes.size(); ++row) {
    if (lanes[row].hasJobsOf(lanes_[row])) continue;
    if (changed != lanes.size()) return setLanes(std::move(lanes));
    changed = row;
  }
  if (changed != lanes.size()) putLane(std::move(lanes[changed]));
}

void QueueBoard::want(qint64 queueId, qint64 first, qint64 last) {
  emit jobsWanted(queueId, first, last);
}

void QueueBoard::putPage(qint64 queueId, std::vector<QueueJob> page) {
  const int row = rowOf(queueId);
  if (row < 0) return;
  lanes_[row].pages.put(std::move(page));
  emit laneRead(row);
}

void QueueBoard::startJob(const QueueJob& job) {
  const int row = rowOf(job.queueId);
  if (row < 0) return;
  change(row, [&](Lane& lane) {
    lane.running = job;
    if (lane.jobs.empty() || lane.jobs.front().id != job.id) return;
    lane.jobs.pop_front();
    --lane.length;
  });
}

void QueueBoard::finishJob(qint64 queueId, qint64 jobId) {
  const int row = rowOf(queueId);
  if (row < 0 || !lanes_[row].running || lanes_[row].running->id != jobId) return;
  change(row, [](Lane& lane) {
    lane.running.reset();
    ++lane.finished;
  });
}

void QueueBoard::chooseJob(qint64 jobId) {
  const Lane* lane = findLaneOf(jobId);
  if (lane) currentQueue_ = lane->id;
  currentJob_ = lane ? jobId : 0;
  emit choiceChanged();
}

void QueueBoard::chooseQueue(qint64 queueId) {
  if (currentQueue_ == queueId || !findLane(queueId)) return;
  currentQueue_ = queueId;
  currentJob_ = 0;
  emit choiceChanged();
}

}  // namespace vmscope::ui
