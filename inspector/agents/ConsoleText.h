#pragma once

#include <string>

#include "inspector/protocol/Reader.h"

namespace vmscope {

/// What a person reads of a console line: its arguments (Runtime.RemoteObjects with previews, as
/// Runtime.consoleAPICalled tells them) on one line, format specifiers filled in, objects as short as V8's previews.
std::string consoleText(const protocol::Json& arguments);

}  // namespace vmscope
