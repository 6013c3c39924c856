#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace vmscope::ui {

// Why a call failed: the protocol's error object, or `ProtocolError::kDisconnected` when the engine left before it
// answered.
struct ProtocolError {
  static constexpr int kDisconnected = -1;
  static constexpr int kMalformedAnswer = -2;

  int code = 0;
  QString message;
};

// The answer to one call, now or later; a copy refers to the same answer, and nothing has to be kept to receive it.
// Handlers run on the GUI thread, at most once, and never after their receiver has gone.
template <class Result>
class Reply {
 public:
  using OnResult = std::function<void(const Result&)>;
  using OnError = std::function<void(const ProtocolError&)>;

  const Reply& then(QObject* receiver, OnResult handler) const { return listen(receiver, std::move(handler), {}); }
  const Reply& otherwise(QObject* receiver, OnError handler) const { return listen(receiver, {}, std::move(handler)); }

  bool isSettled() const { return state_->result || state_->error; }

  void resolve(Result result) const {
    if (isSettled()) return;
    state_->result = std::move(result);
    tellAll();
  }
  void reject(ProtocolError error) const {
    if (isSettled()) return;
    state_->error = std::move(error);
    tellAll();
  }

 private:
  struct Listener {
    QPointer<QObject> receiver;
    OnResult onResult;
    OnError onError;
  };
  struct State {
    std::optional<Result> result;
    std::optional<ProtocolError> error;
    std::vector<Listener> listeners;
  };

  const Reply& listen(QObject* receiver, OnResult onResult, OnError onError) const {
    Listener listener{receiver, std::move(onResult), std::move(onError)};
    if (isSettled()) {
      tell(listener);
    } else {
      state_->listeners.push_back(std::move(listener));
    }
    return *this;
  }

  void tellAll() const {
    auto kept = state_;  // a handler may drop the last copy of this reply
    for (auto listeners = std::exchange(kept->listeners, {}); const Listener& listener : listeners) tell(listener);
  }

  void tell(const Listener& listener) const {
    if (!listener.receiver) return;
    if (state_->result && listener.onResult) listener.onResult(*state_->result);
    if (state_->error && listener.onError) listener.onError(*state_->error);
  }

  std::shared_ptr<State> state_ = std::make_shared<State>();  // shared by the caller, the handlers and the pending call
};

// The result of a call that answers with nothing but its arrival.
struct Done {};

}  // namespace vmscope::ui
