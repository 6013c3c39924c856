#include "engine/runtime/inspect/Text.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <vector>

namespace vmscope::runtime {

namespace {

using Units = std::basic_string_view<std::uint16_t>;

std::vector<std::uint16_t> unitsOf(v8::Isolate* isolate, v8::Local<v8::String> text) {
  std::vector<std::uint16_t> units(static_cast<std::size_t>(text->Length()));
  text->WriteV2(isolate, 0, static_cast<std::uint32_t>(units.size()), units.data());
  return units;
}

void appendUtf8(std::string& text, std::uint32_t point) {
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += {static_cast<char>(0xC0 | (point >> 6)), static_cast<char>(0x80 | (point & 0x3F))};
  } else if (point < 0x10000) {
    text += {static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
             static_cast<char>(0x80 | (point & 0x3F))};
  } else {
    text += {static_cast<char>(0xF0 | (point >> 18)), static_cast<char>(0x80 | ((point >> 12) & 0x3F)),
             static_cast<char>(0x80 | ((point >> 6) & 0x3F)), static_cast<char>(0x80 | (point & 0x3F))};
  }
}

std::string hex(std::uint32_t number, int digits, const char* alphabet) {
  std::string text;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += alphabet[(number >> shift) & 0xF];
  return text;
}

std::string controlEscape(std::uint16_t unit) {
  switch (unit) {
    case '\b':
      return "\\b";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    default:
      return "\\x" + hex(unit, 2, "0123456789ABCDEF");
  }
}

bool isControl(std::uint16_t unit) {
  return unit < 32 || (unit > 126 && unit < 160);
}

std::string escapedUnits(Units text, char quote) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint16_t unit = text[at];
    const bool isLead = unit >= 0xD800 && unit <= 0xDBFF;
    const bool isPair = isLead && at + 1 < text.size() && text[at + 1] >= 0xDC00 && text[at + 1] <= 0xDFFF;
    if (isPair) {
      appendUtf8(result, 0x10000u + ((unit - 0xD800u) << 10) + (text[++at] - 0xDC00u));
    } else if (unit >= 0xD800 && unit <= 0xDFFF) {
      result += "\\u" + hex(unit, 4, "0123456789abcdef");
    } else if (isControl(unit)) {
      result += controlEscape(unit);
    } else {
      if (unit == '\\' || unit == quote) result += '\\';
      appendUtf8(result, unit);
    }
  }
  return result;
}

bool contains(Units text, char character) {
  return text.find(static_cast<std::uint16_t>(character)) != Units::npos;
}

bool containsSubstitution(Units text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at)
    if (text[at] == '$' && text[at + 1] == '{') return true;
  return false;
}

char quoteFor(Units text) {
  if (!contains(text, '\'')) return '\'';
  if (!contains(text, '"')) return '"';
  return !contains(text, '`') && !containsSubstitution(text) ? '`' : '\'';
}

std::uint32_t nextPoint(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t index) {
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0u;
  };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) return at += 1, lead;
  if (lead < 0xE0) return at += 2, ((lead & 0x1F) << 6) | (byte(at - 1) & 0x3F);
  if (lead < 0xF0) return at += 3, ((lead & 0x0F) << 12) | ((byte(at - 2) & 0x3F) << 6) | (byte(at - 1) & 0x3F);
  at += 4;
  return ((lead & 0x07) << 18) | ((byte(at - 3) & 0x3F) << 12) | ((byte(at - 2) & 0x3F) << 6) | (byte(at - 1) & 0x3F);
}

struct Range {
  std::uint32_t first, last;
};

template <std::size_t size>
bool isIn(const Range (&ranges)[size], std::uint32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](const Range& range) { return point >= range.first && point <= range.last; });
}

constexpr Range kNoWidth[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},       {0x300, 0x36F},     {0x483, 0x489},
    {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},     {0x200B, 0x200F},   {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF},
};
constexpr Range kTwoColumns[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
    {0x2614, 0x2615},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x2705, 0x2705},
    {0x270A, 0x270B},   {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2757, 0x2757},
    {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x3247},
    {0x3250, 0x4DBF},   {0x4E00, 0xA4C6},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1B000, 0x1B001},
    {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F251},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

}  // namespace

std::size_t utf16Length(std::string_view utf8) {
  std::size_t length = 0;
  for (const char character : utf8) {
    const auto byte = static_cast<unsigned char>(character);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

std::string withoutColors(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\x1B' || at + 1 >= text.size() || text[at + 1] != '[') {
      plain += text[at];
      continue;
    }
    at += 2;
    while (at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) == 0) ++at;
  }
  return plain;
}

std::size_t displayWidth(std::string_view utf8) {
  const std::string plain = withoutColors(utf8);
  std::size_t width = 0;
  for (std::size_t at = 0; at < plain.size();) {
    const std::uint32_t point = nextPoint(plain, at);
    if (!isIn(kNoWidth, point)) width += isIn(kTwoColumns, point) ? 2 : 1;
  }
  return width;
}

std::string replaceAll(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string quoted(v8::Isolate* isolate, v8::Local<v8::String> text) {
  const auto units = unitsOf(isolate, text);
  const Units view(units.data(), units.size());
  const char quote = quoteFor(view);
  return quote + escapedUnits(view, quote == '\'' ? '\'' : '\0') + quote;
}

std::string escaped(v8::Isolate* isolate, v8::Local<v8::String> text) {
  const auto units = unitsOf(isolate, text);
  return escapedUnits({units.data(), units.size()}, '\'');
}

bool isIdentifier(std::string_view name) {
  const auto isStart = [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && isStart(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return isStart(c) || (c >= '0' && c <= '9'); });
}

}  // namespace vmscope::runtime
