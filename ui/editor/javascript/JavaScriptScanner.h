#pragma once

#include <string_view>

#include "ui/editor/javascript/ScopeStacks.h"

namespace vmscope::ui {

// What a piece of JavaScript is, for its colour. The values are style numbers of the editing widget.
enum class TokenKind : char {
  Plain,
  Identifier,
  Function,  // an identifier that is called or declared with parentheses
  Keyword,
  Constant,  // true, null, this, ...
  Number,
  String,
  Template,
  TemplateMark,  // ` ${ }
  RegularExpression,
  Comment,
  DocComment,
  DocTag,
  Operator,
  PrivateName,
  Hashbang,
};

// Splits JavaScript (ECMA-262, clause 12) into tokens, line by line, so that an edit costs only the lines it shows. The
// state between two lines is one integer. Where the lexical grammar depends on the parser (a slash, a brace) it
// decides by the tokens before. Not thread-safe; shared by all views of one document.
class JavaScriptScanner {
 public:
  using State = int;
  static constexpr State kStartOfFile = 0;

  // What a line does to the nesting, for folding.
  struct Line {
    State end = kStartOfFile;
    int lowestDepth = 0;
    int endDepth = 0;
  };

  // Writes the kind of each byte of `line` (with its line end) to `kinds`, which has as many bytes.
  Line scan(std::string_view line, State state, TokenKind* kinds);

 private:
  ScopeStacks stacks_;
};

}  // namespace vmscope::ui
