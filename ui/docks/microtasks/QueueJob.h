#pragma once

#include <QMetaType>
#include <QString>
#include <deque>
#include <optional>
#include <vector>

#include "inspector/protocol/Microtasks.h"
#include "ui/Navigator.h"
#include "ui/docks/microtasks/JobPages.h"
#include "ui/theme/Tokens.h"

namespace vmscope::ui {

// A job of a microtask queue as the window shows it. A value.
struct QueueJob {
  enum class Cause { Job, Script, Timer, Host, Unknown };

  qint64 id = 0;
  qint64 queueId = 0;
  JobKind kind = JobKind::Builtin;
  QString handler;    // the function's name, or what V8 lets be seen of it
  SourcePlace place;  // of the handler; no url when there is none
  int executionContextId = 0;
  Cause cause = Cause::Unknown;
  qint64 causeJob = 0;
  QString causeName;       // of the script or timer
  SourcePlace enqueuedAt;  // where that happened, while origins are observed

  // "load", or that it has no name.
  QString nameText() const;
  // "load · app.js:12", as far as it is known.
  QString handlerText() const;
  // "enqueued by job 11 at app.js:9"
  QString causeText() const;
};

// One queue: what runs, and what waits, head first.
struct Lane {
  qint64 id = 0;
  QString name;
  std::vector<int> contexts;
  bool isHeld = false;
  bool isExact = true;
  std::optional<QueueJob> running;
  std::optional<SourcePlace> pausedAt;  // while JavaScript is paused in one of its contexts
  std::deque<QueueJob> jobs;            // those that the engine lists by itself
  JobPages pages;                       // of what waits behind them
  qint64 length = 0;                    // how many wait
  qint64 finished = 0;

  // How many can be shown: all of an exact queue, whose jobs are numbered without gaps and can be read page by page.
  qint64 shown() const { return isExact ? length : static_cast<qint64>(jobs.size()); }
  // The job that so many wait before; null while it has not been read.
  const QueueJob* waiting(qint64 position) const;
  // 0 where none waits.
  qint64 idAt(qint64 position) const;
  // How many wait before a job; -1 when it does not wait here.
  qint64 positionOf(qint64 jobId) const;

  // Whether the same jobs wait and run, in the same order.
  bool hasJobsOf(const Lane& other) const;
  // "Queue of beta: held, 3 jobs wait"
  QString sentence() const;
  // "held, 3 jobs wait"
  QString standing() const;
  // The same where there is little room: "held, 3"
  QString shortStanding() const;
};

JobKind jobKind(protocol::microtasks::JobKind kind);
QueueJob queueJob(const protocol::microtasks::Job& job);
Lane lane(const protocol::microtasks::Queue& queue);
SourcePlace sourcePlace(const protocol::microtasks::Location& location);

}  // namespace vmscope::ui
