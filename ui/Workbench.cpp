#include "ui/Workbench.h"

namespace vmscope::ui {

void Workbench::setCurrentContext(int executionContextId) {
  if (currentContext_ == executionContextId) return;
  currentContext_ = executionContextId;
  emit currentContextChanged(executionContextId);
}

}  // namespace vmscope::ui
