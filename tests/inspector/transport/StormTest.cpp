#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <vector>

#include "tests/inspector/support/LongRuns.h"
#include "tests/inspector/support/SocketFixture.h"

namespace vmscope {
namespace {

using test::isLongStorm;
using test::SocketClient;
using Clock = std::chrono::steady_clock;

// Sanitizers keep what is freed for a while, and shadows of it.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMemoryTells = false;
#else
constexpr bool kMemoryTells = true;
#endif

double residentMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "VmRSS:") continue;
    double kilobytes = 0;
    status >> kilobytes;
    return kilobytes / 1024;
  }
  return 0;
}

class StormTest : public test::SocketTest {
 protected:
  // A client that is attached, and the engine's end of it.
  struct Attached {
    std::unique_ptr<SocketClient> client;
    std::shared_ptr<Channel> channel;
  };

  Attached attach() {
    Attached attached{std::make_unique<SocketClient>(authority_), nullptr};
    EXPECT_EQ(attached.client->upgrade("/id"), 101);
    attached.channel = next().channel;
    return attached;
  }

  static void expectServed(const Attached& attached, const std::string& text) {
    attached.channel->send(text);
    EXPECT_EQ(attached.client->receive(), text);
  }

  static void report(const std::string& figures) {
    if (isLongStorm()) std::printf("%s\n", figures.c_str());
  }
};

TEST_F(StormTest, takes_connects_in_a_row_and_keeps_nothing_of_them) {
  serve();
  const Attached good = attach();
  const int connects = isLongStorm() ? 10'000 : 1000;
  const auto begun = Clock::now();
  double before = 0;
  for (int i = 0; i < connects; ++i) {
    if (i == connects / 10) before = residentMegabytes();
    SocketClient client(authority_);
    if (i % 3 == 0) continue;  // says nothing
    client.write("GET /id HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n");
    if (i % 3 == 1) continue;  // leaves in the middle
    client.write(
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    ASSERT_EQ(client.readReply().status, 101) << i;
    inbox_.take();
  }
  const double grown = residentMegabytes() - before;
  report(std::to_string(connects) + " connects in " +
         std::to_string(std::chrono::duration<double>(Clock::now() - begun).count()) + " s, grown by " +
         std::to_string(grown) + " MB");
  if (kMemoryTells) {
    EXPECT_LT(grown, 32);
  }
  expectServed(good, "after the storm");
}

// What a client leaves unread is bounded by the limit, whatever is said to it; then it is not a client any more.
class DeafClient : public StormTest, public testing::WithParamInterface<size_t> {};

INSTANTIATE_TEST_SUITE_P(Limits, DeafClient, testing::Values(16 << 20, Limits{}.outboundQueue));

TEST_P(DeafClient, is_kept_no_more_for_than_the_limit) {
  const size_t limit = GetParam();
  serve({.outboundQueue = limit});
  const Attached deaf = attach();
  const Attached good = attach();
  const auto end = Clock::now() + (isLongStorm() ? std::chrono::seconds(60) : std::chrono::seconds(0));
  const double before = residentMegabytes();
  double most = 0;
  const std::string text(100'000, 'x');
  size_t said = 0;
  do {
    for (const size_t until = said + limit + limit / 2; said < until; said += text.size()) {
      deaf.channel->send(text);
      if (said % 8'000'000 != 0) continue;
      expectServed(good, "and I am served");
      most = std::max(most, residentMegabytes() - before);
    }
  } while (Clock::now() < end);
  report("said " + std::to_string(said / 1'000'000) + " MB to a client that never reads: grown by " +
         std::to_string(most) + " MB at most");
  if (kMemoryTells) {
    EXPECT_LT(most, 2.5 * static_cast<double>(limit) / (1 << 20) + 16);
  }
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
  expectServed(good, "still here");
}

TEST_F(StormTest, serves_a_slow_reader_all_that_it_was_told) {
  serve();
  const Attached slow = attach();
  const std::string text(50'000, 'y');
  constexpr int kTexts = 200;
  for (int i = 0; i < kTexts; ++i) slow.channel->send(std::to_string(i) + text);
  for (int i = 0; i < kTexts; ++i) {
    const auto heard = slow.client->receive();
    ASSERT_TRUE(heard) << i;
    EXPECT_TRUE(heard->starts_with(std::to_string(i) + "y")) << i;
  }
}

// It shut its way out, but may still hear: it is gone as far as the server is concerned, and no one waits for it.
TEST_F(StormTest, lets_go_of_half_open_sockets) {
  serve();
  const Attached half = attach();
  const Attached good = attach();
  half.client->endOutput();
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
  half.channel->send("to nobody");
  expectServed(good, "still here");
}

TEST_F(StormTest, hears_nothing_that_is_said_after_the_close) {
  serve();
  const Attached leaving = attach();
  const Attached good = attach();
  leaving.client->sendText("before");
  leaving.client->sendFrame(8, std::string("\x03\xe8", 2));
  leaving.client->sendText("after");
  EXPECT_EQ(next().text, "before");
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
  good.client->sendText("good");
  EXPECT_EQ(next().text, "good");
}

TEST_F(StormTest, keeps_a_client_that_is_silent) {
  serve({.handshakeMillis = 50});
  const Attached silent = attach();
  const Attached good = attach();
  const auto end = Clock::now() + (isLongStorm() ? std::chrono::milliseconds(60'000) : std::chrono::milliseconds(200));
  while (Clock::now() < end) expectServed(good, "tick");
  silent.client->sendText("I am still here");
  EXPECT_EQ(next().text, "I am still here");
}

}  // namespace
}  // namespace vmscope
