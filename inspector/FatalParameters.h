#pragma once

#include <string>
#include <string_view>

namespace vmscope {

/// What is wrong with the parameters of a call to V8 that would end the process rather than be refused; empty for all
/// others.
std::string fatalParameter(std::string_view method, const std::string& text);

}  // namespace vmscope
