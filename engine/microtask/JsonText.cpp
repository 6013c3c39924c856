#include "engine/microtask/JsonText.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace vmscope {
namespace {

/// The length of the UTF-8 sequence at the start of `text`; 0 where there is none.
std::size_t sequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  if (byte(0) < 0x80) return 1;
  if (byte(0) >= 0xC2 && byte(0) < 0xE0) return follows(1) ? 2 : 0;
  if (byte(0) >= 0xE0 && byte(0) < 0xF0)
    return follows(1) && follows(2) && !(byte(0) == 0xE0 && byte(1) < 0xA0) ? 3 : 0;
  if (byte(0) >= 0xF0 && byte(0) < 0xF5) {
    return follows(1) && follows(2) && follows(3) && !(byte(0) == 0xF0 && byte(1) < 0x90) ? 4 : 0;
  }
  return 0;
}

void appendEscaped(std::string& out, char character) {
  switch (character) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    default:
      break;
  }
  if (static_cast<unsigned char>(character) >= 0x20) {
    out += character;
    return;
  }
  std::array<char, 8> escape{};
  std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(character));
  out += escape.data();
}

}  // namespace

void JsonText::separate() {
  if (needsComma_) text_ += ',';
  needsComma_ = true;
}

JsonText& JsonText::beginObject() {
  separate();
  text_ += '{';
  needsComma_ = false;
  return *this;
}

JsonText& JsonText::endObject() {
  text_ += '}';
  needsComma_ = true;
  return *this;
}

JsonText& JsonText::beginArray() {
  separate();
  text_ += '[';
  needsComma_ = false;
  return *this;
}

JsonText& JsonText::endArray() {
  text_ += ']';
  needsComma_ = true;
  return *this;
}

JsonText& JsonText::name(std::string_view name) {
  value(name);
  text_ += ':';
  needsComma_ = false;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  separate();
  text_ += '"';
  while (!text.empty()) {
    const std::size_t length = sequenceLength(text);
    if (length == 0) {
      text_ += "\xEF\xBF\xBD";
    } else if (length == 1) {
      appendEscaped(text_, text[0]);
    } else {
      text_.append(text.substr(0, length));
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  text_ += '"';
  return *this;
}

JsonText& JsonText::value(std::int64_t number) {
  separate();
  text_ += std::to_string(number);
  return *this;
}

JsonText& JsonText::value(double number) {
  separate();
  std::array<char, 64> digits{};
  std::snprintf(digits.data(), digits.size(), "%.3f", std::isfinite(number) ? number : 0.0);
  text_ += digits.data();
  return *this;
}

JsonText& JsonText::value(bool truth) {
  separate();
  text_ += truth ? "true" : "false";
  return *this;
}

JsonText& JsonText::newLine() {
  if (needsComma_) text_ += ',';
  needsComma_ = false;
  text_ += '\n';
  return *this;
}

}  // namespace vmscope
