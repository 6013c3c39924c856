#pragma once

#include <QStringList>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ui/client/ProtocolTransport.h"

namespace vmscope::ui {

// An engine played from a script: it answers each call with what the test prepared, at once, and remembers what was
// asked.
class FakeTransport : public ProtocolTransport {
 public:
  using Json = nlohmann::json;

  void open() override {
    open_ = true;
    emit opened();
  }
  void abort() override { end({EngineEnd::Reason::AskedTo, 0, QStringLiteral("asked to")}); }
  bool isOpen() const override { return open_; }

  void send(const QByteArray& message) override {
    const Json call = Json::parse(message.toStdString());
    calls.push_back(call);
    const std::string method = call.at("method");
    if (unanswered.contains(method)) return;
    if (const auto refusal = refusals.find(method); refusal != refusals.end()) {
      tell({{"id", call.at("id")}, {"error", {{"code", -32000}, {"message", refusal->second}}}});
      return;
    }
    if (const auto maker = makers.find(method); maker != makers.end()) {
      tell({{"id", call.at("id")}, {"result", maker->second(call.at("params"))}});
      return;
    }
    const auto answer = answers.find(method);
    tell({{"id", call.at("id")}, {"result", answer == answers.end() ? Json::object() : answer->second}});
  }

  void tell(const Json& message) { emit received(QByteArray::fromStdString(message.dump())); }
  void tellEvent(const std::string& method, Json params) { tell({{"method", method}, {"params", std::move(params)}}); }
  void end(const EngineEnd& reason) {
    open_ = false;
    emit closed(reason);
  }

  // The params of the newest call of a method; null when there was none.
  Json lastCall(const std::string& method) const {
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
      if (call->at("method") == method) return call->at("params");
    }
    return nullptr;
  }

  std::vector<Json> calls;
  std::map<std::string, Json> answers;
  std::map<std::string, std::function<Json(const Json& params)>> makers;  // of answers that depend on what is asked
  std::map<std::string, std::string> refusals;
  std::map<std::string, bool> unanswered;

 private:
  bool open_ = false;
};

}  // namespace vmscope::ui
