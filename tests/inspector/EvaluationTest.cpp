#include <gtest/gtest.h>

#include <algorithm>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::ErrorCode;
using protocol::Json;
using EvaluationTest = test::InspectorTest;

TEST_F(EvaluationTest, keeps_an_evaluation_waiting_while_other_code_runs) {
  std::int64_t evaluation = 0;
  whenRunning([&] {
    evaluation = client.post("Runtime.evaluate", {{"expression", "state"}});
    client.post("Runtime.getHeapUsage");
  });
  runScript("globalThis.state = 'begun'; for (let i = 0; i < 1e7; ++i); state = 'done';");
  EXPECT_EQ(client.answerTo(evaluation).result["result"]["value"], "done");
}

TEST_F(EvaluationTest, drains_the_jobs_of_an_evaluation) {
  client.result("Runtime.evaluate", {{"expression", "Promise.resolve().then(() => globalThis.done = 1)"}});
  EXPECT_EQ(evaluate("done"), 1);
}

TEST_F(EvaluationTest, drains_the_own_queue_of_a_context_when_an_evaluation_in_it_ends) {
  const int own = createContext({{"microtaskMode", "afterEvaluate"}});
  client.result("Runtime.evaluate",
                {{"expression", "Promise.resolve().then(() => globalThis.done = 1)"}, {"contextId", own}});
  EXPECT_EQ(evaluate("done", own), 1);
}

TEST_F(EvaluationTest, completes_an_awaited_evaluation_in_a_context_with_its_own_queue) {
  const int own =
      createContext({{"microtaskMode", "afterEvaluate"}, {"contextObject", "{ outer: Promise.resolve(40) }"}});
  const Json awaited = client.result(
      "Runtime.evaluate",
      {{"expression", "(async () => await outer + await 2)()"}, {"awaitPromise", true}, {"contextId", own}});
  EXPECT_EQ(awaited["result"]["value"], 42);
  const Json repl = client.result(
      "Runtime.evaluate",
      {{"expression", "await 1; await 2"}, {"replMode", true}, {"awaitPromise", true}, {"contextId", own}});
  EXPECT_EQ(repl["result"]["value"], 2);
}

TEST_F(EvaluationTest, lets_an_awaited_evaluation_wait_while_its_queue_is_held) {
  const Json context = client.result("Vm.createContext", {{"microtaskMode", "afterEvaluate"}})["context"];
  client.result("Microtasks.hold", {{"queueId", context["queueId"]}, {"held", true}});
  const auto evaluation = client.post("Runtime.evaluate", {{"expression", "(async () => await 7)()"},
                                                           {"awaitPromise", true},
                                                           {"contextId", context["executionContextId"]}});
  client.result("Microtasks.getQueues");
  EXPECT_EQ(evaluate("1"), 1);
  client.result("Microtasks.hold", {{"queueId", context["queueId"]}, {"held", false}});
  EXPECT_EQ(client.answerTo(evaluation).result["result"]["value"], 7);
}

TEST_F(EvaluationTest, evaluates_without_side_effects_while_async_stacks_are_on_and_queues_are_watched) {
  const int context =
      createContext({{"contextObject", "{ plain: 5, get loud() { globalThis.shouted = 1; return 1 } }"}});
  client.result("Debugger.enable");
  client.result("Debugger.setAsyncCallStackDepth", {{"maxDepth", 32}});
  client.result("Microtasks.enable", {{"origins", "full"}});
  const auto pure = [&](const char* expression) {
    return client.result("Runtime.evaluate",
                         {{"expression", expression}, {"throwOnSideEffect", true}, {"contextId", context}});
  };
  EXPECT_EQ(pure("plain")["result"]["value"], 5);
  EXPECT_EQ(pure("plain + 1")["result"]["value"], 6);
  EXPECT_EQ(pure("[1, 2].map(x => x * 2).length")["result"]["value"], 2);
  EXPECT_EQ(pure("loud")["exceptionDetails"]["exception"]["className"], "EvalError");
  EXPECT_EQ(pure("plain = 6")["exceptionDetails"]["exception"]["className"], "EvalError");
  EXPECT_EQ(pure("plain")["result"]["value"], 5);
}

TEST_F(EvaluationTest, ends_an_evaluation_at_its_timeout) {
  const auto reply = client.call("Runtime.evaluate", {{"expression", "for (;;);"}, {"timeout", 10}});
  ASSERT_TRUE(reply.error);
  EXPECT_EQ(reply.error->code, ErrorCode::Refused);
  EXPECT_EQ(reply.error->message, "Execution was terminated");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

// What DevTools asks while somebody types: for names to complete, and for the value in advance.
TEST_F(EvaluationTest, completes_and_previews_without_side_effects_while_queues_are_watched) {
  const int context = createContext({{"contextObject", "{ list: [1, 2], get loud() { globalThis.shouted = 1; } }"}});
  client.result("Debugger.enable");
  client.result("Debugger.setAsyncCallStackDepth", {{"maxDepth", 32}});
  client.result("Microtasks.enable", {{"origins", "full"}});
  Json params = {
      {"expression", "list"}, {"contextId", context}, {"throwOnSideEffect", true}, {"generatePreview", true}};
  const Json list = client.result("Runtime.evaluate", params)["result"];
  EXPECT_EQ(list["preview"]["properties"][1]["value"], "2");
  params["expression"] = "globalThis";
  const Json global = client.result("Runtime.evaluate", params)["result"];
  EXPECT_EQ(global["type"], "object");
  const Json names = client.result("Runtime.callFunctionOn",
                                   {{"objectId", global["objectId"]},
                                    {"functionDeclaration", "function() { return Object.getOwnPropertyNames(this) }"},
                                    {"throwOnSideEffect", true},
                                    {"returnByValue", true}})["result"]["value"];
  EXPECT_NE(std::find(names.begin(), names.end(), "loud"), names.end());
  params["expression"] = "Promise.resolve(1).then(x => x)";
  EXPECT_TRUE(client.result("Runtime.evaluate", params).contains("result"));
  EXPECT_EQ(evaluate("typeof shouted"), "undefined");
}

}  // namespace
}  // namespace vmscope
