#include <string_view>

#include "ui/editor/javascript/JavaScriptCharacters.h"
#include "ui/editor/javascript/JavaScriptWords.h"
#include "ui/editor/javascript/LineScan.h"

namespace vmscope::ui {

void LineScan::scanWord() {
  std::size_t end = at_;
  while (end < line_.size() && isNamePart(line_[end])) ++end;
  const std::string_view word = line_.substr(at_, end - at_);
  const bool isProperty = previous_ == '.';
  const bool isKey = nextVisible(end) == ':' && stacks_.top(stack_) == Bracket::Literal &&
                     (previous_ == '{' || previous_ == ',' || previous_ == '\0');
  const WordKind kind = isProperty || isKey ? WordKind::Name : wordKind(word);
  const std::size_t length = word.size();
  if (kind == WordKind::Keyword || kind == WordKind::ConditionKeyword) {
    if (word == "import" || word == "export") isImportOrExport_ = true;
    const bool forAwait = afterCondition_ && word == "await";
    takeOperand(TokenKind::Keyword, length);
    operandExpected_ = true;
    afterCondition_ = kind == WordKind::ConditionKeyword || forAwait;
    return;
  }
  if (kind == WordKind::Constant) return takeOperand(TokenKind::Constant, length);
  TokenKind token = kind == WordKind::Contextual ? contextualKind(word, end) : TokenKind::Identifier;
  const bool isKeyword = token == TokenKind::Keyword;
  if (token == TokenKind::Identifier && nextVisible(end) == '(') token = TokenKind::Function;
  const bool keepsCondition = afterCondition_ && isKeyword;
  takeOperand(token, length);
  operandExpected_ = isKeyword;
  afterCondition_ = keepsCondition;
}

TokenKind LineScan::contextualKind(std::string_view word, std::size_t end) const {
  const char next = nextVisible(end);
  const bool nameFollows = isNameStart(next) || next == '#' || next == '[' || next == '\'' || next == '"';
  const auto keywordIf = [](bool holds) { return holds ? TokenKind::Keyword : TokenKind::Identifier; };
  if (word == "as" || word == "from" || word == "defer")
    return keywordIf(isImportOrExport_ && previous_ != ',' && next != ',');
  if (word == "of") return keywordIf(!operandExpected_ && stacks_.top(stack_) == Bracket::Condition);
  if (word == "async") return keywordIf(isNameStart(next) || next == '(' || next == '*' || next == '#' || next == '[');
  if (word == "using") return keywordIf(isNameStart(next));
  const bool memberMayStart = previous_ == '\0' || previous_ == '{' || previous_ == '}' || previous_ == ';' ||
                              previous_ == ',' || isAfterKeyword();
  return keywordIf(memberMayStart && (nameFollows || (word == "static" && (next == '{' || next == '*'))));
}

void LineScan::scanPunctuator() {
  const char c = peek();
  const bool isStep = startsWith("++") || startsWith("--");
  if (startsWith("...")) {
    takeOperand(TokenKind::Operator, 3);
    previous_ = ',';
    operandExpected_ = true;
    return;
  }
  if (c == '`') {
    push(Bracket::Template);
    return take(TokenKind::TemplateMark, 1);
  }
  if (c == '{') return openBrace();
  if (c == '}') return closeBrace();
  if (c == ')') return closeParenthesis();
  if (c == '(') push(afterCondition_ ? Bracket::Condition : Bracket::Parenthesis);
  if (c == '[') push(Bracket::Square);
  if (c == ']' && stacks_.top(stack_) == Bracket::Square) pop();
  const bool expected = operandExpected_;
  const std::size_t length = isStep || startsWith("=>") ? 2 : 1;
  takeOperand(TokenKind::Operator, length);
  operandExpected_ = isStep ? expected : c != ']';
}

// An object literal stands where an operand is expected and nothing before it asks for statements.
void LineScan::openBrace() {
  const Bracket around = stacks_.top(stack_);
  const bool startsLine = previous_ == '\0';
  const bool inExpression = around == Bracket::Square || around == Bracket::Parenthesis || around == Bracket::Literal;
  const bool afterStatement = previous_ == ')' || previous_ == ';' || previous_ == '{' || previous_ == '}' ||
                              previous_ == '>' || !operandExpected_;
  const bool afterReturn = line_.substr(0, line_.find_last_not_of(" \t", at_ - 1) + 1).ends_with("return");
  const bool isBlock = startsLine ? !inExpression : afterStatement || (isAfterKeyword() && !afterReturn);
  push(isBlock ? Bracket::Block : Bracket::Literal);
  takeOperand(TokenKind::Operator, 1);
  operandExpected_ = true;
}

void LineScan::closeBrace() {
  const Bracket scope = stacks_.top(stack_);
  if (scope == Bracket::Substitution) {
    pop();
    return take(TokenKind::TemplateMark, 1);
  }
  if (scope == Bracket::Block || scope == Bracket::Literal) pop();
  takeOperand(TokenKind::Operator, 1);
  operandExpected_ = scope != Bracket::Literal;
}

void LineScan::closeParenthesis() {
  const Bracket scope = stacks_.top(stack_);
  if (scope == Bracket::Parenthesis || scope == Bracket::Condition) pop();
  takeOperand(TokenKind::Operator, 1);
  operandExpected_ = scope == Bracket::Condition;
}

}  // namespace vmscope::ui
