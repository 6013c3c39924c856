#include "ui/docks/console/ConsoleLine.h"

#include "ui/docks/values/TextWidth.h"

namespace vmscope::ui {

bool ConsoleLine::isExpandable() const {
  if (node) return node->isExpandable();
  return start == 0 && entry->isExpandable();
}

bool ConsoleLine::isOpen() const {
  if (node) return node->open;
  return entry->opensGroup ? entry->groupIsOpen : entry->showsDetails;
}

ConsoleLineText textOf(const ConsoleLine& line) {
  if (line.node) {
    const StyledText whole = line.node->line();
    const QString text = whole.text().left(2000);
    return {text, whole.spansIn(0, static_cast<int>(text.size())), whole.links(), {}};
  }
  const StyledText& whole = line.entry->text;
  ConsoleLineText out{whole.text().mid(line.start, line.end - line.start), whole.spansIn(line.start, line.end),
                      whole.links(), whole.styles()};
  for (TextSpan& span : out.spans) span.start -= line.start;
  return out;
}

ValueNode* detailsRoot(const ConsoleEntry& entry) {
  if (!entry.details) return nullptr;
  const bool isSingle =
      entry.details->children.size() == 1 && entry.details->children.front()->kind == ValueNode::Kind::Argument;
  return isSingle ? entry.details->children.front().get() : entry.details.get();
}

// The place stands at the right of the first line and takes at most a third of it.
static int firstLineColumns(const ConsoleEntry& entry, int wrapColumns) {
  if (wrapColumns == 0 || entry.place.url.isEmpty()) return wrapColumns;
  constexpr int kGap = 2;
  const int place = std::min(textColumns(shortText(entry.place)), wrapColumns / 3);
  return std::max(1, wrapColumns - place - kGap);
}

void appendTextLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry, int wrapColumns) {
  const QString& text = entry.text.text();
  const std::vector<int> starts = lineStarts(text, wrapColumns, firstLineColumns(entry, wrapColumns));
  for (size_t i = 0; i < starts.size(); ++i) {
    int end = i + 1 < starts.size() ? starts[i + 1] : static_cast<int>(text.size());
    if (end > starts[i] && text[end - 1] == QLatin1Char('\n')) --end;
    out.push_back({&entry, nullptr, starts[i], end, 0});
  }
}

void appendNodeLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry, ValueNode& node, int depth) {
  for (const std::unique_ptr<ValueNode>& child : node.children) {
    out.push_back({&entry, child.get(), 0, 0, depth});
    if (child->open) appendNodeLines(out, entry, *child, depth + 1);
  }
}

void appendDetailLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry) {
  if (ValueNode* root = detailsRoot(entry)) appendNodeLines(out, entry, *root, 1);
}

void appendLines(std::vector<ConsoleLine>& out, ConsoleEntry& entry, int wrapColumns) {
  appendTextLines(out, entry, wrapColumns);
  if (entry.showsDetails) appendDetailLines(out, entry);
}

}  // namespace vmscope::ui
