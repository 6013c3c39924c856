#pragma once

#include <string_view>

#include "ui/editor/javascript/JavaScriptScanner.h"

namespace vmscope::ui {

// One pass over one line. Lives on the stack of JavaScriptScanner::scan.
class LineScan {
 public:
  LineScan(ScopeStacks& stacks, std::string_view line, JavaScriptScanner::State state, TokenKind* kinds);

  JavaScriptScanner::Line run();

 private:
  // What a line may begin inside of, beyond open brackets.
  enum class Mode { StartOfFile, Code, BlockComment, DocComment, SingleQuoted, DoubleQuoted };

  bool atEnd() const { return at_ >= line_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < line_.size() ? line_[at_ + ahead] : '\0'; }
  bool startsWith(std::string_view text) const { return line_.substr(at_).starts_with(text); }
  char nextVisible(std::size_t from) const;
  bool isAfterKeyword() const;
  void take(TokenKind kind, std::size_t length);
  void takeOperand(TokenKind kind, std::size_t length);
  void push(Bracket scope);
  void pop();
  JavaScriptScanner::State pack() const;

  void scanToken();
  void scanHashbang();
  void scanBlockComment();
  void scanLineComment();
  void scanString(char quote);
  void scanTemplate();
  bool scanRegularExpression();
  void scanNumber();
  void scanWord();
  void scanPrivateName();
  void scanPunctuator();
  void openBrace();
  void closeBrace();
  void closeParenthesis();
  TokenKind contextualKind(std::string_view word, std::size_t end) const;

  ScopeStacks& stacks_;
  std::string_view line_;
  TokenKind* kinds_;
  std::size_t at_ = 0;
  Mode mode_;
  ScopeStacks::Stack stack_;
  bool operandExpected_;  // a slash begins a regular expression here, not a division
  char previous_ = '\0';  // the last character of the token before; at the start of the line none
  bool afterCondition_ = false;
  bool isImportOrExport_ = false;
  int lowestDepth_;
};

}  // namespace vmscope::ui
