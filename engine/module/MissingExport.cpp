#include "engine/module/MissingExport.h"

#include <regex>

namespace vmscope {

namespace {

// "{ kind, old as young }" of an import becomes "{ kind, old: young }"; empty where there are no braces on the line.
std::string asDestructuring(const std::string& importLine) {
  const auto open = importLine.find('{');
  const auto close = importLine.rfind('}');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  return std::regex_replace(importLine.substr(open, close - open + 1), std::regex("\\s+as\\s+"), ": ");
}

}  // namespace

std::optional<MissingExport> MissingExport::from(const std::string& message) {
  static constexpr std::string_view kStart = "The requested module '";
  static constexpr std::string_view kMiddle = "' does not provide an export named '";
  const auto middle = message.find(kMiddle);
  if (!message.starts_with(kStart) || middle == std::string::npos || !message.ends_with('\'')) return {};
  const auto name = middle + kMiddle.size();
  return MissingExport{message.substr(kStart.size(), middle - kStart.size()),
                       message.substr(name, message.size() - name - 1)};
}

std::string MissingExport::adviceForCommonJs(const std::string& importLine) const {
  const std::string destructuring = asDestructuring(importLine);
  std::string text = "Named export '" + name + "' not found. The requested module '" + specifier +
                     "' is a CommonJS module, which may not support all module.exports as named exports.\n"
                     "CommonJS modules can always be imported via the default export, for example using:\n\n"
                     "import pkg from '" +
                     specifier + "';\n";
  if (!destructuring.empty()) text += "const " + destructuring + " = pkg;\n";
  return text;
}

}  // namespace vmscope
