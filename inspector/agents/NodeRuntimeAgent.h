#pragma once

#include <set>

#include "inspector/Answer.h"
#include "inspector/agents/Agent.h"
#include "inspector/protocol/NodeRuntime.h"

namespace vmscope {

/// The NodeRuntime domain, by which debuggers made for Node ask about the process: whether the program waits for them
/// to begin, and whether it has ended and waits for them to leave.
class NodeRuntimeAgent : public Agent {
 public:
  explicit NodeRuntimeAgent(Target& target);

  void sessionLeft(Session& session) override;
  void programEnded() override;

 private:
  Answer<protocol::node_runtime::EnableResult> enableEvents(Session& session,
                                                            const protocol::node_runtime::EnableParams& params);
  Answer<protocol::node_runtime::DisableResult> disableEvents(Session& session,
                                                              const protocol::node_runtime::DisableParams& params);
  Answer<protocol::node_runtime::NotifyWhenWaitingForDisconnectResult> notifyOfEnd(
      Session& session, const protocol::node_runtime::NotifyWhenWaitingForDisconnectParams& params);

  Target& target_;
  std::set<Session*> toldOfEnd_;
};

}  // namespace vmscope
