#pragma once

#include "ui/editor/SyntaxChecker.h"

namespace vmscope::ui {

class EngineSession;

// Lets the engine compile documents without running them (Vm.compileCheck). GUI thread; the session outlives it.
class EngineSyntaxChecker : public SyntaxChecker {
 public:
  explicit EngineSyntaxChecker(EngineSession& session) : session_(session) {}

  void check(const Document& document, QObject* receiver, Answer answer) override;

 private:
  EngineSession& session_;
};

}  // namespace vmscope::ui
