#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/module/ModuleGraph.h"

namespace vmscope {

/// What a person calls the modules of a graph: files by their path from the folder that all of them are in, everything
/// else by its identifier. Plain data.
class ShortNames {
 public:
  explicit ShortNames(const std::vector<ModuleNode>& nodes);

  const std::string& of(const ModuleNode& node) const { return names_.at(node.id); }
  /// That folder, with a slash at its end; empty where there are no files.
  const std::string& folder() const { return folder_; }
  /// The same modules with these names as identifiers.
  std::vector<ModuleNode> rename(std::vector<ModuleNode> nodes) const;

 private:
  std::string folder_;
  std::map<int, std::string> names_;
};

/// A module's status for people: "awaiting" and "waiting" say why one that is evaluated for programs has not finished.
std::string stateOf(const ModuleNode& node);

}  // namespace vmscope
