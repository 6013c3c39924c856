#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include "ui/editor/Editor.h"

namespace vmscope::ui {

class EditorArea;
class SyntaxChecker;

// Shows at their lines, while one types, what keeps the open documents from compiling. JSON is checked here, JavaScript
// by the checker. GUI thread; owned by whoever owns the checker.
class CompileErrors : public QObject {
  Q_OBJECT

 public:
  CompileErrors(EditorArea& area, SyntaxChecker& checker, QObject* parent);

  // What is known to be wrong with a document.
  std::vector<Diagnostic> of(const Document& document) const { return found_.value(&document); }
  // Checks all open documents again: the checker may know more by now.
  void checkAll();

 private:
  void adopt(Editor* editor);
  void check(Document& document);
  void show(const Document& document, std::vector<Diagnostic> found);

  EditorArea& area_;
  SyntaxChecker& checker_;
  QHash<const Document*, std::vector<Diagnostic>> found_;
  QHash<const Document*, QTimer*> timers_;
};

// What is wrong with a JSON text.
std::vector<Diagnostic> jsonDiagnostics(const QByteArray& text);

}  // namespace vmscope::ui
