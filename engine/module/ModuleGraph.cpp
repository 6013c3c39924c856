#include "engine/module/ModuleGraph.h"

#include <algorithm>
#include <map>
#include <set>

namespace vmscope {

namespace {

/// Tarjan's algorithm over module ids.
class Components {
 public:
  explicit Components(const std::vector<ModuleNode>& nodes) {
    for (const ModuleNode& node : nodes) targets_[node.id];
    for (const ModuleNode& node : nodes) {
      for (const auto& target : node.targets) {
        if (target && targets_.contains(*target)) targets_[node.id].push_back(*target);
      }
    }
  }

  std::vector<std::vector<int>> find() {
    for (const auto& [id, targets] : targets_) {
      if (!numbers_.contains(id)) visit(id);
    }
    return std::move(found_);
  }

 private:
  struct Number {
    std::size_t found;
    std::size_t lowest;
    bool isOpen = true;
  };
  struct Visit {
    int id;
    std::size_t next = 0;
  };

  void open(int id) {
    numbers_[id] = {numbers_.size(), numbers_.size()};
    members_.push_back(id);
    visits_.push_back({id});
  }

  void visit(int root) {
    open(root);
    while (!visits_.empty()) {
      const int id = visits_.back().id;
      const auto& targets = targets_[id];
      if (visits_.back().next < targets.size()) {
        const int target = targets[visits_.back().next++];
        const auto known = numbers_.find(target);
        if (known == numbers_.end()) {
          open(target);
        } else if (known->second.isOpen) {
          numbers_[id].lowest = std::min(numbers_[id].lowest, known->second.found);
        }
        continue;
      }
      visits_.pop_back();
      const std::size_t lowest = numbers_[id].lowest;
      if (!visits_.empty()) {
        Number& importer = numbers_[visits_.back().id];
        importer.lowest = std::min(importer.lowest, lowest);
      }
      if (numbers_[id].found == lowest) close(id);
    }
  }

  void close(int id) {
    std::vector<int> component;
    do {
      component.push_back(members_.back());
      numbers_[members_.back()].isOpen = false;
      members_.pop_back();
    } while (component.back() != id);
    std::reverse(component.begin(), component.end());
    found_.push_back(std::move(component));
  }

  std::map<int, std::vector<int>> targets_;
  std::map<int, Number> numbers_;
  std::vector<int> members_;
  std::vector<Visit> visits_;
  std::vector<std::vector<int>> found_;
};

bool imports(const ModuleNode& node, int id) {
  return std::find(node.targets.begin(), node.targets.end(), std::optional(id)) != node.targets.end();
}

}  // namespace

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

ModuleGraph::ModuleGraph(std::vector<ModuleNode> nodes) : nodes_(std::move(nodes)) {
  std::set<int> waiting;
  for (const ModuleNode& node : nodes_) {
    if (!node.awaiting) continue;
    for (const int id : blockedBy(node.id)) waiting.insert(id);
  }
  for (ModuleNode& node : nodes_) {
    if (waiting.contains(node.id)) node.isEvaluatingAsync = true;
  }
}

const ModuleNode* ModuleGraph::find(int id) const {
  const auto it = std::find_if(nodes_.begin(), nodes_.end(), [&](const ModuleNode& node) { return node.id == id; });
  return it == nodes_.end() ? nullptr : &*it;
}

std::vector<std::vector<int>> ModuleGraph::cycles() const {
  auto found = Components(nodes_).find();
  std::erase_if(found, [&](const std::vector<int>& component) {
    return component.size() == 1 && !imports(*find(component[0]), component[0]);
  });
  return found;
}

// An importer that was not evaluated at all (another evaluation's, or not yet) does not wait.
std::vector<int> ModuleGraph::blockedBy(int id) const {
  std::vector<int> blocked;
  std::vector<int> next{id};
  std::set<int> seen{id};
  for (std::size_t i = 0; i < next.size(); ++i) {
    for (const ModuleNode& node : nodes_) {
      if (node.status != ModuleStatus::Evaluated || !imports(node, next[i]) || !seen.insert(node.id).second) continue;
      blocked.push_back(node.id);
      next.push_back(node.id);
    }
  }
  return blocked;
}

std::vector<int> ModuleGraph::poisonedBy(int id) const {
  std::vector<int> poisoned;
  for (const ModuleNode& node : nodes_) {
    if (node.id != id && node.errorOrigin == id) poisoned.push_back(node.id);
  }
  return poisoned;
}

}  // namespace vmscope
