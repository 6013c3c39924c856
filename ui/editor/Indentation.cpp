#include "ui/editor/Indentation.h"

#include <algorithm>

namespace vmscope::ui {

namespace {

constexpr int kLinesToJudge = 200;
constexpr int kTabWidth = 4;

int leadingBlanks(QByteArrayView line) {
  return static_cast<int>(std::find_if(line.begin(), line.end(), [](char c) { return c != ' '; }) - line.begin());
}

}  // namespace

Indentation Indentation::of(const QByteArray& text) {
  int smallest = 0;
  qsizetype start = 0;
  for (int line = 0; line < kLinesToJudge && start < text.size(); ++line) {
    qsizetype end = text.indexOf('\n', start);
    if (end < 0) end = text.size();
    const QByteArrayView content = QByteArrayView(text).sliced(start, end - start);
    if (content.startsWith('\t')) return {Character::Tab, kTabWidth};
    const int blanks = leadingBlanks(content);
    const bool isComment = blanks < content.size() && content[blanks] == '*';
    if (blanks >= 2 && blanks < content.size() && !isComment) smallest = smallest ? std::min(smallest, blanks) : blanks;
    start = end + 1;
  }
  return {Character::Blank, smallest == 0 || smallest > 8 ? 2 : smallest};
}

}  // namespace vmscope::ui
