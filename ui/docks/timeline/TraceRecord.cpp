#include "ui/docks/timeline/TraceRecord.h"

#include <QCoreApplication>

#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

TraceRecord traceRecord(const protocol::trace::Row& row) {
  TraceRecord out;
  out.index = row.index;
  out.kind = row.kind;
  out.at = row.at;
  out.queueId = row.queueId.value_or(0);
  out.executionContextId = static_cast<int>(row.executionContextId.value_or(0));
  out.jobId = row.jobId.value_or(0);
  out.moduleId = QString::fromStdString(row.moduleId.value_or(""));
  out.cause = row.causeIndex.value_or(-1);
  out.text = QString::fromStdString(row.text.value_or(""));
  if (row.location) out.place = sourcePlace(*row.location);
  return out;
}

QString wordOf(TraceRecord::Kind kind) {
  static constexpr const char* kWords[] = {
      QT_TRANSLATE_NOOP("TraceRecord", "enqueued"),        QT_TRANSLATE_NOOP("TraceRecord", "job starts"),
      QT_TRANSLATE_NOOP("TraceRecord", "job ends"),        QT_TRANSLATE_NOOP("TraceRecord", "checkpoint starts"),
      QT_TRANSLATE_NOOP("TraceRecord", "checkpoint ends"), QT_TRANSLATE_NOOP("TraceRecord", "task starts"),
      QT_TRANSLATE_NOOP("TraceRecord", "task ends"),       QT_TRANSLATE_NOOP("TraceRecord", "module"),
      QT_TRANSLATE_NOOP("TraceRecord", "console"),         QT_TRANSLATE_NOOP("TraceRecord", "exception")};
  return QCoreApplication::translate("TraceRecord", kWords[static_cast<int>(kind)]);
}

QString momentText(double microseconds) {
  return QCoreApplication::translate("TraceRecord", "%L1 ms").arg(microseconds / 1000, 0, 'f', 3);
}

}  // namespace vmscope::ui
