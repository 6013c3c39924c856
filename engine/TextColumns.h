#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vmscope {

/// How many columns UTF-8 text takes where characters stand in a grid: two for each East Asian wide one.
std::size_t columnsOf(std::string_view text);
/// With spaces behind, up to `columns`.
std::string padded(std::string text, std::size_t columns);
/// As it is, or its end behind "..." where it would take more than `columns`: the end of a path says more than its
/// beginning.
std::string endOf(std::string_view text, std::size_t columns);

}  // namespace vmscope
