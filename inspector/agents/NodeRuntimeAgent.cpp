#include "inspector/agents/NodeRuntimeAgent.h"

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"
#include "inspector/InspectorClient.h"
#include "inspector/Session.h"
#include "inspector/Target.h"
#include "inspector/protocol/Runtime.h"

namespace vmscope {

using namespace protocol::node_runtime;

NodeRuntimeAgent::NodeRuntimeAgent(Target& target) : target_(target) {
  Dispatcher& table = target.dispatcher();
  table.on(*this, &NodeRuntimeAgent::enableEvents);
  table.on(*this, &NodeRuntimeAgent::disableEvents);
  table.on(*this, &NodeRuntimeAgent::notifyOfEnd);
}

void NodeRuntimeAgent::sessionLeft(Session& session) {
  Agent::sessionLeft(session);
  toldOfEnd_.erase(&session);
}

// Whoever asked is told; for the others the main context is gone, which is how debuggers see that a program has ended.
void NodeRuntimeAgent::programEnded() {
  const Context& main = target_.isolate().contexts().main();
  const protocol::runtime::ExecutionContextDestroyedEvent gone{
      .executionContextId = target_.executionContextId(main),
      .executionContextUniqueId = target_.client().uniqueId(main),
  };
  target_.forEachSession([&](Session& session) {
    if (toldOfEnd_.count(&session) != 0) {
      session.notify(WaitingForDisconnectEvent{});
    } else {
      session.notify(gone);
    }
  });
}

Answer<EnableResult> NodeRuntimeAgent::enableEvents(Session& session, const EnableParams&) {
  enable(session);
  if (target_.isWaitingForDebugger()) session.notify(WaitingForDebuggerEvent{});
  return EnableResult{};
}

Answer<DisableResult> NodeRuntimeAgent::disableEvents(Session& session, const DisableParams&) {
  disable(session);
  return DisableResult{};
}

Answer<NotifyWhenWaitingForDisconnectResult> NodeRuntimeAgent::notifyOfEnd(
    Session& session, const NotifyWhenWaitingForDisconnectParams& params) {
  if (params.enabled) {
    toldOfEnd_.insert(&session);
  } else {
    toldOfEnd_.erase(&session);
  }
  return NotifyWhenWaitingForDisconnectResult{};
}

}  // namespace vmscope
