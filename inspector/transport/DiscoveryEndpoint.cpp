#include "inspector/transport/DiscoveryEndpoint.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <random>

#include "inspector/protocol/Protocol.h"
#include "inspector/transport/AccessRule.h"

namespace vmscope {
namespace {

using Json = nlohmann::ordered_json;

// A ring with a dot, given as data so that the list of targets needs nothing from elsewhere.
constexpr const char* kFavicon =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6' "
    "fill='none' stroke='%232f6fdb' stroke-width='2'/%3E%3Ccircle cx='8' cy='8' r='2' fill='%232f6fdb'/%3E%3C/svg%3E";

HttpResponse plain(int status, const char* text) {
  return {status, "text/html; charset=UTF-8", text};
}

HttpResponse json(std::string body) {
  return {200, "application/json; charset=UTF-8", std::move(body)};
}

// The rule is the same for a page that reads the list and for one that asks for a WebSocket.
std::optional<HttpResponse> accessRefusal(const HttpRequest& request) {
  if (request.host && !isTrustedHost(*request.host))
    return plain(400, "Host header is neither localhost nor an IP address");
  if (request.origin && !isTrustedOrigin(*request.origin, request.host)) return plain(403, "Origin is not allowed");
  return std::nullopt;
}

std::string canonicalPath(std::string path) {
  std::transform(path.begin(), path.end(), path.begin(), [](unsigned char c) { return std::tolower(c); });
  if (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

HttpResponse DiscoveryEndpoint::answer(const HttpRequest& request) const {
  if (auto refused = accessRefusal(request)) return *refused;
  const std::string path = canonicalPath(request.path);
  if (request.method == "GET") {
    if (path == "/json" || path == "/json/list") return json(list(request));
    if (path == "/json/version") return json(versionText());
    if (path == "/json/protocol") return json(std::string(protocol::description()));
  }
  return plain(400, "WebSockets request was expected");
}

std::optional<HttpResponse> DiscoveryEndpoint::refusal(const HttpRequest& request) const {
  if (auto refused = accessRefusal(request)) return refused;
  if (request.path != "/" + target_.id) return plain(400, "There is no target of this id");
  return std::nullopt;
}

std::string DiscoveryEndpoint::webSocketUrl(const std::string& authority) const {
  return "ws://" + authority + "/" + target_.id;
}

std::string DiscoveryEndpoint::devtoolsFrontendUrl(const std::string& authority) const {
  return "devtools://devtools/bundled/js_app.html?v8only=true&ws=" + authority + "/" + target_.id;
}

std::string DiscoveryEndpoint::list(const HttpRequest& request) const {
  const std::string authority = request.host.value_or(request.socketAddress);
  const Json target = {
      {"description", "vmscope engine"},
      {"devtoolsFrontendUrl", devtoolsFrontendUrl(authority)},
      {"devtoolsFrontendUrlCompat",
       "devtools://devtools/bundled/inspector.html?v8only=true&ws=" + authority + "/" + target_.id},
      {"faviconUrl", kFavicon},
      {"id", target_.id},
      {"title", target_.title},
      {"type", "node"},
      {"url", target_.url},
      {"webSocketDebuggerUrl", webSocketUrl(authority)},
  };
  return Json::array({target}).dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string DiscoveryEndpoint::versionText() const {
  return Json{{"Browser", "vmscope/" + target_.version}, {"Protocol-Version", "1.1"}}.dump(2);
}

std::string randomUuid() {
  std::random_device random;
  constexpr char digits[] = "0123456789abcdef";
  std::string uuid = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  for (char& c : uuid) {
    const unsigned int value = random();
    if (c == 'x') c = digits[value & 15];
    if (c == 'y') c = digits[8 + (value & 3)];
  }
  return uuid;
}

}  // namespace vmscope
