#pragma once

#include <QMetaType>
#include <QString>
#include <deque>
#include <optional>
#include <vector>

#include "inspector/protocol/Microtasks.h"
#include "ui/Navigator.h"
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
  std::deque<QueueJob> jobs;
  qint64 length = 0;  // how many wait; more than the jobs listed when there are very many
  qint64 finished = 0;

  // Whether the same jobs wait and run, in the same order.
  bool hasJobsOf(const Lane& other) const;
  // "Queue of beta: held, 3 jobs wait"
  QString sentence() const;
  // "held · 3 wait"
  QString standing() const;
};

QueueJob queueJob(const protocol::microtasks::Job& job);
Lane lane(const protocol::microtasks::Queue& queue);
SourcePlace sourcePlace(const protocol::microtasks::Location& location);

}  // namespace vmscope::ui
