#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "inspector/transport/DiscoveryEndpoint.h"
#include "inspector/transport/Inbox.h"
#include "inspector/transport/Limits.h"

namespace vmscope {

/// Where to listen. Both loopback addresses by default.
struct ListenOptions {
  enum class RemoteAccess { Refused, Allowed };

  std::string host;        // an IP address, localhost, or empty for both loopback addresses
  std::uint16_t port = 0;  // 0 picks a free one
  RemoteAccess remoteAccess = RemoteAccess::Refused;
};

/// Serves the discovery endpoint and WebSocket clients on a thread of its own, which never waits for JavaScript. Its
/// methods belong to one thread, the isolate's; it owns the socket thread.
class WebSocketServer {
 public:
  WebSocketServer(DiscoveryEndpoint endpoint, Inbox& inbox, Limits limits = {});

  /// Closes every connection, then joins the socket thread.
  ~WebSocketServer();

  /// Starts to listen; empty, or why it cannot, in one line.
  std::string listen(const ListenOptions& options);

  /// host:port of the address that clients are told, such as 127.0.0.1:9229.
  std::string authority() const;
  const DiscoveryEndpoint& endpoint() const;

 private:
  class SocketThread;
  std::unique_ptr<SocketThread> thread_;
};

}  // namespace vmscope
