#pragma once

#include <cstddef>

namespace vmscope {

/// How much one client, or all of them, may ask of a transport. A client that goes past a limit is disconnected (or
/// not let in), so that it can neither exhaust the engine's memory nor keep the others waiting.
struct Limits {
  size_t clients = 256;                      // attached by WebSocket at once
  size_t sockets = 512;                      // open at once, with those that have not spoken yet
  size_t inboundMessage = 32 * 1024 * 1024;  // bytes of one message
  size_t inboundQueue = 64 * 1024 * 1024;    // bytes that arrived and wait for the isolate's thread, per client
  size_t outboundQueue = 256 * 1024 * 1024;  // bytes that a client has not read yet, per client
  int handshakeMillis = 5000;                // until a connection has sent its request
};

}  // namespace vmscope
