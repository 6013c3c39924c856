#pragma once

#include <QObject>

#include "inspector/protocol/Trace.h"
#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolClient;

// The Trace domain: the recording of what ran when.
// GUI thread; owned by the engine session. Texts are UTF-8; ids are the protocol's.
class TraceClient : public QObject {
  Q_OBJECT

 public:
  explicit TraceClient(ProtocolClient& protocol, QObject* parent = nullptr);

  Reply<protocol::trace::StartResult> start(const protocol::trace::StartParams& params = {});
  Reply<protocol::trace::StopResult> stop();
  Reply<protocol::trace::GetResult> get(const protocol::trace::GetParams& params);
  Reply<protocol::trace::ExportResult> exportTrace(const protocol::trace::ExportParams& params);

 signals:
  void rowsAdded(const vmscope::protocol::trace::RowsAddedEvent& event);
  void dropped(const vmscope::protocol::trace::DroppedEvent& event);

 private:
  ProtocolClient& protocol_;
};

}  // namespace vmscope::ui
