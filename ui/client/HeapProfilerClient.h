#pragma once

#include <QObject>

#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolClient;

// V8's HeapProfiler domain: heap snapshots, streamed as the text that a .heapsnapshot file holds. GUI thread; owned by
// the engine session.
class HeapProfilerClient : public QObject {
  Q_OBJECT

 public:
  explicit HeapProfilerClient(ProtocolClient& protocol, QObject* parent = nullptr);

  // Chunks arrive by snapshotChunk, in order, before the reply.
  Reply<Done> takeHeapSnapshot();
  Reply<Done> collectGarbage();

 signals:
  void snapshotChunk(const QByteArray& text);
  void snapshotProgress(int done, int total);

 private:
  ProtocolClient& protocol_;
};

}  // namespace vmscope::ui
