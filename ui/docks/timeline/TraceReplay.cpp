#include "ui/docks/timeline/TraceReplay.h"

#include <algorithm>
#include <array>

namespace vmscope::ui {
namespace {

struct KindWord {
  const char* word;
  JobKind kind;
};

constexpr std::array kKindWords{KindWord{"then", JobKind::Then},         KindWord{"catch", JobKind::Catch},
                                KindWord{"finally", JobKind::Finally},   KindWord{"await", JobKind::Await},
                                KindWord{"thenable", JobKind::Thenable}, KindWord{"callback", JobKind::Callback}};

struct StatusWord {
  const char* word;
  ModuleStatus status;
};

constexpr std::array kStatusWords{StatusWord{"unlinked", ModuleStatus::Unlinked},
                                  StatusWord{"linking", ModuleStatus::Linking},
                                  StatusWord{"linked", ModuleStatus::Linked},
                                  StatusWord{"evaluating", ModuleStatus::Evaluating},
                                  StatusWord{"evaluated", ModuleStatus::Evaluated},
                                  StatusWord{"errored", ModuleStatus::Errored},
                                  StatusWord{"awaiting", ModuleStatus::AwaitingTopLevel}};

}  // namespace

// A row's text is the job's kind and its handler; a built-in job has its name only.
QueueJob jobOf(const TraceRecord& record) {
  QueueJob job;
  job.id = record.jobId;
  job.queueId = record.queueId;
  job.executionContextId = record.executionContextId;
  job.place = record.place;
  job.handler = record.text;
  const QString first = record.text.section(QLatin1Char(' '), 0, 0);
  for (const KindWord& word : kKindWords) {
    if (first != QLatin1String(word.word)) continue;
    job.kind = word.kind;
    job.handler = record.text.section(QLatin1Char(' '), 1);
  }
  return job;
}

void TraceReplay::restart() {
  position_ = -1;
  lanes_.clear();
  laneRows_.clear();
  modules_.clear();
  moduleRows_.clear();
  console_.clear();
}

void TraceReplay::goTo(int position) {
  if (position < position_) restart();
  while (position_ < position) apply(recordAt_(++position_));
}

void TraceReplay::apply(const TraceRecord& record) {
  using Kind = TraceRecord::Kind;
  switch (record.kind) {
    case Kind::Enqueue:
      return enqueue(record);
    case Kind::JobStart:
      return startJob(record);
    case Kind::JobEnd:
      return endJob(record);
    case Kind::ModuleStatus:
      return setModule(record);
    case Kind::Console:
    case Kind::Exception:
      return say(record);
    case Kind::CheckpointStart:
    case Kind::CheckpointEnd:
      laneOf(record);
      return;
    case Kind::TaskStart:
    case Kind::TaskEnd:
      return;
  }
}

Lane& TraceReplay::laneOf(const TraceRecord& record) {
  const auto known = laneRows_.constFind(record.queueId);
  if (known != laneRows_.constEnd()) return lanes_[*known];
  laneRows_.insert(record.queueId, lanes_.size());
  Lane lane;
  lane.id = record.queueId;
  return lanes_.emplace_back(std::move(lane));
}

void TraceReplay::setCause(QueueJob& job, const TraceRecord& record) const {
  const TraceRecord* cause = findRecord_(record.cause);
  if (!cause) return;
  if (cause->kind == TraceRecord::Kind::JobStart) {
    job.cause = QueueJob::Cause::Job;
    job.causeJob = cause->jobId;
  } else if (cause->kind == TraceRecord::Kind::TaskStart) {
    job.cause = QueueJob::Cause::Script;
    job.causeName = cause->text;
  }
}

void TraceReplay::enqueue(const TraceRecord& record) {
  QueueJob job = jobOf(record);
  setCause(job, record);
  Lane& lane = laneOf(record);
  lane.jobs.push_back(std::move(job));
  ++lane.length;
}

void TraceReplay::startJob(const TraceRecord& record) {
  Lane& lane = laneOf(record);
  const auto waiting =
      std::find_if(lane.jobs.begin(), lane.jobs.end(), [&](const QueueJob& job) { return job.id == record.jobId; });
  lane.running = waiting == lane.jobs.end() ? jobOf(record) : *waiting;
  if (waiting == lane.jobs.end()) return;  // it was enqueued before the recording began
  lane.jobs.erase(waiting);
  --lane.length;
}

void TraceReplay::endJob(const TraceRecord& record) {
  Lane& lane = laneOf(record);
  if (!lane.running || lane.running->id != record.jobId) return;
  lane.running.reset();
  ++lane.finished;
}

void TraceReplay::setModule(const TraceRecord& record) {
  const QString last = record.text.section(QLatin1Char(' '), -1);
  const auto word = std::find_if(kStatusWords.begin(), kStatusWords.end(),
                                 [&](const StatusWord& w) { return last == QLatin1String(w.word); });
  const bool hasStatus = word != kStatusWords.end();
  const auto known = moduleRows_.constFind(record.moduleId);
  size_t row = modules_.size();
  if (known != moduleRows_.constEnd()) {
    row = *known;
  } else {
    moduleRows_.insert(record.moduleId, row);
    modules_.push_back({record.moduleId, {}, ModuleStatus::Unlinked});
  }
  modules_[row].identifier = hasStatus ? record.text.left(record.text.size() - last.size()).trimmed() : record.text;
  if (hasStatus) modules_[row].status = word->status;
}

void TraceReplay::say(const TraceRecord& record) {
  console_.push_back({record.executionContextId, record.text, record.kind == TraceRecord::Kind::Exception});
  if (console_.size() > kConsoleLines) console_.pop_front();
}

}  // namespace vmscope::ui
