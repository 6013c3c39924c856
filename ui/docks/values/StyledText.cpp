#include "ui/docks/values/StyledText.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace vmscope::ui {

QString readableUrl(const QString& url) {
  return QUrl::fromPercentEncoding(url.toUtf8());
}

QString lastNameOf(const QString& url) {
  const QString path = url.section(QLatin1Char('?'), 0, 0);
  const QString name = path.section(QLatin1Char('/'), -1);
  return readableUrl(name.isEmpty() ? path : name);
}

QString shortText(const SourcePlace& place) {
  return QStringLiteral("%1:%2").arg(lastNameOf(place.url)).arg(place.line + 1);
}

bool isSamePlace(const SourcePlace& a, const SourcePlace& b) {
  return a.line == b.line && a.column == b.column && a.url == b.url && a.scriptId == b.scriptId;
}

void StyledText::append(QStringView text, TextKind kind) {
  if (text.isEmpty()) return;
  const int start = static_cast<int>(text_.size());
  text_.append(text);
  if (kind == TextKind::Plain) return;
  const int length = static_cast<int>(text.size());
  if (!spans_.empty() && spans_.back().kind == kind && spans_.back().link < 0 && spans_.back().style < 0 &&
      spans_.back().start + spans_.back().length == start) {
    spans_.back().length += length;
    return;
  }
  spans_.push_back({start, length, kind});
}

void StyledText::append(const StyledText& other) {
  const int start = static_cast<int>(text_.size());
  const int firstLink = static_cast<int>(links_.size());
  const int firstStyle = static_cast<int>(styles_.size());
  text_.append(other.text_);
  for (TextSpan span : other.spans_) {
    span.start += start;
    if (span.link >= 0) span.link += firstLink;
    if (span.style >= 0) span.style += firstStyle;
    spans_.push_back(span);
  }
  links_.insert(links_.end(), other.links_.begin(), other.links_.end());
  styles_.insert(styles_.end(), other.styles_.begin(), other.styles_.end());
}

void StyledText::appendLink(QStringView text, const SourcePlace& place) {
  const int start = static_cast<int>(text_.size());
  text_.append(text);
  spans_.push_back({start, static_cast<int>(text.size()), TextKind::Link, static_cast<int>(links_.size())});
  links_.push_back(place);
}

void StyledText::setStyle(int start, const TextStyle& style) {
  const int end = static_cast<int>(text_.size());
  if (start >= end || style == TextStyle()) return;
  std::vector<TextSpan> styled = spansIn(start, end);
  while (!spans_.empty() && spans_.back().start >= start) spans_.pop_back();
  if (!spans_.empty()) spans_.back().length = std::min(spans_.back().length, start - spans_.back().start);
  for (TextSpan& span : styled) span.style = static_cast<int>(styles_.size());
  spans_.insert(spans_.end(), styled.begin(), styled.end());
  styles_.push_back(style);
}

void StyledText::truncate(int length) {
  if (text_.size() <= length) return;
  text_.truncate(length);
  while (!spans_.empty() && spans_.back().start >= length) spans_.pop_back();
  if (!spans_.empty()) spans_.back().length = std::min(spans_.back().length, length - spans_.back().start);
}

std::vector<TextSpan> StyledText::spansIn(int start, int end) const {
  std::vector<TextSpan> out;
  const auto firstAfter = [](int at, const TextSpan& span) { return at < span.start + span.length; };
  auto span = std::upper_bound(spans_.begin(), spans_.end(), start, firstAfter);
  for (int at = start; at < end;) {
    if (span == spans_.end() || span->start >= end) {
      out.push_back({at, end - at, TextKind::Plain});
      break;
    }
    if (at < span->start) out.push_back({at, span->start - at, TextKind::Plain});
    at = std::max(at, span->start);
    const int stop = std::min(end, span->start + span->length);
    out.push_back({at, stop - at, span->kind, span->link, span->style});
    at = stop;
    ++span;
  }
  return out;
}

namespace {

// "    at f (file:///app.js:3:9)" and "    at file:///app.js:3:9"
const QRegularExpression& framePlace() {
  static const QRegularExpression expression(
      QStringLiteral("^\\s+at (?:.*\\()?((?:\\S|(?<!\\() )+?):(\\d+):(\\d+)\\)?$"));
  return expression;
}

void appendStackLine(StyledText& out, const QString& line, TextKind kind) {
  const QRegularExpressionMatch match =
      line.startsWith(QLatin1String("    at ")) ? framePlace().match(line) : QRegularExpressionMatch();
  if (!match.hasMatch()) return out.append(line, kind);
  const SourcePlace place{match.captured(1), match.captured(2).toInt() - 1, match.captured(3).toInt() - 1, {}};
  const int start = static_cast<int>(match.capturedStart(1));
  const int end = static_cast<int>(match.capturedEnd(3));
  out.append(QStringView(line).left(start), kind);
  out.appendLink(QStringView(line).mid(start, end - start), place);
  out.append(QStringView(line).mid(end), kind);
}

}  // namespace

void appendStack(StyledText& out, const QString& stack, TextKind kind) {
  bool first = true;
  for (const QString& line : stack.split(QLatin1Char('\n'))) {
    if (!first) out.append(u"\n", kind);
    first = false;
    appendStackLine(out, line, kind);
  }
}

}  // namespace vmscope::ui
