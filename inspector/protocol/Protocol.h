#pragma once

#include <string_view>

namespace vmscope::protocol {

/// The protocol in CDP's own JSON format: V8's domains and ours, as /json/protocol serves it.
std::string_view description();

}  // namespace vmscope::protocol
