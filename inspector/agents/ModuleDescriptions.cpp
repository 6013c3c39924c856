#include "inspector/agents/ModuleDescriptions.h"

#include "inspector/InspectorClient.h"
#include "inspector/Target.h"

namespace vmscope {

namespace described = protocol::modules;

namespace {

described::Phase describe(ImportPhase phase) {
  return phase == ImportPhase::Source ? described::Phase::Source : described::Phase::Evaluation;
}

std::vector<described::ImportAttribute> describeAttributes(const ModuleRequest& request) {
  std::vector<described::ImportAttribute> attributes;
  for (const auto& [key, value] : request.attributes) attributes.push_back({key, value});
  return attributes;
}

}  // namespace

std::string protocolId(int moduleId) {
  return std::to_string(moduleId);
}

described::Status describe(ModuleStatus status) {
  switch (status) {
    case ModuleStatus::Unlinked:
      return described::Status::Unlinked;
    case ModuleStatus::Linking:
      return described::Status::Linking;
    case ModuleStatus::Linked:
      return described::Status::Linked;
    case ModuleStatus::Evaluating:
      return described::Status::Evaluating;
    case ModuleStatus::Evaluated:
      return described::Status::Evaluated;
    case ModuleStatus::Errored:
      break;
  }
  return described::Status::Errored;
}

described::Module describe(const Target& target, const ModuleNode& node) {
  described::Module module;
  module.moduleId = protocolId(node.id);
  module.identifier = node.identifier;
  module.kind = node.kind == ModuleKind::Synthetic ? described::Kind::Synthetic : described::Kind::SourceText;
  module.status = describe(node.status);
  module.executionContextId = target.client().formerExecutionContextId(node.contextId);
  if (node.scriptId != 0) module.scriptId = std::to_string(node.scriptId);
  for (const ModuleRequest& request : node.requests) {
    module.requests.push_back(
        {request.specifier, describeAttributes(request), describe(request.phase), request.line, request.column});
  }
  module.hasTopLevelAwait = node.hasTopLevelAwait;
  module.isAsyncGraph = node.isAsyncGraph;
  if (node.awaiting) module.awaiting = described::Awaiting{node.awaiting->line, node.awaiting->column};
  if (node.isEvaluatingAsync) module.isEvaluatingAsync = true;
  if (node.error) {
    module.error = described::ModuleError{node.error->message, std::nullopt};
    if (!node.error->stack.empty()) module.error->stack = node.error->stack;
  }
  if (node.errorOrigin) module.errorOrigin = protocolId(*node.errorOrigin);
  if (node.evaluationOrder) module.evaluationOrder = *node.evaluationOrder;
  module.durationMicros = node.durationMicros;
  return module;
}

std::vector<described::Edge> describeEdges(const ModuleNode& node) {
  std::vector<described::Edge> edges;
  for (size_t i = 0; i < node.requests.size(); ++i) {
    const ModuleRequest& request = node.requests[i];
    described::Edge edge;
    edge.from = protocolId(node.id);
    if (i < node.targets.size() && node.targets[i]) edge.to = protocolId(*node.targets[i]);
    edge.specifier = request.specifier;
    edge.attributes = describeAttributes(request);
    edge.phase = describe(request.phase);
    edge.line = request.line;
    edge.column = request.column;
    edges.push_back(std::move(edge));
  }
  return edges;
}

}  // namespace vmscope
