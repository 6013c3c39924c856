#pragma once

#include <map>
#include <string>
#include <utility>

#include "engine/Observer.h"
#include "inspector/transport/Channel.h"

namespace vmscope {

class Isolate;
class Session;
class Target;

/// The named checkpoints of evaluations. A context with a microtask queue of its own has it drained when an evaluation
/// in it ends, and, as nothing else would, again and again while a client awaits the promise of one. A held queue stays
/// as it is. Isolate's thread; owned by the target.
class Evaluations : public Observer {
 public:
  explicit Evaluations(Target& target);
  ~Evaluations() override;

  /// A call is about to be handed to V8.
  void begin(const Session& session, const std::string& text);
  /// V8 has answered a call.
  void end(const Session& session, int callId);
  void forget(const Session& session);

  /// The same for a context in which something else is awaited, as often as it is asked for.
  void keepDraining(int contextId) { ++kept_[contextId]; }
  void stopDraining(int contextId);

  /// Drains the queues of evaluations that have just run or are awaited.
  void checkpoint(Lock& lock);

 private:
  void turnEnded() override;
  int contextOf(const std::string& text, int& callId) const;
  void drain(Lock& lock, int contextId);

  Target& target_;
  Isolate& isolate_;
  std::map<std::pair<ConnectionId, int>, int> outstanding_;  // to the engine's id of the context
  std::map<int, int> kept_;                                  // how often each context was asked for
  int lastContext_ = 0;
  bool isScheduled_ = false;
};

}  // namespace vmscope
