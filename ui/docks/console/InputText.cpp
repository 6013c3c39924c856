#include "ui/docks/console/InputText.h"

#include <algorithm>
#include <vector>

namespace vmscope::ui {
namespace {

// Walks over JavaScript just far enough to know what is open at the end.
class Scanner {
 public:
  explicit Scanner(const QString& text) : text_(text) {}

  void run() {
    while (at_ < text_.size()) step();
  }

  bool isInsideBrackets() const { return !open_.empty(); }
  bool isInsideTemplate() const {
    return inTemplate_ || std::find(open_.begin(), open_.end(), kTemplate) != open_.end();
  }
  bool isInsideComment() const { return unclosedComment_ || endsInLineComment_; }
  bool isUnclosed() const { return isInsideBrackets() || inTemplate_ || unclosedComment_; }
  bool isInsideString() const { return endsInString_; }
  QChar lastCode() const { return lastCode_; }
  QString lastWord() const { return lastWord_; }

 private:
  static constexpr char16_t kTemplate = u'`';

  QChar peek(int ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : QChar(); }

  void step() {
    if (inTemplate_) return stepInTemplate();
    const QChar c = peek();
    if (c == u'/' && peek(1) == u'/') return skipLineComment();
    if (c == u'/' && peek(1) == u'*') return skipComment();
    if (c == u'\'' || c == u'"') return skipString(c);
    if (c == u'/' && startsExpression()) return skipRegExp();
    if (c == u'`') return enterTemplate();
    if (c == u'(' || c == u'[' || c == u'{') open_.push_back(c.unicode());
    if (c == u')' || c == u']' || c == u'}') close(c);
    note(c);
    ++at_;
  }

  void note(QChar c) {
    if (c.isSpace()) {
      wordGoesOn_ = false;
      return;
    }
    const bool isWord = c.isLetterOrNumber() || c == u'_' || c == u'$';
    if (!isWord) {
      lastWord_.clear();
    } else if (wordGoesOn_) {
      lastWord_ += c;
    } else {
      lastWord_ = c;
    }
    wordGoesOn_ = isWord;
    lastCode_ = c;
  }

  bool startsExpression() const {
    if (lastCode_.isNull()) return true;
    static const QString words = QStringLiteral(" return typeof case in of delete void throw new await yield ");
    if (!lastWord_.isEmpty()) return words.contains(QLatin1Char(' ') + lastWord_ + QLatin1Char(' '));
    return lastCode_ != u')' && lastCode_ != u']' && lastCode_ != u'}' && lastCode_ != u'"' && lastCode_ != u'`';
  }

  void close(QChar) {
    if (open_.empty()) return;
    open_.pop_back();
    if (!open_.empty() && open_.back() == kTemplate) {
      open_.pop_back();
      inTemplate_ = true;
    }
  }

  void enterTemplate() {
    inTemplate_ = true;
    ++at_;
  }

  void stepInTemplate() {
    const QChar c = peek();
    if (c == u'\\') {
      at_ += 2;
    } else if (c == u'$' && peek(1) == u'{') {
      open_.push_back(kTemplate);
      open_.push_back(u'{');
      inTemplate_ = false;
      at_ += 2;
    } else {
      if (c == u'`') leaveTemplate();
      ++at_;
    }
  }

  void leaveTemplate() {
    inTemplate_ = false;
    lastWord_.clear();
    lastCode_ = u'`';
  }

  void skipLineComment() {
    const qsizetype end = text_.indexOf(u'\n', at_);
    endsInLineComment_ = end < 0;
    at_ = end < 0 ? text_.size() : end;
  }

  void skipComment() {
    const qsizetype end = text_.indexOf(QLatin1String("*/"), at_ + 2);
    unclosedComment_ = end < 0;
    at_ = end < 0 ? text_.size() : end + 2;
  }

  void skipString(QChar quote) {
    ++at_;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != u'\n') at_ += text_[at_] == u'\\' ? 2 : 1;
    endsInString_ = at_ >= text_.size();
    ++at_;
    lastWord_.clear();
    lastCode_ = u'"';
  }

  void skipRegExp() {
    bool inClass = false;
    ++at_;
    for (; at_ < text_.size() && text_[at_] != u'\n'; ++at_) {
      const QChar c = text_[at_];
      if (c == u'\\') {
        ++at_;
      } else if (c == u'[') {
        inClass = true;
      } else if (c == u']') {
        inClass = false;
      } else if (c == u'/' && !inClass) {
        break;
      }
    }
    ++at_;
    lastWord_ = QStringLiteral("x");
    lastCode_ = u'/';
    wordGoesOn_ = true;
  }

  const QString& text_;
  qsizetype at_ = 0;
  std::vector<char16_t> open_;
  QString lastWord_;
  QChar lastCode_;
  bool wordGoesOn_ = false;
  bool inTemplate_ = false;
  bool unclosedComment_ = false;
  bool endsInLineComment_ = false;
  bool endsInString_ = false;
};

bool isNamePart(QChar c) {
  return c.isLetterOrNumber() || c == u'_' || c == u'$' || c == u'#';
}

bool endsWithOperator(const QString& text, const Scanner& scanner) {
  const QChar c = scanner.lastCode();
  if (!QStringLiteral("+-*%=&|^?:<>.,").contains(c) || c.isNull()) return false;
  const QString trimmed = text.trimmed();
  return !trimmed.endsWith(QLatin1String("++")) && !trimmed.endsWith(QLatin1String("--"));
}

// Goes back over a.b[0].c, without calls; -1 when there is no such expression before `end`.
int startOfObject(const QString& text, int end) {
  int at = end;
  while (at > 0) {
    const QChar c = text[at - 1];
    if (isNamePart(c) || c == u'.' || (c == u'?' && at < end && text[at] == u'.')) {
      --at;
    } else if (c == u']') {
      const int opening = static_cast<int>(text.lastIndexOf(u'[', at - 1));
      if (opening < 0 || text.mid(opening, at - opening).contains(u'(')) return -1;
      at = opening;
    } else {
      break;
    }
  }
  const bool afterCall = at > 0 && (text[at - 1] == u')' || text[at - 1] == u'}');
  return afterCall || at == end || text[at] == u'.' ? -1 : at;
}

}  // namespace

bool isIncompleteInput(const QString& text) {
  Scanner scanner(text);
  scanner.run();
  return scanner.isUnclosed() || endsWithOperator(text, scanner);
}

std::optional<CompletionTarget> completionTarget(const QString& text, int cursor) {
  const QString before = text.left(cursor);
  Scanner scanner(before);
  scanner.run();
  if (scanner.isInsideString() || scanner.isInsideComment() || scanner.isInsideTemplate()) return std::nullopt;
  int start = cursor;
  while (start > 0 && isNamePart(before[start - 1])) --start;
  CompletionTarget target{{}, before.mid(start), start};
  if (!target.name.isEmpty() && target.name[0].isDigit()) return std::nullopt;
  if (start == 0 || before[start - 1] != u'.') return target;
  const int dot = start - 1;
  const int end = dot > 0 && before[dot - 1] == u'?' ? dot - 1 : dot;
  const int objectStart = startOfObject(before, end);
  if (objectStart < 0) return std::nullopt;
  target.object = before.mid(objectStart, end - objectStart);
  if (target.object[0].isDigit()) return std::nullopt;
  return target;
}

}  // namespace vmscope::ui
