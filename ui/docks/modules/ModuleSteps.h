#pragma once

#include <string>

class QMenu;

namespace vmscope::ui {

class Workbench;
struct ModuleNode;

// The steps that can be taken on one module by hand: link, instantiate, evaluate, remove. Lives while its menu is open.
class ModuleSteps {
 public:
  ModuleSteps(Workbench& workbench, const ModuleNode& module);

  void addTo(QMenu& menu) const;

 private:
  Workbench& workbench_;
  std::string id_;
  bool canLink_;
  bool canEvaluate_;
};

}  // namespace vmscope::ui
