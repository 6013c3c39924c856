#include "ui/editor/EditorArea.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/editor/BreakpointMargins.h"
#include "ui/editor/EditorPane.h"
#include "ui/editor/EditorPanes.h"
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
      panes_(new EditorPanes(theme, stack_)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(stack_);
  auto* empty = new EmptyArea(theme, stack_);
  connect(empty, &EmptyArea::newWanted, this, &EditorArea::newDocument);
  stack_->addWidget(empty);
  stack_->addWidget(panes_);
  setAcceptDrops(true);
  connectPanes();
  currentMayHaveChanged();
  buildActions();
  connectWorkspace();
}

EditorArea::~EditorArea() = default;

void EditorArea::connectWorkspace() {
  connect(&workspace_, &Workspace::documentClosing, this, [this](Document* document) { drop(*document); });
}

void EditorArea::connectPanes() {
  connect(panes_, &EditorPanes::activated, this, &EditorArea::currentMayHaveChanged);
  connect(panes_, &EditorPanes::currentChanged, this, &EditorArea::currentMayHaveChanged);
  connect(panes_, &EditorPanes::closeWanted, this, [this](Editor* editor) { close(*editor); });
  connect(panes_, &EditorPanes::moveWanted, this,
          [this](Editor* editor, EditorPane* target, std::optional<EditorPanes::Side> side) {
            const bool isAlone = panes_->paneOf(*editor) == target && target->editors().size() == 1;
            if (!isAlone) move(*editor, side ? panes_->addBeside(*target, *side) : *target);
          });
}

void EditorArea::currentMayHaveChanged() {
  Editor* current = currentEditor();
  stack_->setCurrentIndex(current || panes_->all().size() > 1 ? 1 : 0);
  if (announced_ == current) return;
  announced_ = current;
  emit currentEditorChanged(current);
  emit cursorMoved();
}

Editor* EditorArea::currentEditor() const {
  return panes_->active().current();
}

Document* EditorArea::currentDocument() const {
  Editor* editor = currentEditor();
  return editor ? &editor->document() : nullptr;
}

std::vector<Editor*> EditorArea::editors() const {
  std::vector<Editor*> found;
  for (const EditorPane* pane : panes_->all()) {
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
  EditorPane& active = panes_->active();
  for (EditorPane* pane : panes_->all()) {
    const bool isElsewhere = pane != &active && active.find(document);
    Editor* editor = isElsewhere ? nullptr : pane->find(document);
    if (!editor) continue;
    panes_->activate(*pane);
    pane->showEditor(*editor);
    return editor;
  }
  return placed(document, active);
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

void EditorArea::split(Qt::Orientation direction) {
  Document* document = currentDocument();
  if (!document) return;
  const EditorPosition place = currentEditor()->cursor();
  const auto side = direction == Qt::Horizontal ? EditorPanes::Side::Right : EditorPanes::Side::Below;
  EditorPane& pane = panes_->addBeside(panes_->active(), side);
  panes_->activate(pane);
  placed(*document, pane)->goTo(place);
}

// A document that is there already comes to the front instead.
void EditorArea::move(Editor& editor, EditorPane& to) {
  EditorPane* from = panes_->paneOf(editor);
  if (from == &to) return;
  Editor* twin = to.find(editor.document());
  if (twin) {
    from->remove(editor);
    to.showEditor(*twin);
  } else {
    from->take(editor);
    to.add(&editor);
  }
  if (from->isEmpty()) panes_->remove(*from);
  panes_->activate(to);
}

void EditorArea::moveToNextPane() {
  Editor* editor = currentEditor();
  if (!editor) return;
  const auto& all = panes_->all();
  const auto here = std::find(all.begin(), all.end(), &panes_->active());
  if (all.size() > 1) return move(*editor, here + 1 == all.end() ? *all.front() : **(here + 1));
  if (panes_->active().editors().size() > 1)
    move(*editor, panes_->addBeside(panes_->active(), EditorPanes::Side::Right));
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
  menu.addSeparator();
  for (QAction* action : textActions_) {
    if (action->isEnabled()) menu.addAction(action);
  }
  menu.exec(place);
}

void EditorArea::applyZoom(int steps) {
  if (zoom_ == steps) return;
  zoom_ = steps;
  for (Editor* editor : editors()) editor->setZoom(steps);
}

}  // namespace vmscope::ui
