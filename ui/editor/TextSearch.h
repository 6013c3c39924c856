#pragma once

#include <QRegularExpression>
#include <QString>
#include <optional>
#include <vector>

#include "ui/editor/Editor.h"

namespace vmscope::ui {

// What a person looks for.
struct SearchPattern {
  enum class Syntax { Plain, RegularExpression };
  enum class Case { Ignored, Matters };
  enum class Extent { Anywhere, WholeWords };

  QString text;
  Syntax syntax = Syntax::Plain;
  Case letters = Case::Ignored;
  Extent extent = Extent::Anywhere;
};

// The matches of a pattern in a text, in their order. Plain values.
class TextSearch {
 public:
  explicit TextSearch(const SearchPattern& pattern);

  // Why the pattern is no regular expression, or empty.
  QString problem() const;
  bool isEmpty() const { return pattern_.text.isEmpty(); }

  // At most `limit` matches; empty matches are left out.
  std::vector<TextRange> matches(const QString& text, std::size_t limit = 10000) const;
  // What replaces the text of a match: in a regular expression $1 to $9, $<name>, $& and \n, \t mean what they do in
  // JavaScript.
  QString replacement(const QString& text, TextRange match, const QString& pattern) const;

 private:
  SearchPattern pattern_;
  QRegularExpression expression_;
};

// The first match that ends behind a place, round the end of the text; and the last that starts before it.
std::optional<std::size_t> matchAfter(const std::vector<TextRange>& matches, qsizetype place);
std::optional<std::size_t> matchBefore(const std::vector<TextRange>& matches, qsizetype place);

}  // namespace vmscope::ui
