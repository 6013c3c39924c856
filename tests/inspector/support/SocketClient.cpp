#include "tests/inspector/support/SocketClient.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace vmscope::test {
namespace {

constexpr int kPatienceMillis = 10000;

int connectTo(const std::string& authority) {
  const size_t colon = authority.rfind(':');
  std::string host = authority.substr(0, colon);
  if (host.front() == '[') host = host.substr(1, host.size() - 2);
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), authority.substr(colon + 1).c_str(), &hints, &found) != 0) return -1;
  int connected = socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, 0);
  if (connect(connected, found->ai_addr, found->ai_addrlen) != 0) {
    close(connected);
    connected = -1;
  }
  freeaddrinfo(found);
  return connected;
}

}  // namespace

SocketClient::SocketClient(const std::string& authority) : authority_(authority), socket_(connectTo(authority)) {}

SocketClient::~SocketClient() {
  if (socket_ >= 0) close(socket_);
}

void SocketClient::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
}

void SocketClient::endOutput() {
  shutdown(socket_, SHUT_WR);
}

bool SocketClient::fill() {
  pollfd end{socket_, POLLIN, 0};
  if (poll(&end, 1, kPatienceMillis) <= 0) return false;
  char bytes[65536];
  const ssize_t count = recv(socket_, bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  buffer_.erase(0, std::exchange(taken_, 0));
  buffer_.append(bytes, static_cast<size_t>(count));
  return true;
}

HttpReply SocketClient::readReply() {
  size_t end = std::string::npos;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return {};
  }
  HttpReply reply{std::stoi(buffer_.substr(9, 3)), buffer_.substr(0, end + 2), {}};
  buffer_.erase(0, end + 4);
  size_t length = 0;
  if (const size_t at = reply.head.find("Content-Length: "); at != std::string::npos) {
    length = std::stoul(reply.head.substr(at + 16));
  }
  while (buffer_.size() < length && fill()) continue;
  reply.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return reply;
}

int SocketClient::upgrade(const std::string& path, const std::string& headers) {
  const std::string host = headers.find("Host:") == std::string::npos ? "Host: " + authority_ + "\r\n" : "";
  write("GET " + path + " HTTP/1.1\r\n" + host +
        "Upgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
        headers + "\r\n");
  return readReply().status;
}

void SocketClient::sendText(std::string_view text) {
  sendFrame(1, text);
}

void SocketClient::sendFrame(unsigned char opcode, std::string_view payload) {
  write(clientFrame(opcode, payload));
}

std::optional<std::string> SocketClient::takeFrame(unsigned char& opcode) {
  const std::string_view unread = std::string_view(buffer_).substr(taken_);
  const auto byte = [unread](size_t at) { return static_cast<unsigned char>(unread[at]); };
  if (unread.size() < 2) return std::nullopt;
  opcode = byte(0) & 15;
  size_t head = 2;
  std::uint64_t length = byte(1) & 127;
  if (length >= 126) {
    const size_t count = length == 126 ? 2 : 8;
    if (unread.size() < 2 + count) return std::nullopt;
    length = 0;
    for (size_t i = 0; i < count; ++i) length = length << 8 | byte(2 + i);
    head += count;
  }
  if (unread.size() < head + length) return std::nullopt;
  taken_ += head + length;
  return std::string(unread.substr(head, length));
}

std::optional<std::string> SocketClient::receive() {
  while (true) {
    unsigned char opcode = 0;
    auto payload = takeFrame(opcode);
    if (payload && opcode == 1) return payload;
    if (payload && opcode == 8) return std::nullopt;
    if (!payload && !fill()) return std::nullopt;
  }
}

bool SocketClient::isClosedByServer() {
  while (fill()) taken_ = buffer_.size();
  pollfd end{socket_, POLLIN, 0};
  return poll(&end, 1, 0) > 0;
}

std::string clientFrame(unsigned char opcode, std::string_view payload) {
  std::string frame(1, static_cast<char>(0x80 | opcode));
  const auto length = static_cast<std::uint64_t>(payload.size());
  const int lengthBytes = length < 126 ? 0 : length < 65536 ? 2 : 8;
  frame += static_cast<char>(0x80 | (lengthBytes == 0 ? length : lengthBytes == 2 ? 126 : 127));
  for (int i = lengthBytes - 1; i >= 0; --i) frame += static_cast<char>(length >> (8 * i));
  const char mask[] = {0x12, 0x34, 0x56, 0x78};
  frame.append(mask, 4);
  for (size_t i = 0; i < payload.size(); ++i) frame += static_cast<char>(payload[i] ^ mask[i % 4]);
  return frame;
}

HttpReply get(const std::string& authority, const std::string& path, std::optional<std::string> headers) {
  SocketClient client(authority);
  client.write("GET " + path + " HTTP/1.1\r\n" + headers.value_or("Host: " + authority + "\r\n") + "\r\n");
  return client.readReply();
}

}  // namespace vmscope::test
