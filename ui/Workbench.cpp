#include "ui/Workbench.h"

#include "ui/workspace/Document.h"

namespace vmscope::ui {

void Workbench::setCurrentContext(int executionContextId) {
  if (currentContext_ == executionContextId) return;
  currentContext_ = executionContextId;
  emit currentContextChanged(executionContextId);
}

const Document* Workbench::currentDocument() const {
  return currentDocument_;
}

void Workbench::setCurrentDocument(const Document* document) {
  if (currentDocument_ == document) return;
  currentDocument_ = document;
  emit currentDocumentChanged();
}

}  // namespace vmscope::ui
