#include "ui/docks/memory/SnapshotWriter.h"

#include "ui/client/EngineSession.h"
#include "ui/client/HeapProfilerClient.h"
#include "ui/workspace/WholeFile.h"

namespace vmscope::ui {

SnapshotWriter::SnapshotWriter(EngineSession& session, QObject* parent) : QObject(parent), session_(session) {
  HeapProfilerClient& profiler = session_.heapProfiler();
  connect(&profiler, &HeapProfilerClient::snapshotChunk, this, &SnapshotWriter::write);
  connect(&profiler, &HeapProfilerClient::snapshotProgress, this, [this](int done, int total) {
    if (!isWriting()) return;
    fraction_ = total > 0 ? static_cast<double>(done) / total : 0;
    emit progressed(fraction_, bytes_);
  });
}

void SnapshotWriter::start(const QString& path) {
  if (isWriting()) return;
  auto file = std::make_unique<QSaveFile>(path);
  if (!file->open(QIODevice::WriteOnly))
    return emit failed(tr("%1 could not be written: %2").arg(path, file->errorString()));
  file_ = std::move(file);
  bytes_ = 0;
  fraction_ = 0;
  emit progressed(0, 0);
  session_.heapProfiler()
      .takeHeapSnapshot()
      .then(this, [this, run = ++run_](const Done&) { finish(run); })
      .otherwise(this, [this, run = run_](const ProtocolError& error) {
        if (run == run_) fail(error.message);
      });
}

void SnapshotWriter::cancel() {
  if (!isWriting()) return;
  ++run_;
  file_->cancelWriting();
  file_.reset();
  emit cancelled();
}

void SnapshotWriter::write(const QByteArray& chunk) {
  if (!isWriting()) return;
  if (const auto reason = writeAll(*file_, chunk)) {
    return fail(tr("%1 could not be written: %2").arg(file_->fileName(), *reason));
  }
  bytes_ += chunk.size();
  emit progressed(fraction_, bytes_);
}

void SnapshotWriter::finish(quint64 run) {
  if (run != run_ || !isWriting()) return;
  const std::unique_ptr<QSaveFile> file = std::move(file_);
  const auto reason = commitWhole(*file);
  if (!reason) return emit finished(file->fileName(), bytes_);
  emit failed(tr("%1 could not be written: %2").arg(file->fileName(), *reason));
}

void SnapshotWriter::fail(const QString& reason) {
  if (!isWriting()) return;
  ++run_;
  file_->cancelWriting();
  file_.reset();
  emit failed(reason);
}

}  // namespace vmscope::ui
