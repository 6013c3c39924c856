#include <QAction>
#include <QKeySequence>

#include "ui/editor/BreakpointMargins.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/EditorPane.h"
#include "ui/editor/EditorPanes.h"
#include "ui/editor/FindBar.h"
#include "ui/editor/FindForm.h"
#include "ui/theme/Mnemonic.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

QAction* EditorArea::addAction(const char* id, const QString& label, const char* shortcut, std::function<void()> run) {
  auto* action = new QAction(this);
  action->setObjectName(QString::fromLatin1(id));
  action->setShortcut(QKeySequence(QString::fromLatin1(shortcut), QKeySequence::PortableText));
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  labelAction(*action, label);
  connect(action, &QAction::triggered, this, std::move(run));
  QWidget::addAction(action);
  return action;
}

void EditorArea::buildActions() {
  const auto withDocument = [this](auto act) {
    return [this, act] {
      if (Document* document = currentDocument()) act(*document);
    };
  };
  addAction("file.new", tr("&New script"), "Ctrl+N", [this] { newDocument(); });
  addAction("file.open", tr("&Open document…"), "Ctrl+Shift+O", [this] {
    if (const auto path = questions_->pathToOpen(workspace_.folder())) open(*path);
  });
  addAction("file.save", tr("&Save"), "Ctrl+S", withDocument([this](Document& each) { save(each); }));
  addAction("file.saveAs", tr("Save &as…"), "Ctrl+Shift+S", withDocument([this](Document& each) { saveAs(each); }));
  addAction("file.saveAll", tr("Save a&ll"), "Ctrl+Alt+S", [this] { saveAll(); });
  addAction("file.close", tr("&Close"), "Ctrl+W", [this] {
    if (Editor* editor = currentEditor()) close(*editor);
  });

  for (const EditorCommandEntry& entry : editorCommands()) {
    addAction(entry.id, labelOf(entry), entry.shortcut, [this, command = entry.command] {
      if (Editor* editor = currentEditor()) editor->run(command);
    });
  }
  addAction("edit.find", tr("&Find"), "Ctrl+F", [this] { panes_->active().findBar().open(FindPurpose::Find); });
  addAction("edit.replace", tr("&Replace"), "Ctrl+H",
            [this] { panes_->active().findBar().open(FindPurpose::Replace); });
  addAction("edit.findNext", tr("Find &next"), "F3", [this] { panes_->active().findBar().findNext(); });
  addAction("edit.findPrevious", tr("Find &previous"), "Shift+F3",
            [this] { panes_->active().findBar().findPrevious(); });
  addAction("edit.goToLine", tr("&Go to line…"), "Ctrl+G", [this] { goToLine(); });
  const auto withEditor = [this](auto act) {
    return [this, act] {
      if (Editor* editor = currentEditor()) act(*editor);
    };
  };
  addAction("edit.toggleBreakpoint", tr("Set or remove &breakpoint"), "F9",
            withEditor([this](Editor& each) { margins_->toggle(each.document(), each.cursor().line); }));
  addAction("edit.changeBreakpoint", tr("C&hange breakpoint…"), "Shift+F9",
            withEditor([this](Editor& each) { margins_->edit(each.document(), each.cursor().line, *questions_); }));

  addAction("view.splitRight", tr("Split to the &right"), "Ctrl+\\", [this] { split(Qt::Horizontal); });
  addAction("view.splitDown", tr("Split &downwards"), "Ctrl+Shift+\\", [this] { split(Qt::Vertical); });
  addAction("view.nextTab", tr("&Next tab"), "Ctrl+PgDown", [this] {
    panes_->active().step(1);
  })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_PageDown), QKeySequence(Qt::CTRL | Qt::Key_Tab)});
  addAction("view.previousTab", tr("&Previous tab"), "Ctrl+PgUp", [this] {
    panes_->active().step(-1);
  })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_PageUp), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab)});
  addAction("view.nextPane", tr("Next p&ane"), "Ctrl+Alt+PgDown", [this] { panes_->activateNext(); });
  addAction("view.moveToNextPane", tr("&Move tab to the next pane"), "Ctrl+Alt+Shift+PgDown",
            [this] { moveToNextPane(); });
  QAction* whitespace = addAction("view.whitespace", tr("Show &white space"), "", [] {});
  whitespace->setCheckable(true);
  connect(whitespace, &QAction::toggled, this, [this](bool shown) {
    whitespace_ = shown ? Editor::Whitespace::Shown : Editor::Whitespace::Hidden;
    for (Editor* editor : editors()) editor->setWhitespace(whitespace_);
  });
}

void EditorArea::goToLine() {
  Editor* editor = currentEditor();
  if (!editor) return;
  if (const auto line = questions_->lineToGoTo(editor->cursor().line + 1, editor->lineCount())) {
    editor->goTo({*line - 1, 0});
    editor->setFocus();
  }
}

}  // namespace vmscope::ui
