#pragma once

#include <string_view>

namespace vmscope::runtime {

enum class Stream { Output = 1, Error = 2 };  // their file descriptors

/// Writes all of `text` before it returns, as Node does to files, terminals and pipes. A closed pipe swallows it.
void writeStream(Stream stream, std::string_view text);

}  // namespace vmscope::runtime
