#include <gtest/gtest.h>

#include <map>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::Json;
using test::MemoryClient;
using NodeWorkerAgentTest = test::InspectorTest;

// Whether each context was announced as a default one, by its id.
std::map<int, bool> defaults(MemoryClient& client) {
  std::map<int, bool> seen;
  for (const Json& event : client.events("Runtime.executionContextCreated")) {
    seen[event["context"]["id"]] = event["context"]["auxData"]["isDefault"];
  }
  return seen;
}

TEST_F(NodeWorkerAgentTest, tells_a_client_made_for_node_that_only_the_main_context_is_a_default_one) {
  const int before = createContext();
  MemoryClient devtools(target);
  devtools.result("Runtime.enable");
  client.result("NodeWorker.enable", {{"waitForDebuggerOnStart", true}});
  client.result("Runtime.enable");
  const int after = createContext();
  EXPECT_EQ(defaults(client), (std::map<int, bool>{{1, true}, {before, false}, {after, false}}));
  EXPECT_EQ(defaults(devtools), (std::map<int, bool>{{1, true}, {before, true}, {after, true}}));
}

TEST_F(NodeWorkerAgentTest, tells_it_all_again_once_it_no_longer_asks) {
  client.result("NodeWorker.enable", {{"waitForDebuggerOnStart", false}});
  client.result("NodeWorker.disable");
  client.result("Runtime.enable");
  const int context = createContext();
  EXPECT_EQ(defaults(client), (std::map<int, bool>{{1, true}, {context, true}}));
}

}  // namespace
}  // namespace vmscope
