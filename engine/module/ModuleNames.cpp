#include "engine/module/ModuleNames.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace vmscope {
namespace {

bool isFile(const ModuleNode& node) {
  return node.identifier.starts_with("file:///");
}

std::string commonFolder(const std::vector<ModuleNode>& nodes) {
  std::optional<std::string_view> shared;
  for (const ModuleNode& node : nodes) {
    if (!isFile(node)) continue;
    const std::string_view name = node.identifier;
    if (!shared) shared = name;
    const auto end = std::mismatch(shared->begin(), shared->end(), name.begin(), name.end()).first;
    shared = shared->substr(0, static_cast<std::size_t>(end - shared->begin()));
    shared = shared->substr(0, shared->rfind('/') + 1);
  }
  return std::string(shared.value_or(""));
}

int digitOf(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const auto found = kDigits.find(static_cast<char>(c | 0x20));
  return (c >= '0' && c <= '9') || found >= 10 ? static_cast<int>(found) : -1;
}

// Except control characters, which have no place in a table.
std::string withoutEscapes(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool isEscape =
        text[i] == '%' && i + 2 < text.size() && digitOf(text[i + 1]) >= 0 && digitOf(text[i + 2]) >= 0;
    const int byte = isEscape ? digitOf(text[i + 1]) * 16 + digitOf(text[i + 2]) : -1;
    if (byte < 0x20 || byte == 0x7F) {
      plain += text[i];
    } else {
      plain += static_cast<char>(byte);
      i += 2;
    }
  }
  return plain;
}

}  // namespace

ShortNames::ShortNames(const std::vector<ModuleNode>& nodes) : folder_(commonFolder(nodes)) {
  for (const ModuleNode& node : nodes)
    names_[node.id] = isFile(node) ? withoutEscapes(node.identifier.substr(folder_.size())) : node.identifier;
}

std::vector<ModuleNode> ShortNames::rename(std::vector<ModuleNode> nodes) const {
  for (ModuleNode& node : nodes) node.identifier = names_.at(node.id);
  return nodes;
}

std::string stateOf(const ModuleNode& node) {
  if (node.awaiting) return "awaiting";
  return node.isEvaluatingAsync ? "waiting" : nameOf(node.status);
}

}  // namespace vmscope
