#pragma once

#include <QHash>
#include <QObject>
#include <functional>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "inspector/protocol/Reader.h"
#include "ui/client/Reply.h"

namespace vmscope::ui {

class ProtocolTransport;

// Numbers calls, matches answers to them and hands events to the domain that subscribed; the only place that sees the
// envelope. Lives on the GUI thread and is owned by the engine session; never waits.
class ProtocolClient : public QObject {
  Q_OBJECT

 public:
  using EventHandler = std::function<void(const nlohmann::json& params)>;

  explicit ProtocolClient(ProtocolTransport& transport, QObject* parent = nullptr);
  ~ProtocolClient() override;

  Reply<nlohmann::json> call(const std::string& method, nlohmann::json params = nlohmann::json::object());

  // As above, with the answer read into Result by its from_json; an answer that does not fit is an error, not a crash.
  template <class Result>
  Reply<Result> callFor(const std::string& method, nlohmann::json params = nlohmann::json::object()) {
    Reply<Result> typed;
    call(method, std::move(params))
        .then(this, [typed, method](const nlohmann::json& answer) { readInto(typed, method, answer); })
        .otherwise(this, [typed](const ProtocolError& error) { typed.reject(error); });
    return typed;
  }

  // A call of a described domain: the params name the method and the shape of the answer.
  template <class Params>
  Reply<typename Params::Result> send(const Params& params);

  // Hands each event of a described domain to the handler, which must live as long as this client.
  template <class Event, class Handler>
  void on(Handler handler) {
    subscribe(Event::method, [this, handler = std::move(handler)](const nlohmann::json& params) {
      const auto event = protocol::parse<Event>(params);
      if (event) {
        handler(event.value);
      } else {
        reportUnreadable(Event::method, event.problem);
      }
    });
  }

  // One handler per event name; the handler must live as long as this client.
  void subscribe(const std::string& event, EventHandler handler);

  bool isConnected() const;
  int pendingCalls() const { return static_cast<int>(pending_.size()); }

 signals:
  // A message that fits neither an answer nor an event, or an event whose handler could not read it.
  void malformed(const QString& reason);

 private:
  template <class Result>
  static void readInto(const Reply<Result>& typed, const std::string& method, const nlohmann::json& answer);
  static ProtocolError malformedAnswer(const std::string& method, const std::string& problem);
  void reportUnreadable(const std::string& event, const std::string& problem);

  void receive(const QByteArray& text);
  void settle(int id, const nlohmann::json& message);
  void dispatch(const std::string& event, const nlohmann::json& params);
  void rejectAll();

  ProtocolTransport& transport_;
  std::unordered_map<int, Reply<nlohmann::json>> pending_;
  std::unordered_map<std::string, EventHandler> handlers_;
  int lastId_ = 0;
};

template <class Result>
void ProtocolClient::readInto(const Reply<Result>& typed, const std::string& method, const nlohmann::json& answer) {
  Result result{};
  try {
    if constexpr (!std::is_same_v<Result, Done>) result = answer.get<Result>();
  } catch (const std::exception& error) {
    typed.reject(malformedAnswer(method, error.what()));
    return;
  }
  typed.resolve(std::move(result));
}

template <class Params>
Reply<typename Params::Result> ProtocolClient::send(const Params& params) {
  using Result = typename Params::Result;
  Reply<Result> typed;
  call(Params::method, protocol::Json(params))
      .then(this,
            [typed](const nlohmann::json& answer) {
              auto result = protocol::parse<Result>(answer);
              if (result) {
                typed.resolve(std::move(result.value));
              } else {
                typed.reject(malformedAnswer(Params::method, result.problem));
              }
            })
      .otherwise(this, [typed](const ProtocolError& error) { typed.reject(error); });
  return typed;
}

}  // namespace vmscope::ui
