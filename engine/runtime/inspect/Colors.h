#pragma once

#include <string>
#include <string_view>

namespace vmscope::runtime {

/// `text` in the colour that util.inspect gives a kind of value ("number", "special"); as it is for unknown kinds.
std::string colored(std::string_view text, std::string_view kind);

/// A number's text with its digits in groups of three: "1_234.567_8".
std::string separated(const std::string& number);

}  // namespace vmscope::runtime
