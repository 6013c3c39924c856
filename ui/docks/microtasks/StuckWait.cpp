#include "ui/docks/microtasks/StuckWait.h"

#include <QCoreApplication>

namespace vmscope::ui {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(StuckWait)
};

}  // namespace

QString StuckWait::reason() const {
  using protocol::microtasks::Undrained;
  switch (cause) {
    case Undrained::Held:
      return Text::tr("the queue is held. Step it, drain it or release it.");
    case Undrained::NothingRuns:
      return Text::tr(
                 "the queue is drained only when a run in %1 ends, and none is going on. Run anything in %1, or "
                 "drain the queue.")
          .arg(owner);
    case Undrained::Disposed:
      return Text::tr("%1 was disposed, and nothing will run this any more.").arg(owner);
  }
  return {};
}

StuckWait stuckWait(const protocol::microtasks::StuckJob& job, const QString& queue) {
  StuckWait wait;
  wait.kind = jobKind(job.kind);
  wait.handler = QString::fromStdString(job.handler.value_or(""));
  wait.queue = queue;
  wait.cause = job.cause;
  wait.owner = QString::fromStdString(job.owner.value_or(""));
  if (job.location) wait.place = sourcePlace(*job.location);
  wait.jobId = job.jobId.value_or(0);
  return wait;
}

}  // namespace vmscope::ui
