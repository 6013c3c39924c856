#include "ui/editor/live/EngineSyntaxChecker.h"

#include "ui/client/EngineSession.h"
#include "ui/client/VmClient.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

// Compiling more would keep the engine from what the person runs.
constexpr qsizetype kLargestChecked = 2 * 1024 * 1024;

Diagnostic diagnosticOf(const protocol::vm::CompileProblem& problem) {
  const bool onOneLine = problem.line == problem.endLine && problem.endColumn > problem.column;
  return {Diagnostic::Severity::Error,
          {static_cast<int>(problem.line), static_cast<int>(problem.column)},
          onOneLine ? static_cast<int>(problem.endColumn - problem.column) : 0,
          QString::fromStdString(problem.message)};
}

}  // namespace

void EngineSyntaxChecker::check(const Document& document, QObject* receiver, Answer answer) {
  if (!session_.isUsable() || document.utf8().size() > kLargestChecked) return answer({});
  protocol::vm::CompileCheckParams params;
  params.source = document.utf8().toStdString();
  params.isModule = document.kind() == Document::Kind::Module;
  session_.vm().compileCheck(params).then(receiver,
                                          [answer = std::move(answer)](const protocol::vm::CompileCheckResult& result) {
                                            std::vector<Diagnostic> found;
                                            for (const auto& problem : result.problems)
                                              found.push_back(diagnosticOf(problem));
                                            answer(std::move(found));
                                          });
}

}  // namespace vmscope::ui
