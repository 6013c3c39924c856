#pragma once

#include <QByteArray>
#include <vector>

#include "ui/editor/javascript/JavaScriptScanner.h"

namespace vmscope::ui {

// A piece of a source text; operators are single characters.
struct SourceToken {
  TokenKind kind = TokenKind::Plain;
  qsizetype start = 0;  // in bytes
  qsizetype length = 0;
  int line = 0;   // from 0
  int depth = 0;  // how many brackets are open before it
};

// The tokens of a source without white space and comments.
std::vector<SourceToken> tokensOf(const QByteArray& source);

}  // namespace vmscope::ui
