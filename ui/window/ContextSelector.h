#pragma once

#include "ui/theme/ElidedComboBox.h"

namespace vmscope::ui {

class Workbench;

// The toolbar's choice of the context that Run uses and docks start with: dot, name and origin of every living context.
// GUI thread; owned by the main window.
class ContextSelector : public ElidedComboBox {
  Q_OBJECT

 public:
  ContextSelector(Workbench& workbench, QWidget* parent);

 private:
  void rebuild();
  void choose(int row);
  void follow(int executionContextId);

  Workbench& workbench_;
  QString wantedKey_;  // chosen before, to be found again in a fresh engine
};

}  // namespace vmscope::ui
