#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/module/ModuleGraph.h"

namespace vmscope {

class Modules;

/// Keeps the last state of every module that there was, also of those that have been collected.
///
/// On the isolate's thread; observes from its construction to its end. While one exists, bodies are timed.
class ModuleRecorder : public ModuleObserver {
 public:
  explicit ModuleRecorder(Modules& modules);
  ~ModuleRecorder() override;
  ModuleRecorder(const ModuleRecorder&) = delete;
  ModuleRecorder& operator=(const ModuleRecorder&) = delete;

  ModuleGraph graph() const;

  void moduleAdded(const ModuleNode& module) override { last_[module.id] = module; }
  void moduleLinked(const ModuleNode& module) override { last_[module.id] = module; }
  void moduleStatusChanged(const ModuleNode& module, const ModuleTransition&) override { last_[module.id] = module; }

 private:
  Modules& modules_;
  std::map<int, ModuleNode> last_;
};

/// The graph in the format that the name of a file asks for: .svg, .dot or .json; empty for another.
std::string graphForFile(const ModuleGraph& graph, const std::string& file);
/// Whether `graphForFile` knows the format.
bool isGraphFile(const std::string& file);

}  // namespace vmscope
