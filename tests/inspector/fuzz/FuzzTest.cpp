#include <gtest/gtest.h>

#include <memory>

#include "inspector/transport/WebSocketServer.h"
#include "tests/inspector/fuzz/Generator.h"
#include "tests/inspector/support/InspectorFixture.h"
#include "tests/inspector/support/LongRuns.h"
#include "tests/inspector/support/SocketClient.h"

namespace vmscope {
namespace {

using protocol::Json;
using test::Generator;
using test::MemoryClient;

// How many inputs an engine gets before a fresh one: contexts and breakpoints of hostile clients pile up in it.
constexpr int kInputsPerEngine = 1000;
constexpr int kInputsPerClient = 50;

// An engine that is handed inputs through one hostile client after the other, while a good one is attached.
class FuzzedEngine {
 public:
  FuzzedEngine() { isolate_.loop().keepAlive(); }

  void survive(Generator& generator, int inputs) {
    for (int done = 0; done < inputs; done += kInputsPerClient) {
      MemoryClient hostile(target_);
      hostile.on("Debugger.paused", [&](const Json&) { hostile.post("Debugger.resume"); });
      for (int i = 0; i < kInputsPerClient; ++i) hostile.postText(generator.message());
      if (generator.below(2) == 0) hostile.leave();
      const Json answer = good_.result("Runtime.evaluate", {{"expression", "6 * 7"}, {"contextId", 1}});
      ASSERT_EQ(answer["result"]["value"], 42) << "after " << done;
    }
  }

 private:
  Isolate isolate_{test::platform()};
  Target target_{isolate_, {}};
  MemoryClient good_{target_};
};

TEST(ProtocolFuzz, survives_messages_that_nobody_should_send) {
  Generator generator(test::fuzzSeed());
  const int inputs = test::fuzzInputs(3000);
  for (int done = 0; done < inputs && !testing::Test::HasFailure(); done += kInputsPerEngine) {
    SCOPED_TRACE("seed " + std::to_string(test::fuzzSeed()) + ", inputs from " + std::to_string(done));
    FuzzedEngine().survive(generator, std::min(kInputsPerEngine, inputs - done));
  }
}

class FuzzedServer {
 public:
  FuzzedServer() { EXPECT_EQ(server_.listen({}), ""); }

  void survive(Generator& generator) {
    test::SocketClient client(server_.authority());
    if (generator.below(3) == 0) {
      client.write(generator.httpRequest(server_.authority()));
    } else if (client.upgrade("/id") == 101) {
      for (size_t frames = generator.below(9); frames > 0; --frames) client.write(frame(generator));
    }
    inbox_.take();
  }

  bool answers() const { return test::get(server_.authority(), "/json/version").status == 200; }

 private:
  static std::string frame(Generator& generator) {
    const auto opcode = static_cast<unsigned char>(generator.below(16));
    return generator.below(2) == 0 ? test::clientFrame(opcode, generator.bytes(300)) : generator.bytes(300);
  }

  Inbox inbox_{1 << 20};
  WebSocketServer server_{DiscoveryEndpoint({"id", "title", "url", "1"}), inbox_, {.inboundMessage = 100000}};
};

// Each input is a connection with a request, most of them with some frames behind it.
TEST(SocketFuzz, survives_requests_and_frames_that_nobody_should_send) {
  Generator generator(test::fuzzSeed());
  FuzzedServer server;
  const int inputs = test::fuzzInputs(400);
  for (int done = 0; done < inputs; ++done) {
    server.survive(generator);
    if (done % 50 == 0) {
      ASSERT_TRUE(server.answers()) << "seed " << test::fuzzSeed() << ", after " << done;
    }
  }
  EXPECT_TRUE(server.answers());
}

}  // namespace
}  // namespace vmscope
