#pragma once

#include <QObject>
#include <QSaveFile>
#include <memory>

namespace vmscope::ui {

class EngineSession;

// Writes a heap snapshot to a file while it streams in; nothing of it is kept in memory. A snapshot that was cancelled
// or failed leaves no file. GUI thread; owned by the memory dock.
class SnapshotWriter : public QObject {
  Q_OBJECT

 public:
  explicit SnapshotWriter(EngineSession& session, QObject* parent = nullptr);

  bool isWriting() const { return file_ != nullptr; }
  void start(const QString& path);
  // The engine finishes its snapshot, but it goes nowhere.
  void cancel();

 signals:
  // `fraction` of 1 while V8 walks the heap; bytes as they are written.
  void progressed(double fraction, qint64 bytes);
  void finished(const QString& path, qint64 bytes);
  void failed(const QString& reason);
  void cancelled();

 private:
  void write(const QByteArray& chunk);
  void finish(quint64 run);
  void fail(const QString& reason);

  EngineSession& session_;
  std::unique_ptr<QSaveFile> file_;
  quint64 run_ = 0;
  qint64 bytes_ = 0;
  double fraction_ = 0;
};

}  // namespace vmscope::ui
