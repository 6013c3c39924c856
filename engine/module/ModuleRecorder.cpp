#include "engine/module/ModuleRecorder.h"

#include "engine/module/Modules.h"

namespace vmscope {

ModuleRecorder::ModuleRecorder(Modules& modules) : modules_(modules) {
  modules_.observe(*this);
}

ModuleRecorder::~ModuleRecorder() {
  modules_.unobserve(*this);
}

ModuleGraph ModuleRecorder::graph() const {
  std::vector<ModuleNode> nodes;
  for (const auto& [id, node] : last_) nodes.push_back(node);
  return ModuleGraph(std::move(nodes));
}

bool isGraphFile(const std::string& file) {
  return file.ends_with(".svg") || file.ends_with(".dot") || file.ends_with(".json");
}

std::string graphForFile(const ModuleGraph& graph, const std::string& file) {
  if (file.ends_with(".svg")) return graph.toSvg();
  if (file.ends_with(".dot")) return graph.toDot();
  return file.ends_with(".json") ? graph.toJson() : std::string();
}

}  // namespace vmscope
