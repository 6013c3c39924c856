#pragma once

#include "inspector/protocol/Microtasks.h"
#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

// A continuation that waits on a queue which nothing will drain. A value.
struct StuckWait {
  JobKind kind = JobKind::Await;
  QString handler;
  QString queue;
  protocol::microtasks::Undrained cause = protocol::microtasks::Undrained::Held;
  QString owner;  // the context whose own the queue is
  SourcePlace place;
  qint64 jobId = 0;

  // "beta was disposed" and the like, and what helps.
  QString reason() const;
};

StuckWait stuckWait(const protocol::microtasks::StuckJob& job, const QString& queue);

}  // namespace vmscope::ui
