#pragma once

#include <vector>

#include "engine/module/ModuleGraph.h"
#include "inspector/protocol/Modules.h"

namespace vmscope {

class Target;

/// The engine's modules in the protocol's words.
std::string protocolId(int moduleId);
protocol::modules::Status describe(ModuleStatus status);
protocol::modules::Module describe(const Target& target, const ModuleNode& node);

/// The imports of a module, with what they are linked to.
std::vector<protocol::modules::Edge> describeEdges(const ModuleNode& node);

}  // namespace vmscope
