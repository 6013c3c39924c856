#pragma once

#include <string>
#include <string_view>

namespace vmscope {

namespace protocol {
struct Request;
}

/// Whether V8 ends the process, rather than refuses, where a parameter of its method is wrong.
bool hasFatalParameters(std::string_view method);
/// What is wrong with such a parameter; empty where nothing is.
std::string fatalParameter(const protocol::Request& request);

}  // namespace vmscope
