#pragma once

namespace vmscope::ui {

class ScintillaView;

// What the editor does beyond inserting what is typed.
namespace typing {

// After a character was typed: indents a new line, pulls a closing bracket back.
void followCharacter(ScintillaView& view, int character);
// Puts `//` before the selected lines, or takes it away where all have it. One step of undo.
void toggleComment(ScintillaView& view);
// Moves the selected lines by steps of the document's indentation.
void shiftLines(ScintillaView& view, int steps);

}  // namespace typing

}  // namespace vmscope::ui
