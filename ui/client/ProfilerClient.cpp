#include "ui/client/ProfilerClient.h"

#include <QByteArray>

#include "ui/client/ProtocolClient.h"

namespace vmscope::ui {

using nlohmann::json;

ProfilerClient::ProfilerClient(ProtocolClient& protocol, QObject* parent) : QObject(parent), protocol_(protocol) {}

Reply<Done> ProfilerClient::start(int samplingIntervalMicros) {
  protocol_.call("Profiler.enable");
  protocol_.call("Profiler.setSamplingInterval", {{"interval", samplingIntervalMicros}});
  return protocol_.callFor<Done>("Profiler.start");
}

Reply<QByteArray> ProfilerClient::stop() {
  Reply<QByteArray> profile;
  protocol_.call("Profiler.stop")
      .then(this,
            [profile](const json& answer) { profile.resolve(QByteArray::fromStdString(answer.at("profile").dump())); })
      .otherwise(this, [profile](const ProtocolError& error) { profile.reject(error); });
  protocol_.call("Profiler.disable");
  return profile;
}

}  // namespace vmscope::ui
