#include "ui/editor/CompileErrors.h"

#include "ui/editor/EditorArea.h"
#include "ui/editor/SyntaxChecker.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/JsonLocations.h"

namespace vmscope::ui {

namespace {

constexpr int kPauseInTypingMs = 250;

}  // namespace

CompileErrors::CompileErrors(EditorArea& area, SyntaxChecker& checker, QObject* parent)
    : QObject(parent), area_(area), checker_(checker) {
  connect(&area_, &EditorArea::editorCreated, this, &CompileErrors::adopt);
  for (Editor* editor : area_.editors()) adopt(editor);
}

void CompileErrors::adopt(Editor* editor) {
  Document& document = editor->document();
  if (document.isReadOnly()) return;  // it has been compiled
  if (timers_.contains(&document)) return editor->showDiagnostics(found_.value(&document));
  auto* timer = new QTimer(this);
  timer->setSingleShot(true);
  timer->setInterval(kPauseInTypingMs);
  timers_.insert(&document, timer);
  connect(timer, &QTimer::timeout, this, [this, &document] { check(document); });
  connect(&document, &Document::edited, timer, [timer] { timer->start(); });
  connect(&document, &Document::pathChanged, timer, [timer] { timer->start(); });
  connect(&document, &QObject::destroyed, this, [this, gone = &document] {
    delete timers_.take(gone);
    found_.remove(gone);
  });
  check(document);
}

void CompileErrors::checkAll() {
  for (QTimer* timer : std::as_const(timers_)) timer->start(0);
}

// An answer about a text that has changed since is dropped: another check is on its way. The document's timer receives
// it, because it goes with whichever goes first, the document or this.
void CompileErrors::check(Document& document) {
  QTimer* timer = timers_.value(&document);
  timer->setInterval(kPauseInTypingMs);
  if (document.kind() == Document::Kind::Json) return show(document, jsonDiagnostics(document.utf8()));
  checker_.check(document, timer, [this, &document, text = document.utf8()](std::vector<Diagnostic> found) {
    if (document.utf8() == text) show(document, std::move(found));
  });
}

void CompileErrors::show(const Document& document, std::vector<Diagnostic> found) {
  for (Editor* editor : area_.editorsOf(document)) editor->showDiagnostics(found);
  found_.insert(&document, std::move(found));
}

std::vector<Diagnostic> jsonDiagnostics(const QByteArray& text) {
  std::vector<Diagnostic> found;
  const auto json = parseLocated({text.constData(), static_cast<std::size_t>(text.size())});
  for (const JsonProblem& problem : json.problems) {
    const QByteArray line = text.split('\n').value(problem.position.line - 1);
    const auto column = static_cast<int>(
        QString::fromUtf8(line.first(std::min<qsizetype>(problem.position.column - 1, line.size()))).size());
    found.push_back(
        {Diagnostic::Severity::Error, {problem.position.line - 1, column}, 0, QString::fromStdString(problem.reason)});
  }
  return found;
}

}  // namespace vmscope::ui
