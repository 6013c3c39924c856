#pragma once

namespace vmscope::ui {

inline bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Every byte of a character beyond ASCII counts as part of a name, which is right for all scripts and wrong only for
// exotic white space.
inline bool isNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c == '\\' ||
         static_cast<unsigned char>(c) >= 0x80;
}

inline bool isNamePart(char c) {
  return isNameStart(c) || isDigit(c);
}

inline bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

}  // namespace vmscope::ui
