#pragma once

#include "inspector/Answer.h"
#include "inspector/agents/Agent.h"
#include "inspector/protocol/NodeWorker.h"

namespace vmscope {

/// The NodeWorker domain, which debuggers made for Node enable first. There are no workers; but by it we know a client
/// that takes the default context announced last for its program, and ends when that one is destroyed.
class NodeWorkerAgent : public Agent {
 public:
  explicit NodeWorkerAgent(Target& target);

 private:
  Answer<protocol::node_worker::EnableResult> enableEvents(Session& session,
                                                           const protocol::node_worker::EnableParams& params);
  Answer<protocol::node_worker::DisableResult> disableEvents(Session& session,
                                                             const protocol::node_worker::DisableParams& params);
};

}  // namespace vmscope
