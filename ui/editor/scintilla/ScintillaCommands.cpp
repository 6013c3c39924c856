#include <algorithm>
#include <unordered_map>

#include "ui/editor/scintilla/Completing.h"
#include "ui/editor/scintilla/ScintillaEditor.h"
#include "ui/editor/scintilla/ScintillaView.h"
#include "ui/editor/scintilla/Typing.h"

namespace vmscope::ui {

namespace {

using Sci = QsciScintillaBase;

// One more cursor in the line above or below the outermost one, at its column.
void addCursor(ScintillaView& view, int direction) {
  const long count = view.call(Sci::SCI_GETSELECTIONS);
  long outermost = view.call(Sci::SCI_GETSELECTIONNCARET, 0);
  for (long index = 1; index < count; ++index) {
    const long caret = view.call(Sci::SCI_GETSELECTIONNCARET, index);
    outermost = direction < 0 ? std::min(outermost, caret) : std::max(outermost, caret);
  }
  const long line = view.lineOf(outermost) + direction;
  if (line < 0 || line >= view.call(Sci::SCI_GETLINECOUNT)) return;
  const long place = view.call(Sci::SCI_FINDCOLUMN, line, view.call(Sci::SCI_GETCOLUMN, outermost));
  view.call(Sci::SCI_ADDSELECTION, place, place);
}

void addOccurrences(ScintillaView& view, unsigned int message) {
  view.call(Sci::SCI_TARGETWHOLEDOCUMENT);
  view.call(Sci::SCI_SETSEARCHFLAGS, Sci::SCFIND_MATCHCASE);
  view.call(message);
}

void toggleFold(ScintillaView& view) {
  const long line = view.lineOf(view.call(Sci::SCI_GETCURRENTPOS));
  const bool isHeader = view.call(Sci::SCI_GETFOLDLEVEL, line) & Sci::SC_FOLDLEVELHEADERFLAG;
  const long header = isHeader ? line : view.call(Sci::SCI_GETFOLDPARENT, line);
  if (header >= 0) view.call(Sci::SCI_TOGGLEFOLD, header);
}

void foldAll(ScintillaView& view, long action) {
  view.call(Sci::SCI_COLOURISE, view.call(Sci::SCI_GETENDSTYLED), -1);
  view.call(Sci::SCI_FOLDALL, action);
}

using Action = void (*)(ScintillaEditor& editor);

template <unsigned int message>
void send(ScintillaEditor& editor) {
  editor.view().call(message);
}

const std::unordered_map<EditorCommand, Action>& commandActions() {
  using enum EditorCommand;
  static const std::unordered_map<EditorCommand, Action> table = {
      {Undo, send<Sci::SCI_UNDO>},
      {Redo, send<Sci::SCI_REDO>},
      {Cut, send<Sci::SCI_CUT>},
      {Copy, send<Sci::SCI_COPY>},
      {Paste, send<Sci::SCI_PASTE>},
      {SelectAll, send<Sci::SCI_SELECTALL>},
      {DuplicateLine, send<Sci::SCI_LINEDUPLICATE>},
      {DeleteLine, send<Sci::SCI_LINEDELETE>},
      {MoveLineUp, send<Sci::SCI_MOVESELECTEDLINESUP>},
      {MoveLineDown, send<Sci::SCI_MOVESELECTEDLINESDOWN>},
      {ToggleComment, [](ScintillaEditor& editor) { typing::toggleComment(editor.view()); }},
      {Indent, [](ScintillaEditor& editor) { typing::shiftLines(editor.view(), 1); }},
      {Unindent, [](ScintillaEditor& editor) { typing::shiftLines(editor.view(), -1); }},
      {AddCursorAbove, [](ScintillaEditor& editor) { addCursor(editor.view(), -1); }},
      {AddCursorBelow, [](ScintillaEditor& editor) { addCursor(editor.view(), 1); }},
      {SelectNextOccurrence,
       [](ScintillaEditor& editor) { addOccurrences(editor.view(), Sci::SCI_MULTIPLESELECTADDNEXT); }},
      {SelectAllOccurrences,
       [](ScintillaEditor& editor) { addOccurrences(editor.view(), Sci::SCI_MULTIPLESELECTADDEACH); }},
      {ToggleFold, [](ScintillaEditor& editor) { toggleFold(editor.view()); }},
      {FoldAll, [](ScintillaEditor& editor) { foldAll(editor.view(), Sci::SC_FOLDACTION_CONTRACT); }},
      {UnfoldAll, [](ScintillaEditor& editor) { foldAll(editor.view(), Sci::SC_FOLDACTION_EXPAND); }},
      {Complete, [](ScintillaEditor& editor) { editor.completing().start(); }},
      {ZoomIn, [](ScintillaEditor& editor) { editor.setZoom(editor.zoom() + 1); }},
      {ZoomOut, [](ScintillaEditor& editor) { editor.setZoom(editor.zoom() - 1); }},
      {ZoomReset, [](ScintillaEditor& editor) { editor.setZoom(0); }},
  };
  return table;
}

}  // namespace

void ScintillaEditor::run(EditorCommand command) {
  if (const auto found = commandActions().find(command); found != commandActions().end()) found->second(*this);
}

}  // namespace vmscope::ui
