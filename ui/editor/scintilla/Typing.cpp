#include "ui/editor/scintilla/Typing.h"

#include <algorithm>
#include <cstring>

#include "ui/editor/scintilla/ScintillaView.h"

namespace vmscope::ui::typing {

namespace {

using Sci = QsciScintillaBase;

struct Lines {
  long first;
  long last;
};

// The lines that a selection touches; one that ends at the start of a line does not touch that.
Lines selectedLines(const ScintillaView& view) {
  const long start = view.call(Sci::SCI_GETSELECTIONSTART);
  const long end = view.call(Sci::SCI_GETSELECTIONEND);
  const long first = view.lineOf(start);
  long last = view.lineOf(end);
  if (last > first && end == view.lineStart(last)) --last;
  return {first, last};
}

QByteArray lineText(const ScintillaView& view, long line) {
  return view.bytes(view.lineStart(line), view.lineEnd(line));
}

bool isBlankLine(const ScintillaView& view, long line) {
  return lineText(view, line).trimmed().isEmpty();
}

char lastCodeCharacter(const ScintillaView& view, long line) {
  for (long position = view.lineEnd(line) - 1; position >= view.lineStart(line); --position) {
    const char c = static_cast<char>(view.call(Sci::SCI_GETCHARAT, position));
    const auto kind = static_cast<TokenKind>(view.call(Sci::SCI_GETSTYLEAT, position));
    if (c == ' ' || c == '\t' || kind == TokenKind::Comment || kind == TokenKind::DocComment) continue;
    return kind == TokenKind::Operator ? c : '\0';
  }
  return '\0';
}

long indentationStep(const ScintillaView& view) {
  return view.call(Sci::SCI_GETTABWIDTH);
}

void indentNewLine(ScintillaView& view) {
  const long line = view.lineOf(view.call(Sci::SCI_GETCURRENTPOS));
  if (line == 0) return;
  view.call(Sci::SCI_COLOURISE, view.call(Sci::SCI_GETENDSTYLED), view.lineEnd(line));
  const char opener = lastCodeCharacter(view, line - 1);
  const bool opens = opener != '\0' && std::strchr("{([", opener);
  const long base = view.call(Sci::SCI_GETLINEINDENTATION, line - 1);
  const QByteArray rest = lineText(view, line).trimmed();
  const bool closes = !rest.isEmpty() && std::strchr("})]", rest[0]);
  if (opens && closes) {
    // The caret stood between the two brackets: the closing one gets a line of its own.
    const QByteArray lineEnd = view.call(Sci::SCI_GETEOLMODE) == Sci::SC_EOL_CRLF ? "\r\n" : "\n";
    view.replaceBytes({view.call(Sci::SCI_GETCURRENTPOS), 0, lineEnd});
    view.call(Sci::SCI_SETLINEINDENTATION, line + 1, base);
  }
  view.call(Sci::SCI_SETLINEINDENTATION, line, base + (opens ? indentationStep(view) : 0));
  view.call(Sci::SCI_GOTOPOS, view.call(Sci::SCI_GETLINEINDENTPOSITION, line));
}

void pullBackBracket(ScintillaView& view) {
  const long position = view.call(Sci::SCI_GETCURRENTPOS);
  const long line = view.lineOf(position);
  if (view.call(Sci::SCI_GETLINEINDENTPOSITION, line) != position - 1) return;
  view.call(Sci::SCI_COLOURISE, view.call(Sci::SCI_GETENDSTYLED), view.lineEnd(line));
  const long other = view.call(Sci::SCI_BRACEMATCH, position - 1);
  if (other < 0) return;
  view.call(Sci::SCI_SETLINEINDENTATION, line, view.call(Sci::SCI_GETLINEINDENTATION, view.lineOf(other)));
}

void insertComments(ScintillaView& view, Lines lines) {
  long column = -1;
  for (long line = lines.first; line <= lines.last; ++line) {
    if (isBlankLine(view, line)) continue;
    const long indentation = view.call(Sci::SCI_GETLINEINDENTATION, line);
    column = column < 0 ? indentation : std::min(column, indentation);
  }
  for (long line = lines.first; line <= lines.last; ++line) {
    if (isBlankLine(view, line) && lines.first != lines.last) continue;
    view.replaceBytes({view.call(Sci::SCI_FINDCOLUMN, line, std::max(0L, column)), 0, "// "});
  }
}

void removeComments(ScintillaView& view, Lines lines) {
  for (long line = lines.first; line <= lines.last; ++line) {
    const long start = view.call(Sci::SCI_GETLINEINDENTPOSITION, line);
    const QByteArray text = view.bytes(start, view.lineEnd(line));
    if (!text.startsWith("//")) continue;
    view.call(Sci::SCI_DELETERANGE, start, text.startsWith("// ") ? 3 : 2);
  }
}

}  // namespace

void followCharacter(ScintillaView& view, int character) {
  if (view.call(Sci::SCI_GETSELECTIONS) > 1) return;
  const bool isLineEnd = view.call(Sci::SCI_GETEOLMODE) == Sci::SC_EOL_CRLF ? character == '\r' : character == '\n';
  if (isLineEnd || character == '\n') {
    indentNewLine(view);
  } else if (character == '}' || character == ')' || character == ']') {
    pullBackBracket(view);
  }
}

void toggleComment(ScintillaView& view) {
  const Lines lines = selectedLines(view);
  bool hasCode = false;
  bool allCommented = true;
  for (long line = lines.first; line <= lines.last; ++line) {
    if (isBlankLine(view, line)) continue;
    hasCode = true;
    allCommented = allCommented && lineText(view, line).trimmed().startsWith("//");
  }
  view.call(Sci::SCI_BEGINUNDOACTION);
  if (hasCode && allCommented) {
    removeComments(view, lines);
  } else {
    insertComments(view, lines);
  }
  view.call(Sci::SCI_ENDUNDOACTION);
}

void shiftLines(ScintillaView& view, int steps) {
  const Lines lines = selectedLines(view);
  view.call(Sci::SCI_BEGINUNDOACTION);
  for (long line = lines.first; line <= lines.last; ++line) {
    if (isBlankLine(view, line)) continue;
    const long indentation = view.call(Sci::SCI_GETLINEINDENTATION, line);
    view.call(Sci::SCI_SETLINEINDENTATION, line, std::max(0L, indentation + steps * indentationStep(view)));
  }
  view.call(Sci::SCI_ENDUNDOACTION);
}

}  // namespace vmscope::ui::typing
