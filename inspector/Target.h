#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/Completion.h"
#include "engine/Observer.h"
#include "inspector/Dispatcher.h"
#include "inspector/transport/Inbox.h"
#include "inspector/transport/Limits.h"

namespace v8_inspector {
class V8Inspector;
}

namespace vmscope {

class Agent;
class Context;
class Evaluations;
class InspectorClient;
class InspectorPort;
class Isolate;
class LateWake;
class Module;

/// Reads a module and all that it imports from files, and links them; the text stands for what the first file holds.
using LoadModule = std::function<std::variant<Module*, Thrown>(Lock&, Context&, const std::string& url,
                                                               std::optional<std::string> text)>;

/// The `require` for what clients evaluate in the main context; empty where there is none.
using CommandLineRequire = std::function<v8::MaybeLocal<v8::Value>(Lock&)>;

struct TargetOptions {
  std::string title = "vmscope";
  std::string url = "file://";
  std::string version;
  LoadModule loadModule;                  // absent: the engine has no files
  CommandLineRequire commandLineRequire;  // absent: the main context has its own, or none
  Limits limits;
};

/// The engine as something that clients attach to: their sessions, the table of methods, and the way that messages of
/// other threads reach the isolate's. It lives on the isolate's thread, and the isolate outlives it.
class Target : private Observer {
 public:
  Target(Isolate& isolate, TargetOptions options);
  ~Target() override;
  Target(const Target&) = delete;

  Isolate& isolate() const { return isolate_; }
  InspectorClient& client() const { return *client_; }
  v8_inspector::V8Inspector& inspector() const;
  Evaluations& evaluations() const { return *evaluations_; }
  Dispatcher& dispatcher() { return dispatcher_; }
  InspectorPort& port() const { return *port_; }
  const TargetOptions& options() const { return options_; }
  /// Where transports leave what arrives.
  Inbox& inbox() { return inbox_; }

  Moment moment() const;
  int executionContextId(const Context& context) const;
  /// The context of Runtime's id, or null.
  Context* findContext(std::int64_t executionContextId) const;

  /// While any exists, arrivals wait, except for a wish to end running code: code of the engine's own runs, which no
  /// client shall pause in or hear of.
  class Privacy {
   public:
    explicit Privacy(Target& target) : target_(target) { ++target_.privacies_; }
    ~Privacy();
    Privacy(const Privacy&) = delete;

   private:
    Target& target_;
  };

  /// To be called before an evaluation that must have no side effects.
  void prepareForPureEvaluation(Lock& lock);

  Session* findSession(ConnectionId id) const;
  void forEachSession(const std::function<void(Session&)>& visit) const;

  enum class Start { Waiting, WaitingToBreak };
  /// Runs protocol messages only, until a client says that the program may begin; then, to break, stops at its first
  /// statement.
  void waitForDebugger(Start start);
  bool isWaitingForDebugger() const { return isWaiting_; }

  /// The program has ended: keeps answering until the last client by WebSocket has left.
  void waitForDisconnect();
  bool isProgramOver() const { return isProgramOver_; }

  /// Called when a client came or left, with those that are there now.
  void onSessionsChange(std::function<void()> changed) { sessionsChanged_.push_back(std::move(changed)); }
  /// Called when JavaScript has stopped at a breakpoint and when it goes on.
  void onPauseChange(std::function<void()> changed) { pauseChanged_.push_back(std::move(changed)); }
  /// Called when the client at the other end of the pipe has left.
  void onPipeClosed(std::function<void()> closed) { pipeClosed_ = std::move(closed); }

 private:
  void turnEnded() override;
  bool mayPause();
  void pauseChanged();
  void pauseAtNextStatement(std::string_view reason);
  class Taking;
  // What arrived and has not been carried out.
  struct Waiting {
    explicit Waiting(Arrival arrived);

    Arrival arrival;
    bool isForRunningCode = false;
    bool endsCode = false;
  };
  void takeArrivals();
  void wakeForArrivals();
  std::deque<Waiting>::iterator nextArrival();
  void carryOutWaiting();
  void handle(Arrival arrival);
  void open(Arrival arrival);
  void close(ConnectionId id);
  void bury();
  bool hasWebSocketClients() const;

  Isolate& isolate_;
  const TargetOptions options_;
  Inbox inbox_;
  std::unique_ptr<InspectorClient> client_;
  std::unique_ptr<Evaluations> evaluations_;
  Dispatcher dispatcher_;
  std::unique_ptr<InspectorPort> port_;
  std::deque<Waiting> arrivals_;
  int arrivalsForRunningCode_ = 0;     // of those
  bool isServingRunningCode_ = false;  // a message is being carried out while JavaScript is on the stack
  bool isEndingCode_ = false;          // a client wished the end of the JavaScript that runs, and it has not ended yet
  std::vector<std::unique_ptr<Session>> sessions_;
  std::vector<std::unique_ptr<Session>> left_;  // whose calls are still on the stack
  std::vector<std::function<void()>> sessionsChanged_;
  std::vector<std::function<void()>> pauseChanged_;
  std::function<void()> pipeClosed_;
  std::vector<std::unique_ptr<Agent>> agents_;  // after all that they use when they are made
  int taking_ = 0;
  int privacies_ = 0;
  bool hasMissedPause_ = false;  // JavaScript would have stopped in code of the engine's own
  bool hasLazyGlobals_ = true;
  bool isWaiting_ = false;
  bool isProgramOver_ = false;
  std::shared_ptr<Target*> self_;  // tasks in the loop hold it weakly, since the loop may outlive the target
  std::function<void()> wake_;     // has arrivals taken soon, also while JavaScript runs; any thread may call it
  std::unique_ptr<LateWake> lateWake_;
};

}  // namespace vmscope
