#include <QRegularExpression>

#include "ui/editor/Completion.h"

namespace vmscope::ui {

namespace {

bool isNamePart(QChar c) {
  return c.isLetterOrNumber() || c == u'_' || c == u'$' || c == u'#' || c.isSurrogate();
}

qsizetype nameStart(QStringView text, qsizetype end) {
  while (end > 0 && isNamePart(text[end - 1])) --end;
  return end;
}

// The start of `["x"]` or `[12]` that ends at `end`, or -1 for any other index: it might call something.
qsizetype simpleIndexStart(const QString& text, qsizetype end) {
  static const QRegularExpression index(QStringLiteral(R"(\[(?:\d+|'[^'\\]*'|"[^"\\]*")\]$)"));
  const auto match = index.match(text.first(end));
  return match.hasMatch() ? match.capturedStart() : -1;
}

// The start of the chain of names and simple indices that ends at `end`, or -1 when something else does.
qsizetype chainStart(const QString& text, qsizetype end) {
  qsizetype at = end;
  while (true) {
    if (at > 0 && text[at - 1] == u']') {
      at = simpleIndexStart(text, at);
      if (at <= 0) return -1;
      if (isNamePart(text[at - 1]) || text[at - 1] == u']') continue;
      return -1;
    }
    const qsizetype start = nameStart(text, at);
    if (start == at || text[start].isDigit()) return -1;
    at = start;
    if (at > 0 && text[at - 1] == u'.') {
      at -= at > 1 && text[at - 2] == u'?' ? 2 : 1;
      continue;
    }
    return at;
  }
}

CompletionQuery specifierQuery(const QString& before) {
  static const QRegularExpression specifier(QStringLiteral(R"((?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]*)$)"));
  const auto match = specifier.match(before);
  if (!match.hasMatch()) return {};
  return {CompletionQuery::Place::ModuleSpecifier, {}, match.captured(2)};
}

CompletionQuery importedNameQuery(const QString& before, const QString& after) {
  static const QRegularExpression opened(QStringLiteral(R"(\b(?:import|export)\b[^'";]*\{[^}]*?([\w$]*)$)"));
  static const QRegularExpression from(QStringLiteral(R"(^[^}]*\}\s*from\s*(['"])([^'"]+)\1)"));
  const auto opening = opened.match(before);
  const auto source = from.match(after);
  if (!opening.hasMatch() || !source.hasMatch()) return {};
  return {CompletionQuery::Place::ImportedName, source.captured(2), opening.captured(1)};
}

}  // namespace

CompletionQuery completionQuery(const QString& before, const QString& after) {
  using Place = CompletionQuery::Place;
  for (CompletionQuery query : {specifierQuery(before), importedNameQuery(before, after)}) {
    if (query.place != Place::Nowhere) return query;
  }
  const qsizetype start = nameStart(before, before.size());
  const QString prefix = before.mid(start);
  if (!prefix.isEmpty() && prefix[0].isDigit()) return {};
  const bool isMember = start > 0 && before[start - 1] == u'.';
  if (!isMember) return prefix.startsWith(u'#') ? CompletionQuery{} : CompletionQuery{Place::Name, {}, prefix};
  if (before.first(start).endsWith(QLatin1String("..."))) return {Place::Name, {}, prefix};
  const qsizetype end = start - (before.first(start).endsWith(QLatin1String("?.")) ? 2 : 1);
  const qsizetype chain = chainStart(before, end);
  if (chain < 0) return {};
  return {Place::Member, before.mid(chain, end - chain), prefix};
}

}  // namespace vmscope::ui
