#pragma once

#include <v8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vmscope::runtime {

/// Lengths as JavaScript counts them (UTF-16 code units), of UTF-8 text.
std::size_t utf16Length(std::string_view utf8);
/// Columns that `utf8` takes on a terminal, escape sequences for colours not counted.
std::size_t displayWidth(std::string_view utf8);
std::string withoutColors(std::string_view text);
std::string replaceAll(std::string text, std::string_view from, std::string_view to);

/// A string literal that reads back as `text`: in single quotes unless others need less escaping.
std::string quoted(v8::Isolate* isolate, v8::Local<v8::String> text);
/// As in `quoted`, but without quotes, for names of symbols.
std::string escaped(v8::Isolate* isolate, v8::Local<v8::String> text);
/// Whether a property's name is written without quotes.
bool isIdentifier(std::string_view name);

}  // namespace vmscope::runtime
