#pragma once

#include <string>
#include <string_view>

namespace vmscope {

/// Why a text is no origin that a context may have; empty when it is one: empty, or scheme://host[:port], which is what
/// DevTools can show.
std::string originProblem(std::string_view origin);

}  // namespace vmscope
