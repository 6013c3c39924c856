#pragma once

#include <QString>
#include <span>

namespace vmscope::ui {

// What can be done to the text of an editor without a further question.
enum class EditorCommand {
  Undo,
  Redo,
  Cut,
  Copy,
  Paste,
  SelectAll,
  ToggleComment,
  Indent,
  Unindent,
  DuplicateLine,
  DeleteLine,
  MoveLineUp,
  MoveLineDown,
  AddCursorAbove,
  AddCursorBelow,
  SelectNextOccurrence,
  SelectAllOccurrences,
  ToggleFold,
  FoldAll,
  UnfoldAll,
  Complete,
  ZoomIn,
  ZoomOut,
  ZoomReset,
};

// How a command appears in menus and the command palette.
struct EditorCommandEntry {
  EditorCommand command;
  const char* id;        // stable: shortcuts are remembered by it
  const char* label;     // translated in the context "EditorCommand"
  const char* shortcut;  // as QKeySequence::PortableText; may be empty
};

std::span<const EditorCommandEntry> editorCommands();
QString labelOf(const EditorCommandEntry& entry);

}  // namespace vmscope::ui
