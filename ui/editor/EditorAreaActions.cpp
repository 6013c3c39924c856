#include <QAction>
#include <QKeySequence>

#include "ui/editor/BreakpointMargins.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/EditorPane.h"
#include "ui/editor/EditorPanes.h"
#include "ui/editor/FindBar.h"
#include "ui/editor/FindForm.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

QAction* EditorArea::addAction(Menu menu, const char* id, const QString& title, const char* shortcut,
                               std::function<void()> run) {
  auto* action = new QAction(title, this);
  action->setObjectName(QString::fromLatin1(id));
  action->setShortcut(QKeySequence(QString::fromLatin1(shortcut), QKeySequence::PortableText));
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, std::move(run));
  QWidget::addAction(action);
  menus_[static_cast<std::size_t>(menu)] << action;
  return action;
}

void EditorArea::buildActions() {
  const auto withDocument = [this](auto act) {
    return [this, act] {
      if (Document* document = currentDocument()) act(*document);
    };
  };
  addAction(Menu::File, "file.new", tr("New script"), "Ctrl+N", [this] { newDocument(); });
  addAction(Menu::File, "file.open", tr("Open document…"), "Ctrl+Shift+O", [this] {
    if (const auto path = questions_->pathToOpen(workspace_.folder())) open(*path);
  });
  addAction(Menu::File, "file.save", tr("Save"), "Ctrl+S", withDocument([this](Document& each) { save(each); }));
  addAction(Menu::File, "file.saveAs", tr("Save as…"), "Ctrl+Shift+S",
            withDocument([this](Document& each) { saveAs(each); }));
  addAction(Menu::File, "file.saveAll", tr("Save all"), "Ctrl+Alt+S", [this] { saveAll(); });
  addAction(Menu::File, "file.close", tr("Close"), "Ctrl+W", [this] {
    if (Editor* editor = currentEditor()) close(*editor);
  });

  for (const EditorCommandEntry& entry : editorCommands()) {
    const bool isView = QLatin1String(entry.id).startsWith(QLatin1String("view."));
    addAction(isView ? Menu::View : Menu::Edit, entry.id, titleOf(entry), entry.shortcut,
              [this, command = entry.command] {
                if (Editor* editor = currentEditor()) editor->run(command);
              });
  }
  addAction(Menu::Edit, "edit.find", tr("Find"), "Ctrl+F",
            [this] { panes_->active().findBar().open(FindPurpose::Find); });
  addAction(Menu::Edit, "edit.replace", tr("Replace"), "Ctrl+H",
            [this] { panes_->active().findBar().open(FindPurpose::Replace); });
  addAction(Menu::Edit, "edit.findNext", tr("Find next"), "F3", [this] { panes_->active().findBar().findNext(); });
  addAction(Menu::Edit, "edit.findPrevious", tr("Find previous"), "Shift+F3",
            [this] { panes_->active().findBar().findPrevious(); });
  addAction(Menu::Edit, "edit.goToLine", tr("Go to line…"), "Ctrl+G", [this] { goToLine(); });
  const auto withEditor = [this](auto act) {
    return [this, act] {
      if (Editor* editor = currentEditor()) act(*editor);
    };
  };
  addAction(Menu::Debug, "edit.toggleBreakpoint", tr("Set or remove breakpoint"), "F9",
            withEditor([this](Editor& each) { margins_->toggle(each.document(), each.cursor().line); }));
  addAction(Menu::Debug, "edit.changeBreakpoint", tr("Change breakpoint…"), "Shift+F9",
            withEditor([this](Editor& each) { margins_->edit(each.document(), each.cursor().line, *questions_); }));

  addAction(Menu::View, "view.splitRight", tr("Split to the right"), "Ctrl+\\", [this] { split(Qt::Horizontal); });
  addAction(Menu::View, "view.splitDown", tr("Split downwards"), "Ctrl+Shift+\\", [this] { split(Qt::Vertical); });
  addAction(Menu::View, "view.nextTab", tr("Next tab"), "Ctrl+PgDown", [this] {
    panes_->active().step(1);
  })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_PageDown), QKeySequence(Qt::CTRL | Qt::Key_Tab)});
  addAction(Menu::View, "view.previousTab", tr("Previous tab"), "Ctrl+PgUp", [this] {
    panes_->active().step(-1);
  })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_PageUp), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab)});
  addAction(Menu::View, "view.nextPane", tr("Next pane"), "Ctrl+Alt+PgDown", [this] { panes_->activateNext(); });
  addAction(Menu::View, "view.moveToNextPane", tr("Move tab to the next pane"), "Ctrl+Alt+Shift+PgDown",
            [this] { moveToNextPane(); });
  QAction* whitespace = addAction(Menu::View, "view.whitespace", tr("Show white space"), "", [] {});
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
