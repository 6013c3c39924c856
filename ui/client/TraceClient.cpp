#include "ui/client/TraceClient.h"

#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

namespace trace = protocol::trace;

TraceClient::TraceClient(ProtocolClient& protocol, QObject* parent) : QObject(parent), protocol_(protocol) {
  protocol_.on<trace::RowsAddedEvent>([this](const trace::RowsAddedEvent& event) { emit rowsAdded(event); });
  protocol_.on<trace::DroppedEvent>([this](const trace::DroppedEvent& event) { emit dropped(event); });
}

Reply<trace::StartResult> TraceClient::start(const trace::StartParams& params) {
  return protocol_.send(params);
}

Reply<trace::StopResult> TraceClient::stop() {
  return protocol_.send(trace::StopParams{});
}

Reply<trace::GetResult> TraceClient::get(const trace::GetParams& params) {
  return protocol_.send(params);
}

Reply<trace::ExportResult> TraceClient::exportTrace(const trace::ExportParams& params) {
  return protocol_.send(params);
}

}  // namespace vmscope::ui
