#include "ui/client/HeapProfilerClient.h"

#include <QByteArray>

#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

using nlohmann::json;

HeapProfilerClient::HeapProfilerClient(ProtocolClient& protocol, QObject* parent)
    : QObject(parent), protocol_(protocol) {
  protocol_.subscribe("HeapProfiler.addHeapSnapshotChunk", [this](const json& params) {
    emit snapshotChunk(QByteArray::fromStdString(params.at("chunk").get_ref<const std::string&>()));
  });
  protocol_.subscribe("HeapProfiler.reportHeapSnapshotProgress", [this](const json& params) {
    emit snapshotProgress(params.at("done").get<int>(), params.at("total").get<int>());
  });
}

Reply<Done> HeapProfilerClient::takeHeapSnapshot() {
  return protocol_.callFor<Done>("HeapProfiler.takeHeapSnapshot", {{"reportProgress", true}});
}

Reply<Done> HeapProfilerClient::collectGarbage() {
  protocol_.call("HeapProfiler.enable");
  return protocol_.callFor<Done>("HeapProfiler.collectGarbage");
}

}  // namespace vmscope::ui
