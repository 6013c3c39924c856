#pragma once

#include <cstdint>
#include <string>

namespace vmscope {

/// Numbers the connections of a process; never reused.
using ConnectionId = std::int64_t;

/// The way out to one client: whole messages of JSON text. A transport makes it and a session keeps it.
class Channel {
 public:
  virtual ~Channel() = default;

  /// Queues a message; never waits for the client. Isolate's thread. A client that leaves too much unread is
  /// disconnected by its transport, and what is sent after that is dropped.
  virtual void send(std::string text) = 0;

  /// Ends the connection after what was sent before. Isolate's thread.
  virtual void close() = 0;
};

}  // namespace vmscope
