#include "ui/window/ActionMatch.h"

namespace vmscope::ui {

namespace {

constexpr int kWordStart = 8;
constexpr int kAfterPrevious = 5;
constexpr int kLetter = 1;

bool startsWord(const QString& text, qsizetype index) {
  return index == 0 || !text.at(index - 1).isLetterOrNumber();
}

}  // namespace

std::optional<int> matchScore(const QString& pattern, const QString& text) {
  int score = 0;
  qsizetype from = 0;
  qsizetype previous = -2;
  for (const QChar letter : pattern) {
    if (letter.isSpace()) continue;
    const qsizetype found = text.indexOf(letter, from, Qt::CaseInsensitive);
    if (found < 0) return std::nullopt;
    score += startsWord(text, found) ? kWordStart : kLetter;
    if (found == previous + 1) score += kAfterPrevious;
    previous = found;
    from = found + 1;
  }
  return score;
}

}  // namespace vmscope::ui
