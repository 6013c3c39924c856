#include "ui/editor/EditorArea.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/editor/BreakpointMargins.h"
#include "ui/editor/EditorPane.h"
#include "ui/editor/EmptyArea.h"
#include "ui/editor/FindBar.h"
#include "ui/editor/scintilla/ScintillaEditor.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

EditorArea::EditorArea(Workspace& workspace, Theme& theme, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      theme_(theme),
      dialogs_(std::make_unique<EditorDialogs>(*this)),
      questions_(dialogs_.get()),
      margins_(new BreakpointMargins(*this, workspace)),
      stack_(new QStackedWidget(this)),
      root_(new QSplitter(Qt::Horizontal)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(stack_);
  auto* empty = new EmptyArea(theme, stack_);
  connect(empty, &EmptyArea::newWanted, this, &EditorArea::newDocument);
  stack_->addWidget(empty);
  stack_->addWidget(root_);
  root_->setChildrenCollapsible(false);
  activate(addPane(root_, 0));
  buildActions();
  connectWorkspace();
}

EditorArea::~EditorArea() = default;

void EditorArea::connectWorkspace() {
  connect(&workspace_, &Workspace::documentClosing, this, [this](Document* document) { drop(*document); });
}

EditorPane* EditorArea::addPane(QSplitter* parent, int index) {
  auto* pane = new EditorPane(theme_, parent);
  parent->insertWidget(index, pane);
  panes_.push_back(pane);
  connect(pane, &EditorPane::focused, this, [this, pane] { activate(pane); });
  connect(pane, &EditorPane::currentChanged, this, &EditorArea::currentMayHaveChanged);
  connect(pane, &EditorPane::closeWanted, this, [this](Editor* editor) { close(*editor); });
  return pane;
}

void EditorArea::activate(EditorPane* pane) {
  active_ = pane;
  currentMayHaveChanged();
}

void EditorArea::currentMayHaveChanged() {
  Editor* current = currentEditor();
  stack_->setCurrentIndex(current || panes_.size() > 1 ? 1 : 0);
  if (announced_ == current) return;
  announced_ = current;
  emit currentEditorChanged(current);
  emit cursorMoved();
}

Editor* EditorArea::currentEditor() const {
  return active_ ? active_->current() : nullptr;
}

Document* EditorArea::currentDocument() const {
  Editor* editor = currentEditor();
  return editor ? &editor->document() : nullptr;
}

std::vector<Editor*> EditorArea::editors() const {
  std::vector<Editor*> found;
  for (const EditorPane* pane : panes_) {
    const auto inPane = pane->editors();
    found.insert(found.end(), inPane.begin(), inPane.end());
  }
  return found;
}

std::vector<Editor*> EditorArea::editorsOf(const Document& document) const {
  std::vector<Editor*> found = editors();
  std::erase_if(found, [&](const Editor* each) { return &each->document() != &document; });
  return found;
}

Editor* EditorArea::open(const QString& path) {
  const auto opened = workspace_.openDocument(path);
  if (const auto* problem = std::get_if<FileProblem>(&opened)) {
    questions_->tell(problem->message);
    return nullptr;
  }
  return showDocument(*std::get<Document*>(opened));
}

Editor* EditorArea::showDocument(Document& document) {
  for (EditorPane* pane : panes_) {
    const bool isElsewhere = pane != active_ && active_->find(document);
    Editor* editor = isElsewhere ? nullptr : pane->find(document);
    if (!editor) continue;
    activate(pane);
    pane->showEditor(*editor);
    return editor;
  }
  return placed(document, *active_);
}

Editor* EditorArea::placed(Document& document, EditorPane& pane) {
  Editor* editor = create(document, &pane);
  pane.add(editor);
  currentMayHaveChanged();
  return editor;
}

Editor* EditorArea::create(Document& document, QWidget* parent) {
  auto buffer = buffers_.value(&document).lock();
  if (!buffer) {
    buffer = std::make_shared<SharedBuffer>(document);
    buffers_[&document] = buffer;
  }
  auto* editor = new ScintillaEditor(std::move(buffer), theme_, parent);
  editor->setZoom(zoom_);
  editor->setWhitespace(whitespace_);
  connect(editor, &Editor::zoomChanged, this, &EditorArea::applyZoom);
  connect(editor, &Editor::cursorMoved, this, [this, editor] {
    if (editor == currentEditor()) emit cursorMoved();
  });
  connect(editor, &Editor::breakpointMenuRequested, this,
          [this, editor](int line, const QPoint& place) { showBreakpointMenu(*editor, line, place); });
  connect(editor, &Editor::menuRequested, this, &EditorArea::showTextMenu);
  emit editorCreated(editor);
  return editor;
}

void EditorArea::newDocument() {
  showDocument(*workspace_.newDocument());
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
  for (EditorPane* pane : std::vector<EditorPane*>(panes_)) {
    const auto inPane = pane->editors();
    if (std::find(inPane.begin(), inPane.end(), &editor) == inPane.end()) continue;
    pane->remove(editor);
    if (pane->isEmpty()) removePane(pane);
    break;
  }
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
  for (EditorPane* pane : std::vector<EditorPane*>(panes_)) {
    if (Editor* editor = pane->find(document)) pane->remove(*editor);
    if (pane->isEmpty()) removePane(pane);
  }
  buffers_.remove(&document);
  currentMayHaveChanged();
}

void EditorArea::split(Qt::Orientation direction) {
  Document* document = currentDocument();
  if (!document) return;
  auto* parent = qobject_cast<QSplitter*>(active_->parentWidget());
  int index = parent->indexOf(active_);
  if (parent->count() == 1) parent->setOrientation(direction);
  if (parent->orientation() != direction) {
    auto* inner = new QSplitter(direction);
    inner->setChildrenCollapsible(false);
    parent->insertWidget(index, inner);
    inner->addWidget(active_);
    parent = inner;
    index = 0;
  }
  const EditorPosition place = currentEditor()->cursor();
  EditorPane* pane = addPane(parent, index + 1);
  parent->setSizes(QList<int>(parent->count(), 1 << 16));
  activate(pane);
  placed(*document, *pane)->goTo(place);
}

void EditorArea::removePane(EditorPane* pane) {
  if (panes_.size() == 1) return;
  std::erase(panes_, pane);
  auto* parent = qobject_cast<QSplitter*>(pane->parentWidget());
  pane->hide();
  pane->setParent(nullptr);
  pane->deleteLater();
  if (parent != root_ && parent->count() == 1) {
    auto* above = qobject_cast<QSplitter*>(parent->parentWidget());
    above->insertWidget(above->indexOf(parent), parent->widget(0));
    parent->setParent(nullptr);
    parent->deleteLater();
  }
  if (active_ == pane) activate(panes_.back());
}

void EditorArea::showBreakpointMenu(const Editor& editor, int line, const QPoint& place) {
  QMenu menu(this);
  margins_->fillMenu(menu, editor.document(), line, *questions_);
  menu.exec(place);
}

void EditorArea::showTextMenu(const QPoint& place) {
  QMenu menu(this);
  for (const char* id : {"edit.undo", "edit.redo", "", "edit.cut", "edit.copy", "edit.paste", "edit.selectAll", "",
                         "edit.toggleComment", "edit.toggleBreakpoint"}) {
    if (QAction* action = findChild<QAction*>(QString::fromLatin1(id)); action && *id) {
      menu.addAction(action);
    } else {
      menu.addSeparator();
    }
  }
  menu.exec(place);
}

void EditorArea::applyZoom(int steps) {
  if (zoom_ == steps) return;
  zoom_ = steps;
  for (Editor* editor : editors()) editor->setZoom(steps);
}

}  // namespace vmscope::ui
