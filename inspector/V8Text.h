#pragma once

#include <v8-inspector.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vmscope {

/// UTF-8 of a text that V8's inspector hands out.
std::string toUtf8(const v8_inspector::StringView& text);

/// A text in a form that V8's inspector takes: as it is where it is ASCII, else as UTF-16. It may point into the
/// UTF-8 that it was made of and does not outlive that.
class V8Text {
 public:
  explicit V8Text(std::string_view utf8);

  /// False when the bytes were not UTF-8.
  bool isValid() const { return isValid_; }
  v8_inspector::StringView view() const;

 private:
  std::string_view ascii_;
  std::u16string wide_;
  bool isAscii_ = true;
  bool isValid_ = true;
};

}  // namespace vmscope
