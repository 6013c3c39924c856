#include "ui/editor/SourceTokens.h"

#include <cstring>

namespace vmscope::ui {

namespace {

bool isSilent(TokenKind kind) {
  return kind == TokenKind::Plain || kind == TokenKind::Comment || kind == TokenKind::DocComment ||
         kind == TokenKind::DocTag || kind == TokenKind::Hashbang;
}

}  // namespace

std::vector<SourceToken> tokensOf(const QByteArray& source) {
  JavaScriptScanner scanner;
  std::vector<SourceToken> tokens;
  std::vector<TokenKind> kinds;
  auto state = JavaScriptScanner::kStartOfFile;
  int depth = 0;
  int line = 0;
  for (qsizetype start = 0; start < source.size(); ++line) {
    const qsizetype newline = source.indexOf('\n', start);
    const qsizetype end = newline < 0 ? source.size() : newline + 1;
    kinds.assign(static_cast<std::size_t>(end - start), TokenKind::Plain);
    state = scanner.scan({source.constData() + start, kinds.size()}, state, kinds.data()).end;
    for (qsizetype at = start; at < end;) {
      const TokenKind kind = kinds[static_cast<std::size_t>(at - start)];
      qsizetype next = at + 1;
      while (kind != TokenKind::Operator && next < end && kinds[static_cast<std::size_t>(next - start)] == kind) ++next;
      const bool closes = kind == TokenKind::Operator && std::strchr(")]}", source[at]);
      const bool opens = kind == TokenKind::Operator && std::strchr("([{", source[at]);
      if (closes) --depth;
      if (!isSilent(kind)) tokens.push_back({kind, at, next - at, line, depth});
      if (opens) ++depth;
      at = next;
    }
    start = end;
  }
  return tokens;
}

}  // namespace vmscope::ui
