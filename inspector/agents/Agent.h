#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "inspector/protocol/Message.h"

namespace vmscope {

class Session;
class Target;

/// A domain of our own: its methods are rows in the dispatcher, and its events go to the sessions that enabled it.
/// Isolate's thread; owned by the target.
class Agent {
 public:
  virtual ~Agent() = default;

  /// The session is about to end; nothing may be sent to it.
  virtual void sessionLeft(Session& session) { enabled_.erase(&session); }
  /// The program that the engine was started for has ended.
  virtual void programEnded() {}

 protected:
  void enable(Session& session) { enabled_.insert(&session); }
  void disable(Session& session) { enabled_.erase(&session); }
  bool isEnabled(Session& session) const { return enabled_.count(&session) != 0; }
  bool isWatched() const { return !enabled_.empty(); }

  template <class Event>
  void notify(const Event& event) const {
    if (isWatched()) send(protocol::eventText(event));
  }
  void send(const std::string& text) const;

 private:
  std::set<Session*> enabled_;
};

/// One agent for each domain of ours, with its rows in the target's dispatcher.
std::vector<std::unique_ptr<Agent>> makeAgents(Target& target);

}  // namespace vmscope
