#include <QSet>
#include <algorithm>
#include <tuple>

#include "ui/editor/Completion.h"
#include "ui/editor/javascript/JavaScriptScanner.h"
#include "ui/editor/javascript/JavaScriptWords.h"

namespace vmscope::ui {

namespace {

constexpr qsizetype kMostRead = 512 * 1024;

enum class Fit { Exact, Begins, BeginsIgnoringCase, Contains, None };

Fit fitOf(const QString& text, const QString& prefix) {
  if (text == prefix) return Fit::Exact;
  if (text.startsWith(prefix)) return Fit::Begins;
  if (text.startsWith(prefix, Qt::CaseInsensitive)) return Fit::BeginsIgnoringCase;
  qsizetype at = 0;
  for (const QChar c : prefix) {
    at = text.indexOf(c, at, Qt::CaseInsensitive);
    if (at++ < 0) return Fit::None;
  }
  return Fit::Contains;
}

struct Ranked {
  Fit fit;
  CompletionItem item;
};

// Names with underscores last: they are the less public ones.
auto rank(const Ranked& each) {
  return std::tuple(each.fit, each.item.inherited, each.item.text.startsWith(u'_'),
                    each.item.kind == CompletionItem::Kind::Keyword, each.item.text.toLower());
}

void addNames(const QByteArray& source, const std::vector<TokenKind>& kinds, QSet<QString>& names) {
  for (qsizetype at = 0; at < source.size();) {
    const TokenKind kind = kinds[static_cast<std::size_t>(at)];
    qsizetype end = at + 1;
    while (end < source.size() && kinds[static_cast<std::size_t>(end)] == kind) ++end;
    if (kind == TokenKind::Identifier || kind == TokenKind::Function)
      names << QString::fromUtf8(source.mid(at, end - at));
    at = end;
  }
}

// From the beginning of a line on, where there is one.
QByteArray partAround(const QByteArray& text, qsizetype offset) {
  if (text.size() <= kMostRead) return text;
  const qsizetype start = std::clamp<qsizetype>(offset - kMostRead / 2, 0, text.size() - kMostRead);
  const qsizetype lineEnd = start == 0 ? -1 : text.indexOf('\n', start);
  const qsizetype begin = start == 0 || lineEnd < 0 || lineEnd >= offset ? start : lineEnd + 1;
  return text.mid(begin, kMostRead);
}

}  // namespace

std::vector<CompletionItem> matchingItems(std::vector<CompletionItem> items, const QString& prefix, std::size_t limit) {
  std::vector<Ranked> ranked;
  QSet<QString> seen;
  for (CompletionItem& item : items) {
    const Fit fit = fitOf(item.text, prefix);
    if (fit == Fit::None || seen.contains(item.text)) continue;
    seen << item.text;
    ranked.push_back({fit, std::move(item)});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& one, const Ranked& other) { return rank(one) < rank(other); });
  std::vector<CompletionItem> matching;
  for (Ranked& each : ranked) {
    if (matching.size() == limit) break;
    matching.push_back(std::move(each.item));
  }
  return matching;
}

std::vector<CompletionItem> namesIn(const QByteArray& text, qsizetype around) {
  const QByteArray source = partAround(text, around);
  JavaScriptScanner scanner;
  std::vector<TokenKind> kinds(static_cast<std::size_t>(source.size()));
  auto state = JavaScriptScanner::kStartOfFile;
  for (qsizetype start = 0; start < source.size();) {
    qsizetype end = source.indexOf('\n', start) + 1;
    if (end == 0) end = source.size();
    state =
        scanner.scan({source.constData() + start, static_cast<std::size_t>(end - start)}, state, kinds.data() + start)
            .end;
    start = end;
  }
  QSet<QString> names;
  addNames(source, kinds, names);
  std::vector<CompletionItem> items;
  for (const QString& name : names) items.push_back({name, CompletionItem::Kind::Variable, {}});
  for (const std::string_view word : keywords()) {
    items.push_back(
        {QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())), CompletionItem::Kind::Keyword, {}});
  }
  return items;
}

}  // namespace vmscope::ui
