#pragma once

#include <optional>
#include <string>

namespace vmscope {

/// An import of a name that its module does not export, as V8's message tells.
struct MissingExport {
  std::string specifier;
  std::string name;

  /// Empty where `message` says something else.
  static std::optional<MissingExport> from(const std::string& message);

  /// Node's words for a name that a CommonJS module sets too late to be seen, and what to write instead of
  /// `importLine`.
  std::string adviceForCommonJs(const std::string& importLine) const;
};

}  // namespace vmscope
