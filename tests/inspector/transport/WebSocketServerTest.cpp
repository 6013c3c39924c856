#include "inspector/transport/WebSocketServer.h"

#include <gtest/gtest.h>

#include "tests/inspector/support/SocketFixture.h"

namespace vmscope {
namespace {

using test::SocketClient;
using WebSocketServerTest = test::SocketTest;

TEST_F(WebSocketServerTest, answers_the_list_with_a_length_and_no_caching) {
  serve();
  const test::HttpReply reply = test::get(authority_, "/json/list");
  EXPECT_EQ(reply.status, 200);
  EXPECT_NE(reply.head.find("Content-Type: application/json; charset=UTF-8\r\n"), std::string::npos) << reply.head;
  EXPECT_NE(reply.head.find("Cache-Control: no-cache\r\n"), std::string::npos) << reply.head;
  EXPECT_NE(reply.head.find("Content-Length: "), std::string::npos) << reply.head;
  EXPECT_NE(reply.body.find("ws://" + authority_ + "/id"), std::string::npos) << reply.body;
}

TEST_F(WebSocketServerTest, answers_without_a_host_header) {
  serve();
  const test::HttpReply reply = test::get(authority_, "/json/list", "");
  EXPECT_EQ(reply.status, 200);
  EXPECT_NE(reply.body.find("ws://" + authority_ + "/id"), std::string::npos) << reply.body;
}

TEST_F(WebSocketServerTest, listens_on_both_loopback_addresses) {
  serve();
  const std::string port = authority_.substr(authority_.rfind(':'));
  SocketClient six("[::1]" + port);
  if (!six.isConnected()) GTEST_SKIP() << "this machine has no IPv6";
  EXPECT_EQ(test::get("[::1]" + port, "/json/version").status, 200);
}

TEST_F(WebSocketServerTest, hands_messages_both_ways) {
  serve();
  SocketClient client(authority_);
  ASSERT_EQ(client.upgrade("/id"), 101);
  const Arrival opened = next();
  EXPECT_EQ(opened.kind, Arrival::Kind::Opened);
  EXPECT_EQ(opened.via, Arrival::Via::WebSocket);

  const std::string long16(300, 'a'), long64(70000, 'b');
  for (const std::string& text : {std::string("grüße"), long16, long64}) {
    client.sendText(text);
    EXPECT_EQ(next().text, text);
    opened.channel->send(text);
    EXPECT_EQ(client.receive(), text);
  }
}

TEST_F(WebSocketServerTest, tells_when_a_client_leaves) {
  serve();
  {
    SocketClient client(authority_);
    ASSERT_EQ(client.upgrade("/id"), 101);
    EXPECT_EQ(next().kind, Arrival::Kind::Opened);
  }
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
}

TEST_F(WebSocketServerTest, does_the_closing_handshake) {
  serve();
  SocketClient client(authority_);
  ASSERT_EQ(client.upgrade("/id"), 101);
  next();
  client.sendFrame(8, std::string("\x03\xe8", 2));
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
  EXPECT_TRUE(client.isClosedByServer());
}

TEST_F(WebSocketServerTest, refuses_an_upgrade_by_host_origin_and_path) {
  serve();
  EXPECT_EQ(SocketClient(authority_).upgrade("/wrong"), 400);
  EXPECT_EQ(SocketClient(authority_).upgrade("/id", "Host: evil.com\r\n"), 400);
  EXPECT_EQ(SocketClient(authority_).upgrade("/id", "Host: 127.0.0.1\r\nHost: evil.com\r\n"), 400);
  EXPECT_EQ(SocketClient(authority_).upgrade("/id", "Origin: http://evil.com\r\n"), 403);
  EXPECT_EQ(SocketClient(authority_).upgrade("/id", "Origin: null\r\n"), 403);
  EXPECT_EQ(SocketClient(authority_).upgrade("/id", "Origin: devtools://devtools\r\n"), 101);
}

TEST_F(WebSocketServerTest, refuses_clients_past_the_limit_and_takes_the_next_when_one_left) {
  serve({.clients = 1});
  {
    SocketClient first(authority_);
    ASSERT_EQ(first.upgrade("/id"), 101);
    EXPECT_EQ(SocketClient(authority_).upgrade("/id"), 503);
    next();
  }
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
  EXPECT_EQ(SocketClient(authority_).upgrade("/id"), 101);
}

TEST_F(WebSocketServerTest, closes_sockets_past_the_limit) {
  serve({.sockets = 2});
  SocketClient one(authority_), two(authority_), three(authority_);
  EXPECT_TRUE(three.isClosedByServer());
  EXPECT_EQ(one.upgrade("/id"), 101);
}

TEST_F(WebSocketServerTest, closes_a_connection_that_does_not_say_what_it_wants) {
  serve({.handshakeMillis = 50});
  SocketClient silent(authority_), halfway(authority_);
  halfway.write("GET /json HTT");
  EXPECT_TRUE(silent.isClosedByServer());
  EXPECT_TRUE(halfway.isClosedByServer());
}

TEST_F(WebSocketServerTest, refuses_a_header_that_is_too_large) {
  serve();
  EXPECT_EQ(test::get(authority_, "/json", "X: " + std::string(100000, 'x') + "\r\n").status, 431);
}

TEST_F(WebSocketServerTest, closes_on_a_message_that_is_too_large) {
  serve({.inboundMessage = 1000});
  SocketClient client(authority_);
  ASSERT_EQ(client.upgrade("/id"), 101);
  next();
  client.sendText(std::string(1001, 'x'));
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
}

TEST_F(WebSocketServerTest, closes_a_client_that_leaves_too_much_unread_and_serves_the_others) {
  serve({.outboundQueue = 1 << 20});
  SocketClient deaf(authority_), other(authority_);
  ASSERT_EQ(deaf.upgrade("/id"), 101);
  const Arrival first = next();
  ASSERT_EQ(other.upgrade("/id"), 101);
  const Arrival second = next();

  const std::string large(1 << 19, 'x');
  for (int i = 0; i < 64; ++i) first.channel->send(large);  // kernel buffers hold a few megabytes
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
  second.channel->send("still here");
  EXPECT_EQ(other.receive(), "still here");
}

TEST_F(WebSocketServerTest, wants_text_not_binary) {
  serve();
  SocketClient client(authority_);
  ASSERT_EQ(client.upgrade("/id"), 101);
  next();
  client.sendFrame(2, "{}");
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
}

TEST_F(WebSocketServerTest, serves_100_lists_at_once) {
  serve();
  std::vector<std::unique_ptr<SocketClient>> clients;
  for (int i = 0; i < 100; ++i) clients.push_back(std::make_unique<SocketClient>(authority_));
  for (auto& client : clients) client->write("GET /json HTTP/1.1\r\nHost: localhost\r\n\r\n");
  for (auto& client : clients) EXPECT_EQ(client->readReply().status, 200);
}

TEST_F(WebSocketServerTest, serves_200_clients_at_once) {
  serve();
  std::vector<std::unique_ptr<SocketClient>> clients;
  std::map<ConnectionId, std::shared_ptr<Channel>> channels;
  for (int i = 0; i < 200; ++i) {
    clients.push_back(std::make_unique<SocketClient>(authority_));
    ASSERT_EQ(clients.back()->upgrade("/id"), 101) << i;
    const Arrival opened = next();
    channels[opened.connection] = opened.channel;
  }
  for (auto& client : clients) client->sendText("ping");
  for (size_t i = 0; i < clients.size(); ++i) channels[next().connection]->send("pong");
  for (auto& client : clients) EXPECT_EQ(client->receive(), "pong");
}

TEST_F(WebSocketServerTest, names_a_port_that_is_taken) {
  serve();
  const auto port = static_cast<std::uint16_t>(std::stoi(authority_.substr(authority_.rfind(':') + 1)));
  WebSocketServer second(DiscoveryEndpoint({"id", "", "", ""}), inbox_);
  const std::string problem = second.listen({.host = "127.0.0.1", .port = port});
  EXPECT_EQ(problem, "cannot listen on " + authority_ + ": Address already in use");
}

TEST_F(WebSocketServerTest, does_not_listen_for_other_machines_unless_told_so) {
  WebSocketServer server(DiscoveryEndpoint({"id", "", "", ""}), inbox_);
  EXPECT_NE(server.listen({.host = "0.0.0.0"}).find("other machines"), std::string::npos);
  EXPECT_NE(server.listen({.host = "somewhere"}).find("not an IP address"), std::string::npos);
}

TEST_F(WebSocketServerTest, closes_its_clients_when_it_ends) {
  serve();
  SocketClient client(authority_), silent(authority_);
  ASSERT_EQ(client.upgrade("/id"), 101);
  const Arrival opened = next();
  server_.reset();
  EXPECT_TRUE(client.isClosedByServer());
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
  opened.channel->send("to nobody");
}

}  // namespace
}  // namespace vmscope
