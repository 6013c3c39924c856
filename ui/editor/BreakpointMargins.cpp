#include "ui/editor/BreakpointMargins.h"

#include <QMenu>

#include "ui/editor/BreakpointPlaces.h"
#include "ui/editor/EditorArea.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

BreakpointMargins::BreakpointMargins(EditorArea& area, Workspace& workspace)
    : QObject(&area), area_(area), workspace_(workspace) {
  connect(&area_, &EditorArea::editorCreated, this, &BreakpointMargins::adopt);
  connect(&workspace_.breakpoints(), &Breakpoints::changed, this, &BreakpointMargins::showAll, Qt::QueuedConnection);
}

void BreakpointMargins::adopt(Editor* editor) {
  connect(editor, &Editor::breakpointClicked, this, [this, editor](int line) { toggle(editor->document(), line); });
  show(*editor);
}

void BreakpointMargins::show(Editor& editor) {
  editor.showBreakpoints(workspace_.breakpoints().in(workspace_.nameOf(editor.document())));
}

// Later, because breakpoints also move while an editor is in the middle of changing its text.
void BreakpointMargins::showAll(const QString& document) {
  for (Editor* editor : area_.editors()) {
    if (workspace_.nameOf(editor->document()) == document) show(*editor);
  }
}

void BreakpointMargins::toggle(const Document& document, int line) {
  const QString name = workspace_.nameOf(document);
  if (workspace_.breakpoints().at(name, line)) {
    workspace_.breakpoints().remove(name, line);
    return;
  }
  whereCodeStops(document, line, [this, name](int place) {
    if (!workspace_.breakpoints().at(name, place)) {
      workspace_.breakpoints().set({name, place, {}, {}, Breakpoint::State::Enabled, {}});
    }
  });
}

void BreakpointMargins::whereCodeStops(const Document& document, int line, std::function<void(int)> act) {
  if (document.url().isEmpty()) return emit noPlace(line);  // a script without a name cannot be found again
  if (!places_) return act(line);
  places_->nearest(document, line, this, [this, line, act = std::move(act)](std::optional<int> place) {
    if (!place) return emit noPlace(line);
    if (*place != line) emit movedOn(line, *place);
    act(*place);
  });
}

void BreakpointMargins::edit(const Document& document, int line, EditorQuestions& questions) {
  const QString name = workspace_.nameOf(document);
  const auto ask = [this, name, &questions](int place) {
    const auto existing = workspace_.breakpoints().at(name, place);
    const Breakpoint before = existing.value_or(Breakpoint{name, place, {}, {}, Breakpoint::State::Enabled, {}});
    if (const auto after = questions.editedBreakpoint(before)) workspace_.breakpoints().set(*after);
  };
  if (workspace_.breakpoints().at(name, line)) return ask(line);
  whereCodeStops(document, line, ask);
}

void BreakpointMargins::fillMenu(QMenu& menu, const Document& document, int line, EditorQuestions& questions) {
  const QString name = workspace_.nameOf(document);
  const auto existing = workspace_.breakpoints().at(name, line);
  menu.addAction(existing ? tr("&Remove breakpoint") : tr("&Add breakpoint"), this,
                 [this, &document, line] { toggle(document, line); });
  menu.addAction(existing ? tr("&Change condition or log message…") : tr("Add &condition or log message…"), this,
                 [this, &document, line, &questions] { edit(document, line, questions); });
  if (!existing) return;
  const bool isEnabled = existing->state == Breakpoint::State::Enabled;
  menu.addAction(isEnabled ? tr("&Disable breakpoint") : tr("&Enable breakpoint"), this, [this, name, line, isEnabled] {
    workspace_.breakpoints().setState(name, line, isEnabled ? Breakpoint::State::Disabled : Breakpoint::State::Enabled);
  });
}

}  // namespace vmscope::ui
