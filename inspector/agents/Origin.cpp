#include "inspector/agents/Origin.h"

#include <algorithm>
#include <cctype>

namespace vmscope {
namespace {

bool isAlphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool isScheme(std::string_view text) {
  const auto allowed = [](char c) { return isAlphanumeric(c) || c == '+' || c == '-' || c == '.'; };
  return !text.empty() && std::isalpha(static_cast<unsigned char>(text[0])) != 0 &&
         std::all_of(text.begin(), text.end(), allowed);
}

bool isHost(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
    const auto inAddress = [](char c) {
      return std::isxdigit(static_cast<unsigned char>(c)) != 0 || c == ':' || c == '.';
    };
    return std::all_of(text.begin() + 1, text.end() - 1, inAddress);
  }
  // Bytes of UTF-8 beyond ASCII are letters of an international name.
  const auto allowed = [](char c) {
    return isAlphanumeric(c) || c == '-' || c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

bool isPort(std::string_view text) {
  const auto isDigit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), isDigit) &&
         std::stoi(std::string(text)) <= 65535;
}

}  // namespace

std::string originProblem(std::string_view origin) {
  if (origin.empty()) return {};
  const std::string quoted = "'" + std::string(origin) + "'";
  const size_t mark = origin.find("://");
  if (mark == std::string_view::npos || !isScheme(origin.substr(0, mark))) {
    return quoted + " does not begin with a scheme, as in https://example.org";
  }
  const std::string_view authority = origin.substr(mark + 3);
  if (authority.find_first_of("/?#") != std::string_view::npos)
    return quoted + " has a path; an origin ends with the host or port";
  const size_t bracket = authority.rfind(']');
  const size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos && !isPort(authority.substr(colon + 1)))
    return quoted + " has a port that is no number up to 65535";
  if (!isHost(authority.substr(0, colon))) return quoted + " has no host, or one with characters that no host has";
  return {};
}

}  // namespace vmscope
