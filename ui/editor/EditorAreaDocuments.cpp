#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>
#include <algorithm>

#include "ui/editor/EditorArea.h"
#include "ui/editor/EditorPane.h"
#include "ui/editor/EditorPanes.h"
#include "ui/editor/scintilla/SharedBuffer.h"
#include "ui/workspace/Workspace.h"

// Opening, saving and closing, with the questions that belong to it.
namespace vmscope::ui {

void EditorArea::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
    event->acceptProposedAction();
}

void EditorArea::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) open(url.toLocalFile());
  }
}

bool EditorArea::save(Document& document) {
  if (document.isUntitled()) return saveAs(document);
  auto problem = document.save();
  if (problem && problem->reason == FileProblem::Reason::ChangedOnDisk) {
    const auto choice = questions_->aboutConflict(document);
    if (choice == EditorQuestions::Conflict::Cancel) return false;
    problem =
        choice == EditorQuestions::Conflict::Reload ? document.reload() : document.save(Document::Overwrite::Always);
  }
  if (problem) {
    questions_->tell(problem->message);
    return false;
  }
  emit documentSaved(&document);
  return true;
}

bool EditorArea::saveAs(Document& document) {
  const auto path = questions_->pathFor(document, workspace_.folder());
  if (!path) return false;
  if (auto problem = document.saveAs(*path)) {
    questions_->tell(problem->message);
    return false;
  }
  emit documentSaved(&document);
  return true;
}

bool EditorArea::saveAll() {
  const auto documents = workspace_.documents();
  return std::all_of(documents.begin(), documents.end(),
                     [&](Document* each) { return !each->isModified() || save(*each); });
}

bool EditorArea::close(Editor& editor) {
  Document& document = editor.document();
  const bool isLast = editorsOf(document).size() == 1;
  if (isLast && document.isModified()) {
    const auto choice = questions_->aboutUnsaved({&document});
    if (choice == EditorQuestions::Unsaved::Cancel) return false;
    if (choice == EditorQuestions::Unsaved::Save && !save(document)) return false;
  }
  if (isLast) {
    workspace_.closeDocument(&document);
    return true;
  }
  EditorPane* pane = panes_->paneOf(editor);
  pane->remove(editor);
  if (pane->isEmpty()) panes_->remove(*pane);
  currentMayHaveChanged();
  return true;
}

bool EditorArea::closeAll() {
  std::vector<Document*> unsaved = workspace_.documents();
  std::erase_if(unsaved, [](const Document* each) { return !each->isModified(); });
  if (unsaved.empty()) return true;
  const auto choice = questions_->aboutUnsaved(unsaved);
  if (choice == EditorQuestions::Unsaved::Cancel) return false;
  if (choice == EditorQuestions::Unsaved::Save) return saveAll();
  for (Document* each : unsaved) each->discardJournal();
  return true;
}

void EditorArea::drop(Document& document) {
  for (EditorPane* pane : std::vector<EditorPane*>(panes_->all())) {
    if (Editor* editor = pane->find(document)) pane->remove(*editor);
    if (pane->isEmpty()) panes_->remove(*pane);
  }
  buffers_.remove(&document);
  currentMayHaveChanged();
}

}  // namespace vmscope::ui
