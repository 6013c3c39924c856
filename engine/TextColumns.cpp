#include "engine/TextColumns.h"

#include <utility>

namespace vmscope {
namespace {

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// The character that begins at `at`, and its length.
std::pair<char32_t, std::size_t> characterAt(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const int lead = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t character = lead == 0 ? first : first & (0x3F >> lead);
  std::size_t length = 1;
  for (; length <= static_cast<std::size_t>(lead) && at + length < text.size() && continues(text[at + length]);
       ++length)
    character = character << 6 | (static_cast<unsigned char>(text[at + length]) & 0x3F);
  return {character, length};
}

// The wide and fullwidth ranges of Unicode's East_Asian_Width, joined where what lies between is rare.
std::size_t columnsOf(char32_t character) {
  constexpr std::pair<char32_t, char32_t> kWide[] = {
      {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xA960, 0xA97F},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
      {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
  for (const auto& [first, last] : kWide) {
    if (character >= first && character <= last) return 2;
  }
  return 1;
}

}  // namespace

std::size_t columnsOf(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [character, length] = characterAt(text, at);
    columns += columnsOf(character);
    at += length;
  }
  return columns;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t taken = columnsOf(text);
  if (taken < columns) text.append(columns - taken, ' ');
  return text;
}

std::string endOf(std::string_view text, std::size_t columns) {
  constexpr std::string_view kCut = "...";
  std::size_t taken = columnsOf(text);
  if (taken <= columns) return std::string(text);
  std::size_t at = 0;
  while (at < text.size() && taken + kCut.size() > columns) {
    const auto [character, length] = characterAt(text, at);
    taken -= columnsOf(character);
    at += length;
  }
  return std::string(kCut) + std::string(text.substr(at));
}

}  // namespace vmscope
