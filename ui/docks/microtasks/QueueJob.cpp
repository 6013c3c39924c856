#include "ui/docks/microtasks/QueueJob.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/docks/values/StyledText.h"

namespace vmscope::ui {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(QueueJob)
};

QueueJob::Cause causeOf(protocol::microtasks::CauseKind kind) {
  using protocol::microtasks::CauseKind;
  switch (kind) {
    case CauseKind::Job:
      return QueueJob::Cause::Job;
    case CauseKind::Script:
      return QueueJob::Cause::Script;
    case CauseKind::Timer:
      return QueueJob::Cause::Timer;
    case CauseKind::Host:
      return QueueJob::Cause::Host;
    case CauseKind::Unknown:
      return QueueJob::Cause::Unknown;
  }
  return QueueJob::Cause::Unknown;
}

QString causeWords(const QueueJob& job) {
  switch (job.cause) {
    case QueueJob::Cause::Job:
      return Text::tr("enqueued by job %1").arg(job.causeJob);
    case QueueJob::Cause::Script:
      return job.causeName.isEmpty() ? Text::tr("enqueued by a script") : Text::tr("enqueued by %1").arg(job.causeName);
    case QueueJob::Cause::Timer:
      return job.causeName.isEmpty() ? Text::tr("enqueued by a timer")
                                     : Text::tr("enqueued by timer %1").arg(job.causeName);
    case QueueJob::Cause::Host:
      return Text::tr("enqueued by the engine");
    case QueueJob::Cause::Unknown:
      return Text::tr("enqueued while nobody watched");
  }
  return {};
}

}  // namespace

JobKind jobKind(protocol::microtasks::JobKind kind) {
  using protocol::microtasks::JobKind;
  switch (kind) {
    case JobKind::Then:
      return ui::JobKind::Then;
    case JobKind::Catch:
      return ui::JobKind::Catch;
    case JobKind::Finally:
      return ui::JobKind::Finally;
    case JobKind::Await:
      return ui::JobKind::Await;
    case JobKind::Thenable:
      return ui::JobKind::Thenable;
    case JobKind::Callback:
      return ui::JobKind::Callback;
    case JobKind::Builtin:
      return ui::JobKind::Builtin;
  }
  return ui::JobKind::Builtin;
}

QString QueueJob::nameText() const {
  return handler.isEmpty() ? Text::tr("(anonymous)") : handler;
}

QString QueueJob::handlerText() const {
  const QString name = nameText();
  return place.url.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, shortText(place));
}

QString QueueJob::causeText() const {
  const QString words = causeWords(*this);
  return enqueuedAt.url.isEmpty() ? words : Text::tr("%1 at %2").arg(words, shortText(enqueuedAt));
}

qint64 Lane::idAt(qint64 position) const {
  if (position < 0 || position >= shown() || jobs.empty()) return 0;
  if (position < static_cast<qint64>(jobs.size())) return jobs[static_cast<size_t>(position)].id;
  return jobs.back().id + position - static_cast<qint64>(jobs.size()) + 1;
}

const QueueJob* Lane::waiting(qint64 position) const {
  if (position >= 0 && position < static_cast<qint64>(jobs.size())) return &jobs[static_cast<size_t>(position)];
  const qint64 jobId = idAt(position);
  return jobId == 0 ? nullptr : pages.find(jobId);
}

qint64 Lane::positionOf(qint64 jobId) const {
  if (jobs.empty() || jobId == 0) return -1;
  const qint64 behind = jobId - jobs.back().id;
  if (behind > 0)
    return behind <= shown() - static_cast<qint64>(jobs.size()) ? behind + static_cast<qint64>(jobs.size()) - 1 : -1;
  const auto found = std::lower_bound(jobs.begin(), jobs.end(), jobId,
                                      [](const QueueJob& job, qint64 wanted) { return job.id < wanted; });
  return found != jobs.end() && found->id == jobId ? found - jobs.begin() : -1;
}

bool Lane::hasJobsOf(const Lane& other) const {
  const auto isSame = [](const QueueJob& a, const QueueJob& b) { return a.id == b.id; };
  const bool isSameRunning =
      running && other.running ? isSame(*running, *other.running) : running.has_value() == other.running.has_value();
  return isSameRunning && isHeld == other.isHeld && finished == other.finished &&
         std::equal(jobs.begin(), jobs.end(), other.jobs.begin(), other.jobs.end(), isSame);
}

QString Lane::standing() const {
  const QString count = length == 0   ? Text::tr("nothing waits")
                        : length == 1 ? Text::tr("1 job waits")
                                      : Text::tr("%L1 jobs wait").arg(length);
  if (pausedAt) return Text::tr("paused, %1").arg(count);
  if (isHeld) return Text::tr("held, %1").arg(count);
  return running ? Text::tr("running, %1").arg(count) : count;
}

QString Lane::shortStanding() const {
  if (pausedAt) return Text::tr("paused, %L1").arg(length);
  if (isHeld) return Text::tr("held, %L1").arg(length);
  return running ? Text::tr("running, %L1").arg(length) : Text::tr("%L1 wait").arg(length);
}

QString Lane::sentence() const {
  if (pausedAt) return Text::tr("Queue of %1: JavaScript is paused at %2").arg(name, shortText(*pausedAt));
  return Text::tr("Queue of %1: %2").arg(name, standing());
}

SourcePlace sourcePlace(const protocol::microtasks::Location& location) {
  SourcePlace place;
  place.url = QString::fromStdString(location.url.value_or(""));
  place.line = static_cast<int>(location.line.value_or(0));
  place.column = static_cast<int>(location.column.value_or(0));
  place.scriptId = QString::fromStdString(location.scriptId.value_or(""));
  return place;
}

QueueJob queueJob(const protocol::microtasks::Job& job) {
  QueueJob out;
  out.id = job.jobId;
  out.queueId = job.queueId;
  out.kind = jobKind(job.kind);
  out.handler = QString::fromStdString(job.handler.name);
  if (job.handler.location) out.place = sourcePlace(*job.handler.location);
  out.executionContextId = static_cast<int>(job.executionContextId.value_or(0));
  out.cause = causeOf(job.enqueuedBy.kind);
  out.causeJob = job.enqueuedBy.jobId.value_or(0);
  out.causeName = QString::fromStdString(job.enqueuedBy.name.value_or(""));
  if (job.origin && !job.origin->callFrames.empty()) {
    const auto& frame = job.origin->callFrames.front();
    out.enqueuedAt = {QString::fromStdString(frame.url), static_cast<int>(frame.lineNumber),
                      static_cast<int>(frame.columnNumber), QString::fromStdString(frame.scriptId)};
  }
  return out;
}

Lane lane(const protocol::microtasks::Queue& queue) {
  Lane out;
  out.id = queue.queueId;
  out.name = QString::fromStdString(queue.name);
  for (const auto context : queue.contexts) out.contexts.push_back(static_cast<int>(context));
  out.isHeld = queue.held;
  out.isExact = queue.exact;
  if (queue.running) out.running = queueJob(*queue.running);
  for (const auto& job : queue.jobs) out.jobs.push_back(queueJob(job));
  out.length = std::max<qint64>(queue.length, static_cast<qint64>(out.jobs.size()));
  out.finished = static_cast<qint64>(queue.finished);
  return out;
}

}  // namespace vmscope::ui
