#pragma once

#include <QObject>
#include <functional>
#include <vector>

#include "ui/editor/Editor.h"

namespace vmscope::ui {

// Says what keeps a document from compiling. Lives on the GUI thread.
class SyntaxChecker {
 public:
  using Answer = std::function<void(std::vector<Diagnostic>)>;

  virtual ~SyntaxChecker() = default;
  // Calls `answer` at most once, and never after `receiver` has gone.
  virtual void check(const Document& document, QObject* receiver, Answer answer) = 0;
};

}  // namespace vmscope::ui
