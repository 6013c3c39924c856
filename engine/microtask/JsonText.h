#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vmscope {

/// Writes JSON, one call for each name and value, so that the engine needs no JSON library. Commas come by themselves.
class JsonText {
 public:
  JsonText& beginObject();
  JsonText& endObject();
  JsonText& beginArray();
  JsonText& endArray();
  JsonText& name(std::string_view name);
  /// UTF-8; bytes that are none become U+FFFD.
  JsonText& value(std::string_view text);
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(std::int64_t number);
  JsonText& value(int number) { return value(std::int64_t{number}); }
  /// With three digits behind the point.
  JsonText& value(double number);
  JsonText& value(bool truth);
  template <class T>
  JsonText& field(std::string_view called, const T& content) {
    return name(called).value(content);
  }
  /// For readability of large texts: one element a line.
  JsonText& newLine();

  std::string take() { return std::move(text_); }

 private:
  void separate();

  std::string text_;
  bool needsComma_ = false;
};

}  // namespace vmscope
