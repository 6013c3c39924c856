#include "ui/editor/EditorQuestions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include "ui/editor/BreakpointDialog.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(EditorQuestions)
};

QString unsavedQuestion(const std::vector<Document*>& documents) {
  if (documents.size() == 1) return Text::tr("Save the changes to %1?").arg(documents.front()->title());
  QStringList titles;
  for (const Document* document : documents) titles << document->title();
  return Text::tr("Save the changes to %n document(s)?", nullptr, static_cast<int>(documents.size())) +
         QStringLiteral("\n\n") + titles.join(u'\n');
}

}  // namespace

EditorQuestions::Unsaved EditorDialogs::aboutUnsaved(const std::vector<Document*>& documents) {
  QMessageBox box(QMessageBox::Question, Text::tr("Unsaved changes"), unsavedQuestion(documents), QMessageBox::NoButton,
                  &window_);
  const auto* save = box.addButton(Text::tr("&Save"), QMessageBox::AcceptRole);
  const auto* discard = box.addButton(Text::tr("&Discard"), QMessageBox::DestructiveRole);
  box.addButton(Text::tr("Cancel"), QMessageBox::RejectRole);
  box.exec();
  if (box.clickedButton() == save) return Unsaved::Save;
  return box.clickedButton() == discard ? Unsaved::Discard : Unsaved::Cancel;
}

EditorQuestions::Conflict EditorDialogs::aboutConflict(const Document& document) {
  QMessageBox box(QMessageBox::Warning, Text::tr("Changed on disk"),
                  Text::tr("Another program changed %1 since you opened it.").arg(document.title()),
                  QMessageBox::NoButton, &window_);
  const auto* overwrite = box.addButton(Text::tr("&Write mine over it"), QMessageBox::DestructiveRole);
  const auto* reload = box.addButton(Text::tr("&Take theirs"), QMessageBox::DestructiveRole);
  // Neither version is lost by a person who presses Return without reading.
  box.setDefaultButton(box.addButton(Text::tr("Cancel"), QMessageBox::RejectRole));
  box.exec();
  if (box.clickedButton() == overwrite) return Conflict::Overwrite;
  return box.clickedButton() == reload ? Conflict::Reload : Conflict::Cancel;
}

std::optional<QString> EditorDialogs::pathToOpen(const QString& folder) {
  const QString path = QFileDialog::getOpenFileName(&window_, Text::tr("Open document"), folder,
                                                    Text::tr("Scripts and modules (*.js *.mjs *.json);;All files (*)"));
  if (path.isEmpty()) return std::nullopt;
  return path;
}

std::optional<QString> EditorDialogs::pathFor(const Document& document, const QString& folder) {
  const QString path = QFileDialog::getSaveFileName(&window_, Text::tr("Save %1").arg(document.title()),
                                                    QDir(folder).filePath(document.title()),
                                                    Text::tr("Scripts (*.js);;Modules (*.mjs);;JSON (*.json)"));
  if (path.isEmpty()) return std::nullopt;
  return path;
}

std::optional<int> EditorDialogs::lineToGoTo(int current, int count) {
  bool accepted = false;
  const int line = QInputDialog::getInt(&window_, Text::tr("Go to line"), Text::tr("Line (1 to %1):").arg(count),
                                        current, 1, count, 1, &accepted);
  if (!accepted) return std::nullopt;
  return line;
}

std::optional<Breakpoint> EditorDialogs::editedBreakpoint(const Breakpoint& breakpoint) {
  BreakpointDialog dialog(breakpoint, &window_);
  if (dialog.exec() != QDialog::Accepted) return std::nullopt;
  return dialog.breakpoint();
}

void EditorDialogs::tell(const QString& problem) {
  QMessageBox::warning(&window_, QCoreApplication::applicationName(), problem);
}

}  // namespace vmscope::ui
