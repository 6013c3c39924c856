#pragma once

#include <string>

#include "inspector/protocol/Modules.h"

namespace vmscope::ui {

// Builds what Modules.getGraph answers.
struct GraphMessage {
  int add(const std::string& identifier, protocol::modules::Status status, int context = 3) {
    protocol::modules::Module module;
    module.moduleId = identifier + "#" + std::to_string(context);
    module.identifier = identifier;
    module.status = status;
    module.executionContextId = context;
    graph.modules.push_back(module);
    return static_cast<int>(graph.modules.size()) - 1;
  }

  void link(int from, int to) {
    const std::string& target = graph.modules[static_cast<size_t>(to)].identifier;
    protocol::modules::Edge edge;
    edge.from = graph.modules[static_cast<size_t>(from)].moduleId;
    edge.to = graph.modules[static_cast<size_t>(to)].moduleId;
    edge.specifier = "./" + target.substr(target.rfind('/') + 1);
    graph.edges.push_back(edge);
  }

  protocol::modules::GetGraphResult graph;
};

}  // namespace vmscope::ui
