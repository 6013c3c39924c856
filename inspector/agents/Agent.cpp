#include "inspector/agents/Agent.h"

#include "inspector/Session.h"
#include "inspector/agents/MicrotasksAgent.h"
#include "inspector/agents/ModulesAgent.h"
#include "inspector/agents/NodeRuntimeAgent.h"
#include "inspector/agents/NodeWorkerAgent.h"
#include "inspector/agents/TraceAgent.h"
#include "inspector/agents/VmAgent.h"

namespace vmscope {

void Agent::send(const std::string& text) const {
  for (Session* session : enabled_) session->send(text);
}

std::vector<std::unique_ptr<Agent>> makeAgents(Target& target) {
  std::vector<std::unique_ptr<Agent>> agents;
  agents.push_back(std::make_unique<VmAgent>(target));
  agents.push_back(std::make_unique<MicrotasksAgent>(target));
  agents.push_back(std::make_unique<ModulesAgent>(target));
  agents.push_back(std::make_unique<NodeRuntimeAgent>(target));
  agents.push_back(std::make_unique<NodeWorkerAgent>(target));
  agents.push_back(std::make_unique<TraceAgent>(target));
  return agents;
}

}  // namespace vmscope
