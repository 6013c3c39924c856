#pragma once

#include <optional>
#include <string>

namespace vmscope {

/// The parts of an HTTP request that decide what is answered.
struct HttpRequest {
  std::string method;
  std::string path;
  std::optional<std::string> host;
  std::optional<std::string> origin;
  std::string socketAddress;  // host:port that the client connected to, for a request without Host
};

struct HttpResponse {
  bool operator==(const HttpResponse&) const = default;

  int status = 200;
  std::string contentType;
  std::string body;
};

/// How the one target of an engine is listed.
struct TargetDescription {
  std::string id;  // a random UUID, which is also the path of the WebSocket
  std::string title;
  std::string url;
  std::string version;
};

/// Answers /json, /json/list, /json/version and /json/protocol, and decides who may come in. Pure: it knows no socket
/// and any thread may ask it.
class DiscoveryEndpoint {
 public:
  explicit DiscoveryEndpoint(TargetDescription target) : target_(std::move(target)) {}

  const TargetDescription& target() const { return target_; }

  /// The answer to a request that does not ask for a WebSocket.
  HttpResponse answer(const HttpRequest& request) const;

  /// Why a request for a WebSocket is refused; absent when it may come in.
  std::optional<HttpResponse> refusal(const HttpRequest& request) const;

  std::string webSocketUrl(const std::string& authority) const;
  std::string devtoolsFrontendUrl(const std::string& authority) const;

 private:
  std::string list(const HttpRequest& request) const;
  std::string versionText() const;

  TargetDescription target_;
};

/// A random UUID of version 4.
std::string randomUuid();

}  // namespace vmscope
