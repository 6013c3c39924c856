#include <gtest/gtest.h>

#include <cstdlib>

#include "inspector/transport/WebSocketServer.h"
#include "tests/inspector/fuzz/Generator.h"
#include "tests/inspector/support/InspectorFixture.h"
#include "tests/inspector/support/SocketClient.h"

namespace vmscope {
namespace {

using protocol::Json;
using test::Generator;

// VMSCOPE_FUZZ_ROUNDS makes a long run of it: millions are fine. VMSCOPE_FUZZ_SEED repeats one.
int rounds(int usual) {
  const char* asked = std::getenv("VMSCOPE_FUZZ_ROUNDS");
  return asked == nullptr ? usual : std::atoi(asked);
}

std::uint32_t seed() {
  const char* asked = std::getenv("VMSCOPE_FUZZ_SEED");
  return asked == nullptr ? 20260101U : static_cast<std::uint32_t>(std::atoll(asked));
}

using ProtocolFuzz = test::InspectorTest;

TEST_F(ProtocolFuzz, survives_messages_that_nobody_should_send) {
  Generator generator(seed());
  constexpr int kBatch = 50;
  for (int done = 0; done < rounds(3000); done += kBatch) {
    test::MemoryClient fuzzer(target);
    fuzzer.on("Debugger.paused", [&](const Json&) { fuzzer.post("Debugger.resume"); });
    for (int i = 0; i < kBatch; ++i) fuzzer.postText(generator.message());
    if (generator.below(2) == 0) fuzzer.leave();
    EXPECT_EQ(evaluate("6 * 7"), 42) << "after " << done << " of seed " << seed();
  }
}

TEST(SocketFuzz, survives_requests_and_frames_that_nobody_should_send) {
  Generator generator(seed());
  Inbox inbox(1 << 20);
  WebSocketServer server(DiscoveryEndpoint({"id", "title", "url", "1"}), inbox, {.inboundMessage = 100000});
  ASSERT_EQ(server.listen({}), "");
  for (int done = 0; done < rounds(400); ++done) {
    test::SocketClient client(server.authority());
    if (generator.below(3) == 0) {
      client.write(generator.httpRequest(server.authority()));
    } else if (client.upgrade("/id") == 101) {
      for (size_t frames = generator.below(5); frames > 0; --frames) {
        const auto opcode = static_cast<unsigned char>(generator.below(16));
        generator.below(2) == 0 ? client.sendFrame(opcode, generator.bytes(300)) : client.write(generator.bytes(300));
      }
    }
    inbox.take();
    if (done % 50 == 0) {
      EXPECT_EQ(test::get(server.authority(), "/json/version").status, 200) << "after " << done;
    }
  }
  EXPECT_EQ(test::get(server.authority(), "/json/version").status, 200);
}

}  // namespace
}  // namespace vmscope
