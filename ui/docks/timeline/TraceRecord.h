#pragma once

#include <QString>
#include <optional>

#include "inspector/protocol/Trace.h"
#include "ui/Navigator.h"

namespace vmscope::ui {

// One thing that happened, as the window keeps it. A value.
struct TraceRecord {
  using Kind = protocol::trace::RowKind;

  qint64 index = 0;
  Kind kind = Kind::Enqueue;
  double at = 0;  // microseconds since the recording started
  qint64 queueId = 0;
  int executionContextId = 0;
  qint64 jobId = 0;
  QString moduleId;
  qint64 cause = -1;  // index of the row that caused it
  QString text;
  SourcePlace place;
  std::optional<quint64> consoleCalls;  // how many there had been up to here since the window's start, if known
};

TraceRecord traceRecord(const protocol::trace::Row& row);
// "job starts", as a person reads it.
QString wordOf(TraceRecord::Kind kind);
// "12.345 ms"
QString momentText(double microseconds);

}  // namespace vmscope::ui
