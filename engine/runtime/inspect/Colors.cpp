#include "engine/runtime/inspect/Colors.h"

#include <algorithm>
#include <iterator>

namespace vmscope::runtime {

namespace {

struct Style {
  std::string_view kind;
  std::string_view on;
  std::string_view off;
};

// util.inspect.styles with util.inspect.colors.
constexpr Style kStyles[] = {
    {"special", "\x1B[36m", "\x1B[39m"}, {"number", "\x1B[33m", "\x1B[39m"},    {"bigint", "\x1B[33m", "\x1B[39m"},
    {"boolean", "\x1B[33m", "\x1B[39m"}, {"undefined", "\x1B[90m", "\x1B[39m"}, {"null", "\x1B[1m", "\x1B[22m"},
    {"string", "\x1B[32m", "\x1B[39m"},  {"symbol", "\x1B[32m", "\x1B[39m"},    {"date", "\x1B[35m", "\x1B[39m"},
    {"regexp", "\x1B[31m", "\x1B[39m"},  {"module", "\x1B[4m", "\x1B[24m"},
};

}  // namespace

std::string colored(std::string_view text, std::string_view kind) {
  const auto style =
      std::find_if(std::begin(kStyles), std::end(kStyles), [&](const Style& each) { return each.kind == kind; });
  if (style == std::end(kStyles)) return std::string(text);
  return std::string(style->on) + std::string(text) + std::string(style->off);
}

}  // namespace vmscope::runtime
