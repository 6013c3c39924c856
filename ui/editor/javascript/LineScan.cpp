#include "ui/editor/javascript/LineScan.h"

#include <algorithm>

#include "ui/editor/javascript/JavaScriptCharacters.h"

namespace vmscope::ui {

namespace {

std::size_t nameEnd(std::string_view line, std::size_t from) {
  while (from < line.size() && isNamePart(line[from])) ++from;
  return from;
}

}  // namespace

// The state is the stack of scopes, then three bits of mode, then whether an operand is expected.
LineScan::LineScan(ScopeStacks& stacks, std::string_view line, JavaScriptScanner::State state, TokenKind* kinds)
    : stacks_(stacks),
      line_(line),
      kinds_(kinds),
      mode_(static_cast<Mode>((state >> 1) & 7)),
      stack_(static_cast<ScopeStacks::Stack>(state) >> 4),
      operandExpected_((state & 1) == 0),
      lowestDepth_(stacks.depth(stack_)) {}

JavaScriptScanner::State LineScan::pack() const {
  return static_cast<JavaScriptScanner::State>((stack_ << 4) | (static_cast<unsigned>(mode_) << 1) |
                                               (operandExpected_ ? 0U : 1U));
}

JavaScriptScanner::Line LineScan::run() {
  const bool beganInComment = mode_ == Mode::BlockComment || mode_ == Mode::DocComment;
  if (mode_ == Mode::StartOfFile) scanHashbang();
  while (!atEnd()) scanToken();
  const bool endsInComment = mode_ == Mode::BlockComment || mode_ == Mode::DocComment;
  const int comment = beganInComment && endsInComment ? 1 : 0;
  return {pack(), lowestDepth_ + comment, stacks_.depth(stack_) + (endsInComment ? 1 : 0)};
}

void LineScan::scanToken() {
  if (mode_ == Mode::BlockComment || mode_ == Mode::DocComment) return scanBlockComment();
  if (mode_ == Mode::SingleQuoted) return scanString('\'');
  if (mode_ == Mode::DoubleQuoted) return scanString('"');
  if (stacks_.top(stack_) == Bracket::Template) return scanTemplate();
  const char c = peek();
  if (isBlank(c)) return take(TokenKind::Plain, 1);
  if (startsWith("//")) return scanLineComment();
  if (startsWith("/*")) return scanBlockComment();
  if (c == '"' || c == '\'') return scanString(c);
  if (c == '/' && operandExpected_ && scanRegularExpression()) return;
  if (isDigit(c) || (c == '.' && isDigit(peek(1)))) return scanNumber();
  if (isNameStart(c)) return scanWord();
  if (c == '#' && isNameStart(peek(1))) return scanPrivateName();
  scanPunctuator();
}

void LineScan::take(TokenKind kind, std::size_t length) {
  const std::size_t end = std::min(at_ + length, line_.size());
  std::fill(kinds_ + at_, kinds_ + end, kind);
  at_ = end;
}

void LineScan::takeOperand(TokenKind kind, std::size_t length) {
  take(kind, length);
  previous_ = line_[at_ - 1];
  operandExpected_ = false;
  afterCondition_ = false;
}

char LineScan::nextVisible(std::size_t from) const {
  while (from < line_.size() && isBlank(line_[from])) ++from;
  return from < line_.size() ? line_[from] : '\0';
}

bool LineScan::isAfterKeyword() const {
  const auto last = line_.substr(0, at_).find_last_not_of(" \t");
  return last != line_.npos && kinds_[last] == TokenKind::Keyword;
}

void LineScan::push(Bracket scope) {
  stack_ = stacks_.push(stack_, scope);
}

void LineScan::pop() {
  stack_ = stacks_.pop(stack_);
  lowestDepth_ = std::min(lowestDepth_, stacks_.depth(stack_));
}

void LineScan::scanHashbang() {
  mode_ = Mode::Code;
  if (startsWith("#!")) take(TokenKind::Hashbang, line_.size());
}

void LineScan::scanLineComment() {
  take(TokenKind::Comment, line_.size());
}

void LineScan::scanBlockComment() {
  std::size_t from = at_;
  if (mode_ != Mode::BlockComment && mode_ != Mode::DocComment) {
    mode_ = startsWith("/**") && !startsWith("/**/") ? Mode::DocComment : Mode::BlockComment;
    from = at_ + 2;
  }
  const TokenKind kind = mode_ == Mode::DocComment ? TokenKind::DocComment : TokenKind::Comment;
  const std::size_t close = line_.find("*/", from);
  const std::size_t end = close == line_.npos ? line_.size() : close + 2;
  while (kind == TokenKind::DocComment && at_ < end) {
    const std::size_t tag = line_.find('@', at_);
    if (tag >= end) break;
    take(kind, tag - at_);
    take(TokenKind::DocTag, nameEnd(line_, tag + 1) - tag);
  }
  take(kind, end - at_);
  if (close != line_.npos) mode_ = Mode::Code;
}

// A string goes on in the next line only behind a backslash (LineContinuation); unterminated it ends with its line.
void LineScan::scanString(char quote) {
  std::size_t end = mode_ == Mode::Code ? at_ + 1 : at_;
  mode_ = Mode::Code;
  while (end < line_.size() && line_[end] != quote && line_[end] != '\n' && line_[end] != '\r') {
    if (line_[end] != '\\') {
      ++end;
      continue;
    }
    ++end;
    if (end < line_.size() && line_[end] == '\r') ++end;
    if (end >= line_.size() || line_[end] == '\n') {
      mode_ = quote == '"' ? Mode::DoubleQuoted : Mode::SingleQuoted;
    }
    ++end;
  }
  if (end < line_.size() && line_[end] == quote) ++end;
  takeOperand(TokenKind::String, end - at_);
}

void LineScan::scanTemplate() {
  std::size_t end = at_;
  while (end < line_.size() && line_[end] != '`' && line_.compare(end, 2, "${") != 0) {
    end += line_[end] == '\\' ? 2 : 1;
  }
  take(TokenKind::Template, end - at_);
  if (atEnd()) return;
  if (peek() == '`') {
    pop();
    takeOperand(TokenKind::TemplateMark, 1);
  } else {
    push(Bracket::Substitution);
    take(TokenKind::TemplateMark, 2);
    previous_ = '{';
    operandExpected_ = true;
  }
}

bool LineScan::scanRegularExpression() {
  bool inClass = false;
  std::size_t end = at_ + 1;
  for (; end < line_.size(); ++end) {
    const char c = line_[end];
    if (c == '\n' || c == '\r') return false;
    if (c == '\\') {
      ++end;
    } else if (c == '[') {
      inClass = true;
    } else if (c == ']') {
      inClass = false;
    } else if (c == '/' && !inClass) {
      takeOperand(TokenKind::RegularExpression, nameEnd(line_, end + 1) - at_);
      return true;
    }
  }
  return false;
}

void LineScan::scanNumber() {
  std::size_t end = at_;
  const bool isDecimal = peek() != '0' || std::string_view("xXoObB").find(peek(1)) == std::string_view::npos;
  bool hasPoint = false;
  for (; end < line_.size(); ++end) {
    const char c = line_[end];
    const bool isSign = (c == '+' || c == '-') && isDecimal && end > at_ && (line_[end - 1] | 0x20) == 'e';
    const bool isPoint = c == '.' && isDecimal && !hasPoint;
    if (!isNamePart(c) && !isSign && !isPoint) break;
    hasPoint = hasPoint || isPoint;
  }
  takeOperand(TokenKind::Number, end - at_);
}

void LineScan::scanPrivateName() {
  takeOperand(TokenKind::PrivateName, nameEnd(line_, at_ + 1) - at_);
}

}  // namespace vmscope::ui
