#pragma once

#include <vector>

#include "ui/docks/console/ConsoleEntry.h"

namespace vmscope::ui {

// One line of the console's list: a stretch of an entry's text, or one property or frame below it.
struct ConsoleLine {
  ConsoleEntry* entry = nullptr;
  ValueNode* node = nullptr;  // null for the entry's own text
  int start = 0;              // of the stretch of the entry's text
  int end = 0;
  int depth = 0;  // levels of indentation inside the entry

  bool isFirst() const { return !node && start == 0; }
  bool isExpandable() const;
  bool isOpen() const;
};

// What a line shows; the spans are relative to the text, their links index `links`.
struct ConsoleLineText {
  QString text;
  std::vector<TextSpan> spans;
  std::vector<SourcePlace> links;
  std::vector<TextStyle> styles;
};

ConsoleLineText textOf(const ConsoleLine& line);

// The node whose children open below an entry: its only argument, or the list of all its arguments and frames.
ValueNode* detailsRoot(const ConsoleEntry& entry);

void appendTextLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry, int wrapColumns);
void appendDetailLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry);
void appendNodeLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry, ValueNode& node, int depth);
void appendLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry, int wrapColumns);

}  // namespace vmscope::ui
