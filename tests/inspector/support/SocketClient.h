#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vmscope::test {

struct HttpReply {
  int status = 0;
  std::string head;
  std::string body;
};

/// A client on a plain socket that says exactly the bytes a test wants. Every wait ends after ten seconds.
class SocketClient {
 public:
  /// Connects to "127.0.0.1:9229" or "[::1]:9229".
  explicit SocketClient(const std::string& authority);
  ~SocketClient();
  SocketClient(const SocketClient&) = delete;

  bool isConnected() const { return socket_ >= 0; }
  const std::string& authority() const { return authority_; }

  void write(std::string_view bytes);
  /// Says that nothing more will be said, and goes on listening.
  void endOutput();
  HttpReply readReply();

  /// Asks for a WebSocket; the headers are whole lines. The status of the reply.
  int upgrade(const std::string& path, const std::string& headers = {});

  void sendText(std::string_view text);
  void sendFrame(unsigned char opcode, std::string_view payload);
  /// The next text message; absent when the connection has ended or nothing came.
  std::optional<std::string> receive();
  /// Whether the server ends the connection, whatever it says before.
  bool isClosedByServer();

 private:
  bool fill();
  std::optional<std::string> takeFrame(unsigned char& opcode);

  std::string authority_;
  int socket_ = -1;
  std::string buffer_;
  size_t taken_ = 0;  // of the buffer's bytes
};

/// A masked frame, whole, as clients send them.
std::string clientFrame(unsigned char opcode, std::string_view payload);

/// One GET with a Host header of the authority, or with the headers given instead (whole lines).
HttpReply get(const std::string& authority, const std::string& path, std::optional<std::string> headers = {});

}  // namespace vmscope::test
