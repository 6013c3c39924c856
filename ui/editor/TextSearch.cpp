#include "ui/editor/TextSearch.h"

#include <algorithm>

namespace vmscope::ui {

namespace {

QRegularExpression compile(const SearchPattern& pattern) {
  const bool isPlain = pattern.syntax == SearchPattern::Syntax::Plain;
  QString source = isPlain ? QRegularExpression::escape(pattern.text) : pattern.text;
  if (pattern.extent == SearchPattern::Extent::WholeWords) {
    source = QStringLiteral("(?<![\\p{L}\\p{N}_$])(?:%1)(?![\\p{L}\\p{N}_$])").arg(source);
  }
  QRegularExpression::PatternOptions options =
      QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
  if (pattern.letters == SearchPattern::Case::Ignored) options |= QRegularExpression::CaseInsensitiveOption;
  return QRegularExpression(source, options);
}

// The value of one `$` or backslash sequence of a replacement, and how many characters it takes.
struct Reference {
  QString text;
  qsizetype length = 1;
};

Reference reference(QStringView rest, const QRegularExpressionMatch& match) {
  const QChar next = rest.size() > 1 ? rest[1] : QChar();
  if (rest[0] == u'\\') {
    if (next == u'n') return {QStringLiteral("\n"), 2};
    if (next == u't') return {QStringLiteral("\t"), 2};
    if (next == u'\\') return {QStringLiteral("\\"), 2};
    return {rest.first(1).toString(), 1};
  }
  if (next == u'$') return {QStringLiteral("$"), 2};
  if (next == u'&') return {match.captured(0), 2};
  if (next >= u'1' && next <= u'9') return {match.captured(next.digitValue()), 2};
  const qsizetype close = next == u'<' ? rest.indexOf(u'>') : -1;
  if (close > 2) return {match.captured(rest.sliced(2, close - 2).toString()), close + 1};
  return {rest.first(1).toString(), 1};
}

}  // namespace

TextSearch::TextSearch(const SearchPattern& pattern) : pattern_(pattern), expression_(compile(pattern)) {}

QString TextSearch::problem() const {
  return expression_.isValid() ? QString() : expression_.errorString();
}

std::vector<TextRange> TextSearch::matches(const QString& text, std::size_t limit) const {
  std::vector<TextRange> found;
  if (isEmpty() || !expression_.isValid()) return found;
  auto all = expression_.globalMatch(text);
  while (all.hasNext() && found.size() < limit) {
    const auto match = all.next();
    if (match.capturedLength() > 0) found.push_back({match.capturedStart(), match.capturedLength()});
  }
  return found;
}

QString TextSearch::replacement(const QString& text, TextRange match, const QString& pattern) const {
  if (pattern_.syntax == SearchPattern::Syntax::Plain) return pattern;
  const auto found = expression_.match(text, match.start);
  QString result;
  for (qsizetype at = 0; at < pattern.size();) {
    const QStringView rest = QStringView(pattern).sliced(at);
    const bool refers = rest[0] == u'$' || rest[0] == u'\\';
    const Reference next = refers ? reference(rest, found) : Reference{rest.first(1).toString(), 1};
    result += next.text;
    at += next.length;
  }
  return result;
}

std::optional<std::size_t> matchAfter(const std::vector<TextRange>& matches, qsizetype place) {
  if (matches.empty()) return std::nullopt;
  const auto next = std::find_if(matches.begin(), matches.end(), [&](TextRange each) { return each.start >= place; });
  return next == matches.end() ? 0 : static_cast<std::size_t>(next - matches.begin());
}

std::optional<std::size_t> matchBefore(const std::vector<TextRange>& matches, qsizetype place) {
  if (matches.empty()) return std::nullopt;
  const auto next = std::find_if(matches.begin(), matches.end(), [&](TextRange each) { return each.start >= place; });
  const std::size_t index = static_cast<std::size_t>(next - matches.begin());
  return index == 0 ? matches.size() - 1 : index - 1;
}

}  // namespace vmscope::ui
