#include <gtest/gtest.h>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::Json;
using test::MemoryClient;
using StartAndEndTest = test::InspectorTest;

TEST_F(StartAndEndTest, waits_for_a_debugger_and_breaks_at_the_first_statement) {
  client.result("Debugger.enable");
  client.post("NodeRuntime.enable");
  client.on("NodeRuntime.waitingForDebugger", [&](const Json&) { client.post("Runtime.runIfWaitingForDebugger"); });
  target.waitForDebugger(Target::Start::WaitingToBreak);
  Json paused;
  client.on("Debugger.paused", [&](const Json& params) {
    paused = params;
    client.post("Debugger.resume");
  });
  runScript("// a comment\nglobalThis.first = 1;");
  EXPECT_EQ(paused["reason"], "Break on start");
  EXPECT_EQ(paused["callFrames"][0]["location"]["lineNumber"], 1);
}

TEST_F(StartAndEndTest, begins_when_any_client_says_so_and_not_when_one_leaves) {
  MemoryClient silent(target);
  auto leaving = std::make_unique<MemoryClient>(target);
  client.result("Runtime.enable");
  client.post("NodeRuntime.enable");
  client.on("NodeRuntime.waitingForDebugger", [&](const Json&) {
    leaving->leave();
    client.post("Runtime.evaluate", {{"expression", "console.log('one has left')"}});
  });
  bool isStillWaiting = false;
  client.on("Runtime.consoleAPICalled", [&](const Json&) {
    isStillWaiting = target.isWaitingForDebugger();
    client.post("Runtime.runIfWaitingForDebugger");
  });
  target.waitForDebugger(Target::Start::Waiting);
  EXPECT_TRUE(isStillWaiting);
}

TEST_F(StartAndEndTest, waits_for_clients_to_leave_when_the_program_has_ended) {
  MemoryClient told(target);
  told.result("NodeRuntime.notifyWhenWaitingForDisconnect", {{"enabled", true}});
  client.result("Runtime.enable");
  std::int64_t last = 0;
  told.on("NodeRuntime.waitingForDisconnect", [&](const Json&) {
    last = told.post("Runtime.evaluate", {{"expression", "6 * 7"}});
    told.leave();
  });
  client.on("Runtime.executionContextDestroyed", [&](const Json& params) {
    EXPECT_EQ(params["executionContextId"], 1);
    client.leave();
  });
  target.waitForDisconnect();
  EXPECT_TRUE(told.events("Runtime.executionContextDestroyed").empty());
  EXPECT_EQ(told.answerTo(last).result["result"]["value"], 42);
}

TEST_F(StartAndEndTest, goes_on_when_the_only_client_left_before_the_end) {
  client.leave();
  target.waitForDisconnect();
}

}  // namespace
}  // namespace vmscope
