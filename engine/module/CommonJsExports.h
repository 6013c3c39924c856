#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vmscope {

/// The names that the text of a CommonJS module assigns to `exports` or `module.exports`, or defines on them, without
/// running it: `exports.name =`, `module.exports = { name, other: 1 }`, `Object.defineProperty(exports, 'name'`.
/// Sorted, each once, without "default". What is inside of comments counts too; it is then an export without a value.
std::vector<std::string> assignedExports(std::string_view text);

}  // namespace vmscope
