#include "engine/module/ModuleGraph.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace vmscope {

const char* nameOf(ModuleStatus status) {
  static constexpr const char* kNames[] = {"unlinked", "linking", "linked", "evaluating", "evaluated", "errored"};
  return kNames[static_cast<int>(status)];
}

const char* nameOf(ModuleKind kind) {
  return kind == ModuleKind::SourceText ? "sourceText" : "synthetic";
}

const char* nameOf(ImportPhase phase) {
  return phase == ImportPhase::Evaluation ? "evaluation" : "source";
}

const ModuleNode* ModuleGraph::find(int id) const {
  const auto it = std::find_if(nodes_.begin(), nodes_.end(), [&](const ModuleNode& node) { return node.id == id; });
  return it == nodes_.end() ? nullptr : &*it;
}

}  // namespace vmscope
