#include "inspector/V8Text.h"

#include <algorithm>
#include <cstdint>

namespace vmscope {
namespace {

constexpr char32_t kReplacement = 0xfffd;
constexpr char32_t kBroken = 0xffffffff;

bool isAsciiByte(unsigned char byte) {
  return byte < 0x80;
}

void append(std::string& text, char32_t point) {
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xc0 | point >> 6);
    text += static_cast<char>(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    text += static_cast<char>(0xe0 | point >> 12);
    text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (point & 0x3f));
  } else {
    text += static_cast<char>(0xf0 | point >> 18);
    text += static_cast<char>(0x80 | (point >> 12 & 0x3f));
    text += static_cast<char>(0x80 | (point >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (point & 0x3f));
  }
}

std::string fromLatin1(const uint8_t* bytes, size_t length) {
  if (std::all_of(bytes, bytes + length, isAsciiByte)) return {reinterpret_cast<const char*>(bytes), length};
  std::string text;
  for (size_t i = 0; i < length; ++i) append(text, bytes[i]);
  return text;
}

std::string fromUtf16(const uint16_t* units, size_t length) {
  std::string text;
  text.reserve(length);
  for (size_t i = 0; i < length; ++i) {
    char32_t point = units[i];
    const bool isHigh = (point & 0xfc00) == 0xd800;
    if (isHigh && i + 1 < length && (units[i + 1] & 0xfc00) == 0xdc00) {
      point = 0x10000 + ((point & 0x3ff) << 10 | (units[++i] & 0x3ff));
    } else if ((point & 0xf800) == 0xd800) {
      point = kReplacement;
    }
    append(text, point);
  }
  return text;
}

// The code point that starts at `at`, which moves behind it; kBroken where the bytes are no shortest form of one.
char32_t decode(std::string_view text, size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  if (first < 0xc2 || first > 0xf4 || at + more > text.size()) return kBroken;
  char32_t point = first & (0x3f >> more);
  for (int i = 0; i < more; ++i) {
    const auto next = static_cast<unsigned char>(text[at]);
    if ((next & 0xc0) != 0x80) return kBroken;
    point = point << 6 | (next & 0x3f);
    ++at;
  }
  const char32_t least[] = {0, 0x80, 0x800, 0x10000};
  const bool isSurrogate = point >= 0xd800 && point < 0xe000;
  return point < least[more] || isSurrogate || point > 0x10ffff ? kBroken : point;
}

}  // namespace

std::string toUtf8(const v8_inspector::StringView& text) {
  return text.is8Bit() ? fromLatin1(text.characters8(), text.length()) : fromUtf16(text.characters16(), text.length());
}

V8Text::V8Text(std::string_view utf8) : ascii_(utf8), isAscii_(std::all_of(utf8.begin(), utf8.end(), isAsciiByte)) {
  if (isAscii_) return;
  wide_.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    char32_t point = decode(utf8, at);
    isValid_ = isValid_ && point != kBroken;
    if (point == kBroken) point = kReplacement;
    if (point >= 0x10000) {
      wide_ += static_cast<char16_t>(0xd7c0 + (point >> 10));
      wide_ += static_cast<char16_t>(0xdc00 | (point & 0x3ff));
    } else {
      wide_ += static_cast<char16_t>(point);
    }
  }
}

v8_inspector::StringView V8Text::view() const {
  if (isAscii_) return {reinterpret_cast<const uint8_t*>(ascii_.data()), ascii_.size()};
  return {reinterpret_cast<const uint16_t*>(wide_.data()), wide_.size()};
}

}  // namespace vmscope
