#pragma once

#include <QObject>

#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolClient;

// V8's Profiler domain: CPU profiles, kept as the JSON text that a .cpuprofile file holds. GUI thread; owned by the
// engine session.
class ProfilerClient : public QObject {
  Q_OBJECT

 public:
  explicit ProfilerClient(ProtocolClient& protocol, QObject* parent = nullptr);

  Reply<Done> start(int samplingIntervalMicros);
  Reply<QByteArray> stop();

 private:
  ProtocolClient& protocol_;
};

}  // namespace vmscope::ui
