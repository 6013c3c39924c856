#include "inspector/transport/AccessRule.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cctype>

namespace vmscope {
namespace {

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char left, unsigned char right) { return std::tolower(left) == std::tolower(right); });
}

bool startsWithIgnoringCase(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equalsIgnoringCase(text.substr(0, start.size()), start);
}

bool isPort(std::string_view text) {
  const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
  if (text.empty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), isDigit)) return false;
  return std::stoi(std::string(text)) <= 65535;
}

// inet_pton is as strict as the rule wants: no octal, no hexadecimal, no short forms, no leading zeros.
bool isAddress(int family, std::string_view text) {
  unsigned char bytes[sizeof(in6_addr)];
  return inet_pton(family, std::string(text).c_str(), bytes) == 1;
}

struct HostAndPort {
  std::string_view host;
  std::optional<std::string_view> port;
};

// "[::1]:80" -> "[::1]" and "80": the colons of an address in brackets part nothing.
HostAndPort split(std::string_view authority) {
  const size_t bracket = authority.rfind(']');
  const size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon == std::string_view::npos) return {authority, std::nullopt};
  return {authority.substr(0, colon), authority.substr(colon + 1)};
}

}  // namespace

bool isTrustedHost(std::string_view authority) {
  if (authority.find('\0') != std::string_view::npos) return false;
  const auto [host, port] = split(authority);
  if (port && !isPort(*port)) return false;
  if (equalsIgnoringCase(host, "localhost")) return true;
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    return isAddress(AF_INET6, host.substr(1, host.size() - 2));
  }
  return isAddress(AF_INET, host);
}

bool isTrustedOrigin(std::string_view origin, const std::optional<std::string>& host) {
  if (origin.find_first_of(", ") != std::string_view::npos) return false;  // of two headers, or a list
  if (startsWithIgnoringCase(origin, "devtools://") || startsWithIgnoringCase(origin, "chrome-devtools://")) {
    return true;
  }
  return host && equalsIgnoringCase(origin, "http://" + *host);
}

bool isLoopbackAddress(std::string_view address) {
  return address == "::1" || (isAddress(AF_INET, address) && address.substr(0, 4) == "127.");
}

bool isIpAddress(std::string_view text) {
  return isAddress(AF_INET, text) || isAddress(AF_INET6, text);
}

std::string addressInUrl(std::string_view address) {
  const bool isV6 = address.find(':') != std::string_view::npos;
  return isV6 ? "[" + std::string(address) + "]" : std::string(address);
}

}  // namespace vmscope
