#pragma once

#include <v8-inspector.h>

#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "inspector/RemoteValues.h"
#include "inspector/Target.h"
#include "inspector/protocol/Message.h"
#include "inspector/transport/Inbox.h"

namespace vmscope {

class Lock;

/// One attached client: its V8 session, the calls of it that wait, and its way out. Isolate's thread; owned by the
/// target until the client has left and none of its calls is on the stack any more.
class Session : private v8_inspector::V8Inspector::Channel {
 public:
  Session(Target& target, Arrival opened);
  ~Session() override;

  Target& target() const { return target_; }
  ConnectionId id() const { return id_; }
  Arrival::Via via() const { return via_; }
  const std::string& address() const { return address_; }
  double attachedAt() const { return attachedAt_; }

  /// Which contexts this client is told to be default ones. DevTools hides the scripts of all others; debuggers made
  /// for Node know one only.
  enum class DefaultContexts { All, Main };
  void setDefaultContexts(DefaultContexts contexts) { defaultContexts_ = contexts; }

  /// Carries out a message, or keeps it when it runs code and other code runs.
  void receive(std::string text);

  /// Carries out what was kept, as far as it can be now.
  bool hasWaiting() const { return !waiting_.empty(); }
  void carryOutWaiting();

  /// The client has left: nothing is sent any more, and its breakpoints are gone.
  void leave();
  bool isOnStack() const { return depth_ > 0; }

  void send(std::string text);
  template <class Event>
  void notify(const Event& event) {
    send(protocol::eventText(event));
  }

  /// While silenced, V8's notifications are dropped: code of our own is being compiled that no client asked for. No
  /// other message is carried out meanwhile, which would lose the notifications that belong to it.
  class Silence {
   public:
    explicit Silence(Session& session) : session_(session), privacy_(session.target()) { ++session_.silenced_; }
    ~Silence() { --session_.silenced_; }
    Silence(const Silence&) = delete;

   private:
    Session& session_;
    const Target::Privacy privacy_;
  };

  /// Calls a method of V8's on behalf of the engine and gives V8's answer.
  protocol::Reply callV8(std::string_view method, const protocol::Json& params);

  v8_inspector::V8InspectorSession& v8() const { return *v8_; }
  RemoteValues& values() { return values_; }

 private:
  void dispatch(const std::string& text);
  void dispatchChecked(const std::string& text);
  void dispatchToV8(const std::string& text);
  void tidyUp(Lock& lock);
  void dispatchToAgents(const std::string& text);
  // Answers with what is wrong where it is none.
  std::optional<protocol::Request> read(const std::string& text);
  bool mustWait(std::string_view text) const;

  void tellMainFromOthers(std::string& text) const;

  void sendResponse(int callId, std::unique_ptr<v8_inspector::StringBuffer> message) override;
  void sendNotification(std::unique_ptr<v8_inspector::StringBuffer> message) override;
  void flushProtocolNotifications() override {}

  Target& target_;
  const ConnectionId id_;
  const Arrival::Via via_;
  const std::string address_;
  const double attachedAt_;
  std::shared_ptr<vmscope::Channel> channel_;
  std::unique_ptr<v8_inspector::V8InspectorSession> v8_;
  RemoteValues values_;
  std::deque<std::string> waiting_;
  std::string* ownAnswer_ = nullptr;  // where the answer to a call of the engine's goes
  DefaultContexts defaultContexts_ = DefaultContexts::All;
  int depth_ = 0;
  int silenced_ = 0;
  bool mayLeaveCommandLine_ = false;  // an evaluation may have left its console functions on a global
};

}  // namespace vmscope
