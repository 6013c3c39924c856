#include "ui/docks/values/TextWidth.h"

#include <QChar>

namespace vmscope::ui {
namespace {

bool isWide(char32_t c) {
  if (c < 0x1100) return false;
  return c <= 0x115F || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

int columnsOf(char32_t c) {
  if (c < 0x300) return 1;
  const QChar::Category category = QChar::category(c);
  if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
    return 0;
  return isWide(c) ? 2 : 1;
}

struct Character {
  char32_t code;
  int length;
};

Character characterAt(QStringView text, qsizetype at) {
  const QChar first = text[at];
  if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
    return {QChar::surrogateToUcs4(first, text[at + 1]), 2};
  }
  return {first.unicode(), 1};
}

}  // namespace

int textColumns(QStringView text) {
  int columns = 0;
  for (qsizetype at = 0; at < text.size();) {
    const Character character = characterAt(text, at);
    columns += columnsOf(character.code);
    at += character.length;
  }
  return columns;
}

std::vector<int> lineStarts(QStringView text, int columns, int firstColumns) {
  std::vector<int> starts{0};
  int widest = firstColumns > 0 ? firstColumns : columns;
  int used = 0;
  int afterSpace = 0;  // where the word begins that is being read
  for (qsizetype at = 0; at < text.size();) {
    const Character character = characterAt(text, at);
    if (character.code == U'\n') {
      starts.push_back(static_cast<int>(at) + 1);
      used = 0;
      widest = columns;
    } else {
      const int width = character.code == U'\t' ? 4 : columnsOf(character.code);
      if (columns > 0 && used > 0 && used + width > widest) {
        const int here = static_cast<int>(at);
        starts.push_back(afterSpace > starts.back() ? afterSpace : here);
        used = textColumns(text.mid(starts.back(), here - starts.back()));
        widest = columns;
      }
      used += width;
      if (character.code == U' ') afterSpace = static_cast<int>(at) + 1;
    }
    at += character.length;
  }
  return starts;
}

}  // namespace vmscope::ui
