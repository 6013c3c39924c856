#include "inspector/agents/NodeWorkerAgent.h"

#include "inspector/Session.h"
#include "inspector/Target.h"

namespace vmscope {

using namespace protocol::node_worker;

NodeWorkerAgent::NodeWorkerAgent(Target& target) {
  target.dispatcher().on(*this, &NodeWorkerAgent::enableEvents);
  target.dispatcher().on(*this, &NodeWorkerAgent::disableEvents);
}

Answer<EnableResult> NodeWorkerAgent::enableEvents(Session& session, const EnableParams&) {
  session.setDefaultContexts(Session::DefaultContexts::Main);
  return EnableResult{};
}

Answer<DisableResult> NodeWorkerAgent::disableEvents(Session& session, const DisableParams&) {
  session.setDefaultContexts(Session::DefaultContexts::All);
  return DisableResult{};
}

}  // namespace vmscope
