#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vmscope::ui {

// A place in a text; both count from 1, the column in bytes of UTF-8.
struct TextPosition {
  int line = 1;
  int column = 1;
};

// Something in a JSON text that its grammar forbids, or a key given twice.
struct JsonProblem {
  TextPosition position;
  std::string reason;
};

// A JSON text read into a value together with where each part of it stands, so that later checks can name a line.
struct LocatedJson {
  nlohmann::ordered_json value;                   // as far as the text could be read
  std::map<std::string, TextPosition> positions;  // by JSON pointer (RFC 6901)
  std::vector<JsonProblem> problems;

  TextPosition at(const nlohmann::json_pointer<std::string>& pointer) const;
};

// Reads a JSON text. Where the grammar breaks, `value` holds what came before.
LocatedJson parseLocated(std::string_view text);

}  // namespace vmscope::ui
