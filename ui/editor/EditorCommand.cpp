#include "ui/editor/EditorCommand.h"

#include <QCoreApplication>
#include <array>

namespace vmscope::ui {

std::span<const EditorCommandEntry> editorCommands() {
  using enum EditorCommand;
  static constexpr std::array kEntries = {
      EditorCommandEntry{Undo, "edit.undo", QT_TRANSLATE_NOOP("EditorCommand", "&Undo"), "Ctrl+Z"},
      EditorCommandEntry{Redo, "edit.redo", QT_TRANSLATE_NOOP("EditorCommand", "&Redo"), "Ctrl+Y"},
      EditorCommandEntry{Cut, "edit.cut", QT_TRANSLATE_NOOP("EditorCommand", "Cu&t"), "Ctrl+X"},
      EditorCommandEntry{Copy, "edit.copy", QT_TRANSLATE_NOOP("EditorCommand", "&Copy"), "Ctrl+C"},
      EditorCommandEntry{Paste, "edit.paste", QT_TRANSLATE_NOOP("EditorCommand", "&Paste"), "Ctrl+V"},
      EditorCommandEntry{SelectAll, "edit.selectAll", QT_TRANSLATE_NOOP("EditorCommand", "Select &all"), "Ctrl+A"},
      EditorCommandEntry{ToggleComment, "edit.toggleComment", QT_TRANSLATE_NOOP("EditorCommand", "To&ggle comment"),
                         "Ctrl+/"},
      EditorCommandEntry{Indent, "edit.indent", QT_TRANSLATE_NOOP("EditorCommand", "&Indent"), "Ctrl+]"},
      EditorCommandEntry{Unindent, "edit.unindent", QT_TRANSLATE_NOOP("EditorCommand", "&Unindent"), "Ctrl+["},
      EditorCommandEntry{DuplicateLine, "edit.duplicateLine", QT_TRANSLATE_NOOP("EditorCommand", "&Duplicate line"),
                         "Ctrl+Shift+D"},
      EditorCommandEntry{DeleteLine, "edit.deleteLine", QT_TRANSLATE_NOOP("EditorCommand", "D&elete line"),
                         "Ctrl+Shift+K"},
      EditorCommandEntry{MoveLineUp, "edit.moveLineUp", QT_TRANSLATE_NOOP("EditorCommand", "Move line u&p"), "Alt+Up"},
      EditorCommandEntry{MoveLineDown, "edit.moveLineDown", QT_TRANSLATE_NOOP("EditorCommand", "Move line do&wn"),
                         "Alt+Down"},
      EditorCommandEntry{AddCursorAbove, "edit.addCursorAbove", QT_TRANSLATE_NOOP("EditorCommand", "Add cursor &above"),
                         "Ctrl+Alt+Up"},
      EditorCommandEntry{AddCursorBelow, "edit.addCursorBelow", QT_TRANSLATE_NOOP("EditorCommand", "Add cursor &below"),
                         "Ctrl+Alt+Down"},
      EditorCommandEntry{SelectNextOccurrence, "edit.selectNextOccurrence",
                         QT_TRANSLATE_NOOP("EditorCommand", "Select &next occurrence"), "Ctrl+D"},
      EditorCommandEntry{SelectAllOccurrences, "edit.selectAllOccurrences",
                         QT_TRANSLATE_NOOP("EditorCommand", "Select all &occurrences"), "Ctrl+Shift+L"},
      EditorCommandEntry{ToggleFold, "edit.toggleFold", QT_TRANSLATE_NOOP("EditorCommand", "&Fold or unfold"),
                         "Ctrl+Shift+."},
      EditorCommandEntry{FoldAll, "edit.foldAll", QT_TRANSLATE_NOOP("EditorCommand", "Fold &all"), ""},
      EditorCommandEntry{UnfoldAll, "edit.unfoldAll", QT_TRANSLATE_NOOP("EditorCommand", "&Unfold all"), ""},
      EditorCommandEntry{Complete, "edit.complete", QT_TRANSLATE_NOOP("EditorCommand", "Compl&ete"), "Ctrl+Space"},
      EditorCommandEntry{ZoomIn, "view.zoomIn", QT_TRANSLATE_NOOP("EditorCommand", "&Larger text"), "Ctrl++"},
      EditorCommandEntry{ZoomOut, "view.zoomOut", QT_TRANSLATE_NOOP("EditorCommand", "&Smaller text"), "Ctrl+-"},
      EditorCommandEntry{ZoomReset, "view.zoomReset", QT_TRANSLATE_NOOP("EditorCommand", "&Normal text size"),
                         "Ctrl+0"},
  };
  return kEntries;
}

QString labelOf(const EditorCommandEntry& entry) {
  return QCoreApplication::translate("EditorCommand", entry.label);
}

}  // namespace vmscope::ui
