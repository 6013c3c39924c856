#include "ui/client/ProtocolClient.h"

#include "ui/client/ProtocolTransport.h"

namespace vmscope::ui {

using nlohmann::json;

ProtocolClient::ProtocolClient(ProtocolTransport& transport, QObject* parent) : QObject(parent), transport_(transport) {
  connect(&transport, &ProtocolTransport::received, this, &ProtocolClient::receive);
  connect(&transport, &ProtocolTransport::closed, this, [this] { rejectAll(); });
}

ProtocolClient::~ProtocolClient() = default;

Reply<json> ProtocolClient::call(const std::string& method, json params) {
  Reply<json> reply;
  if (!transport_.isOpen()) {
    reply.reject({ProtocolError::kDisconnected, tr("The engine is not running.")});
    return reply;
  }
  const int id = ++lastId_;
  pending_.emplace(id, reply);
  const json message{{"id", id}, {"method", method}, {"params", std::move(params)}};
  // A lone surrogate from an editor's text becomes U+FFFD instead of an exception.
  transport_.send(QByteArray::fromStdString(message.dump(-1, ' ', false, json::error_handler_t::replace)));
  return reply;
}

void ProtocolClient::subscribe(const std::string& event, EventHandler handler) {
  handlers_[event] = std::move(handler);
}

bool ProtocolClient::isConnected() const {
  return transport_.isOpen();
}

void ProtocolClient::receive(const QByteArray& text) {
  const json message = json::parse(text.begin(), text.end(), nullptr, false);
  if (!message.is_object()) {
    emit malformed(tr("The engine sent something that is not a protocol message."));
    return;
  }
  if (const auto id = message.find("id"); id != message.end() && id->is_number_integer()) {
    settle(id->get<int>(), message);
  } else if (const auto method = message.find("method"); method != message.end() && method->is_string()) {
    dispatch(method->get<std::string>(), message.value("params", json::object()));
  } else {
    emit malformed(tr("The engine sent a message that is neither an answer nor an event."));
  }
}

void ProtocolClient::settle(int id, const json& message) {
  const auto pending = pending_.extract(id);
  if (pending.empty()) return;
  if (const auto error = message.find("error"); error != message.end() && error->is_object()) {
    pending.mapped().reject({error->value("code", 0), QString::fromStdString(error->value("message", std::string()))});
    return;
  }
  pending.mapped().resolve(message.value("result", json::object()));
}

void ProtocolClient::dispatch(const std::string& event, const json& params) {
  const auto handler = handlers_.find(event);
  if (handler == handlers_.end()) return;
  try {
    handler->second(params);
  } catch (const json::exception& error) {
    reportUnreadable(event, error.what());
  }
}

void ProtocolClient::rejectAll() {
  for (auto pending = std::exchange(pending_, {}); const auto& [id, reply] : pending) {
    reply.reject({ProtocolError::kDisconnected, tr("The engine ended before it answered.")});
  }
}

ProtocolError ProtocolClient::malformedAnswer(const std::string& method, const std::string& problem) {
  return {ProtocolError::kMalformedAnswer, tr("The engine's answer to %1 could not be read: %2")
                                               .arg(QString::fromStdString(method), QString::fromStdString(problem))};
}

void ProtocolClient::reportUnreadable(const std::string& event, const std::string& problem) {
  emit malformed(tr("The engine's event %1 could not be read: %2")
                     .arg(QString::fromStdString(event), QString::fromStdString(problem)));
}

}  // namespace vmscope::ui
