#pragma once

#include <string_view>
#include <vector>

namespace vmscope::ui {

// How an identifier name reads at its place; see JavaScriptWords.cpp for the lists.
enum class WordKind {
  Name,
  Keyword,
  Constant,
  ConditionKeyword,  // a parenthesis and then a statement follow: if, for, ...
  Contextual,        // a keyword only where the grammar says so: of, from, get, ...
};

WordKind wordKind(std::string_view word);

// The words that are keywords somewhere, sorted.
const std::vector<std::string_view>& keywords();

}  // namespace vmscope::ui
