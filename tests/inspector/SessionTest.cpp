#include "inspector/Session.h"

#include <gtest/gtest.h>

#include "engine/microtask/JobStepper.h"
#include "engine/microtask/Microtasks.h"
#include "inspector/InspectorClient.h"
#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::ErrorCode;
using protocol::Json;
using test::MemoryClient;

class SessionTest : public test::InspectorTest {
 protected:
  // What happens once when JavaScript begins to run.
  void whenRunning(std::function<void()> react) {
    client.result("Vm.enable");
    client.on("Vm.engineState", [this, react = std::move(react)](const Json& state) {
      if (state["activity"] == "running" && !std::exchange(hasRun_, true)) react();
    });
  }

  Json runScript(const std::string& source, int context = 1) {
    return client.result("Vm.runScript", {{"executionContextId", context}, {"source", source}, {"url", "lab.js"}});
  }

  static std::vector<std::string> consoleTexts(const MemoryClient& from) {
    std::vector<std::string> texts;
    for (const Json& event : from.events("Runtime.consoleAPICalled")) {
      texts.push_back(event["args"][0].contains("value") ? event["args"][0]["value"].dump() : "?");
    }
    return texts;
  }

 private:
  bool hasRun_ = false;
};

TEST_F(SessionTest, announces_contexts_so_that_devtools_shows_them) {
  createContext({{"name", "beta"}, {"origin", "https://beta.example"}});
  client.result("Runtime.enable");
  Json beta;
  for (const Json& event : client.events("Runtime.executionContextCreated")) {
    if (event["context"]["name"] == "beta") beta = event["context"];
  }
  EXPECT_EQ(beta["origin"], "https://beta.example");
  EXPECT_EQ(beta["auxData"]["isDefault"], true);
}

TEST_F(SessionTest, announces_the_end_of_a_context_with_the_same_id) {
  client.result("Runtime.enable");
  const int context = createContext();
  client.result("Vm.disposeContext", {{"executionContextId", context}});
  EXPECT_EQ(client.next("Runtime.executionContextDestroyed")["executionContextId"], context);
}

TEST_F(SessionTest, replays_the_last_thousand_console_lines_in_order_and_none_twice) {
  runScript("for (let i = 0; i < 1200; ++i) console.log(i)");
  client.result("Runtime.enable");
  runScript("console.log('last')");
  const auto texts = consoleTexts(client);
  ASSERT_EQ(texts.size(), 1001u);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(texts[i], std::to_string(200 + i));
  EXPECT_EQ(texts.back(), "\"last\"");
}

TEST_F(SessionTest, tells_each_session_of_each_console_line_once) {
  MemoryClient other(target);
  client.result("Runtime.enable");
  other.result("Runtime.enable");
  runScript("console.log('grüße', 1)");
  for (const MemoryClient* each : {&client, &other}) {
    ASSERT_EQ(each->events("Runtime.consoleAPICalled").size(), 1u);
    EXPECT_EQ(each->events("Runtime.consoleAPICalled")[0]["args"][0]["value"], "grüße");
  }
}

TEST_F(SessionTest, attributes_console_lines_to_the_context_that_wrote_them) {
  const int context = createContext();
  client.result("Runtime.enable");
  runScript("console.log('by beta')", context);
  EXPECT_EQ(client.next("Runtime.consoleAPICalled")["executionContextId"], context);
}

TEST_F(SessionTest, tells_which_context_a_script_belongs_to) {
  const int context = createContext();
  client.result("Debugger.enable");
  runScript("1", context);
  const Json parsed = client.next("Debugger.scriptParsed");
  EXPECT_EQ(parsed["executionContextId"], context);
  EXPECT_EQ(parsed["url"], "lab.js");
}

TEST_F(SessionTest, binds_a_breakpoint_by_url_before_the_first_run) {
  client.result("Debugger.enable");
  const Json set = client.result("Debugger.setBreakpointByUrl", {{"url", "lab.js"}, {"lineNumber", 1}});
  EXPECT_TRUE(set["locations"].empty());
  Json paused;
  client.on("Debugger.paused", [&](const Json& params) {
    paused = params;
    client.post("Debugger.resume");
  });
  runScript("let a = 1;\nlet b = 2;\n");
  EXPECT_EQ(paused["hitBreakpoints"][0], set["breakpointId"]);
  EXPECT_EQ(paused["callFrames"][0]["location"]["lineNumber"], 1);
}

TEST_F(SessionTest, pauses_for_all_sessions_and_resumes_by_any) {
  MemoryClient other(target);
  client.result("Debugger.enable");
  other.result("Debugger.enable");
  client.on("Debugger.paused", [&](const Json&) { other.post("Debugger.resume"); });
  runScript("debugger");
  EXPECT_EQ(other.events("Debugger.paused").size(), 1u);
  EXPECT_EQ(client.events("Debugger.resumed").size(), 1u);
}

TEST_F(SessionTest, stays_paused_when_one_client_leaves_and_resumes_when_the_last_does) {
  auto first = std::make_unique<MemoryClient>(target);
  auto second = std::make_unique<MemoryClient>(target);
  first->result("Debugger.enable");
  second->result("Debugger.enable");
  bool wasPausedAfterFirst = false;
  second->on("Debugger.paused", [&](const Json&) {
    first->leave();
    second->post("Runtime.evaluate", {{"expression", "1"}});
  });
  client.on("Vm.engineState", [&](const Json& state) {
    if (state["activity"] != "paused") return;
    wasPausedAfterFirst = true;
    second->leave();
  });
  client.result("Vm.enable");
  EXPECT_EQ(runScript("debugger; 'went on'")["result"]["value"], "went on");
  EXPECT_TRUE(wasPausedAfterFirst);
}

TEST_F(SessionTest, survives_a_client_that_leaves_inside_its_own_paused_evaluation) {
  auto leaving = std::make_unique<MemoryClient>(target);
  leaving->result("Debugger.enable");
  leaving->on("Debugger.paused", [&](const Json&) { leaving->leave(); });
  leaving->post("Runtime.evaluate", {{"expression", "debugger; globalThis.wentOn = true"}});
  client.until([&] { return evaluate("globalThis.wentOn") == true; }, "the evaluation to go on");
}

TEST_F(SessionTest, reads_messages_behind_the_one_that_paused) {
  client.result("Debugger.enable");
  const auto evaluated = client.post("Runtime.evaluate", {{"expression", "debugger; 42"}});
  client.post("Debugger.resume");  // sent before the pause is known, as a pipelining client does
  EXPECT_EQ(client.answerTo(evaluated).result["result"]["value"], 42);
}

TEST_F(SessionTest, evaluates_while_paused_in_a_frame_and_in_another_context) {
  const int context = createContext({{"contextObject", "{ there: 'beta' }"}});
  client.result("Debugger.enable");
  std::int64_t inFrame = 0, elsewhere = 0;
  client.on("Debugger.paused", [&](const Json& paused) {
    const Json frame = paused["callFrames"][0]["callFrameId"];
    inFrame = client.post("Debugger.evaluateOnCallFrame", {{"callFrameId", frame}, {"expression", "local + 1"}});
    elsewhere = client.post("Runtime.evaluate", {{"expression", "there"}, {"contextId", context}});
    client.post("Debugger.resume");
  });
  runScript("(function f() { const local = 41; debugger; })()");
  EXPECT_EQ(client.answerTo(inFrame).result["result"]["value"], 42);
  EXPECT_EQ(client.answerTo(elsewhere).result["result"]["value"], "beta");
}

TEST_F(SessionTest, pauses_a_busy_loop) {
  client.result("Debugger.enable");
  evaluate("globalThis.go = true");
  client.on("Debugger.paused", [&](const Json& paused) {
    const Json frame = paused["callFrames"][0]["callFrameId"];
    client.post("Debugger.evaluateOnCallFrame", {{"callFrameId", frame}, {"expression", "go = false"}});
    client.post("Debugger.resume");
  });
  whenRunning([this] { client.post("Debugger.pause"); });
  EXPECT_EQ(runScript("while (go); 'ended'")["result"]["value"], "ended");
}

TEST_F(SessionTest, terminates_a_busy_loop_by_runtime) {
  whenRunning([this] { client.post("Runtime.terminateExecution"); });
  EXPECT_EQ(runScript("for (;;);")["exceptionDetails"]["text"], "Execution was terminated");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, terminates_a_busy_loop_of_jobs) {
  whenRunning([this] { client.post("Vm.terminate"); });
  runScript("(function again() { Promise.resolve().then(again) })()");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, takes_a_heap_snapshot_inside_a_busy_loop) {
  std::int64_t snapshot = 0;
  whenRunning([&] {
    snapshot = client.post("HeapProfiler.takeHeapSnapshot");
    client.post("Vm.terminate");
  });
  runScript("for (;;);");
  EXPECT_FALSE(client.answerTo(snapshot).error);
  std::string text;
  for (const Json& chunk : client.events("HeapProfiler.addHeapSnapshotChunk")) text += chunk["chunk"];
  EXPECT_TRUE(Json::parse(text).contains("nodes"));
}

TEST_F(SessionTest, keeps_an_evaluation_waiting_while_other_code_runs) {
  std::int64_t evaluation = 0;
  whenRunning([&] {
    evaluation = client.post("Runtime.evaluate", {{"expression", "state"}});
    client.post("Runtime.getHeapUsage");
  });
  runScript("globalThis.state = 'begun'; for (let i = 0; i < 1e7; ++i); state = 'done';");
  EXPECT_EQ(client.answerTo(evaluation).result["result"]["value"], "done");
}

TEST_F(SessionTest, drains_the_jobs_of_an_evaluation) {
  client.result("Runtime.evaluate", {{"expression", "Promise.resolve().then(() => globalThis.done = 1)"}});
  EXPECT_EQ(evaluate("done"), 1);
}

TEST_F(SessionTest, drains_the_own_queue_of_a_context_when_an_evaluation_in_it_ends) {
  const int own = createContext({{"microtaskMode", "afterEvaluate"}});
  client.result("Runtime.evaluate",
                {{"expression", "Promise.resolve().then(() => globalThis.done = 1)"}, {"contextId", own}});
  EXPECT_EQ(evaluate("done", own), 1);
}

TEST_F(SessionTest, completes_an_awaited_evaluation_in_a_context_with_its_own_queue) {
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

TEST_F(SessionTest, lets_an_awaited_evaluation_wait_while_its_queue_is_held) {
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

TEST_F(SessionTest, evaluates_without_side_effects_while_async_stacks_are_on_and_queues_are_watched) {
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

TEST_F(SessionTest, shows_the_async_parents_of_a_job) {
  const int context = createContext({{"contextObject", "{ later: () => Promise.resolve() }"}});
  client.result("Debugger.enable");
  client.result("Debugger.setAsyncCallStackDepth", {{"maxDepth", 32}});
  Json paused;
  client.on("Debugger.paused", [&](const Json& params) {
    paused = params;
    client.post("Debugger.resume");
  });
  runScript("async function waits() { await later(); debugger; }\nfunction starts() { waits(); }\nstarts();", context);
  ASSERT_TRUE(paused.contains("asyncStackTrace")) << paused;
  const Json& parents = paused["asyncStackTrace"]["callFrames"];
  EXPECT_EQ(parents.back()["functionName"], "");
  EXPECT_EQ(parents[parents.size() - 2]["functionName"], "starts");
}

TEST_F(SessionTest, ends_an_evaluation_at_its_timeout) {
  const auto reply = client.call("Runtime.evaluate", {{"expression", "for (;;);"}, {"timeout", 10}});
  ASSERT_TRUE(reply.error);
  EXPECT_EQ(reply.error->code, ErrorCode::Refused);
  EXPECT_EQ(reply.error->message, "Execution was terminated");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, takes_what_devtools_sends_on_attach_without_waiting) {
  const char* const methods[] = {"Profiler.enable",
                                 "Runtime.enable",
                                 "Debugger.enable",
                                 "Network.enable",
                                 "Network.configureDurableMessages",
                                 "Network.setAttachDebugStack",
                                 "Runtime.getIsolateId",
                                 "Network.setBlockedURLs",
                                 "Network.emulateNetworkConditionsByRule",
                                 "Network.overrideNetworkState",
                                 "Runtime.runIfWaitingForDebugger"};
  std::map<std::string, std::int64_t> calls;
  for (const char* method : methods) calls[method] = client.post(method);
  calls["pauses"] = client.post("Debugger.setPauseOnExceptions", {{"state", "none"}});
  calls["depth"] = client.post("Debugger.setAsyncCallStackDepth", {{"maxDepth", 32}});
  calls["patterns"] = client.post("Debugger.setBlackboxPatterns", {{"patterns", Json::array()}});
  for (const auto& [name, id] : calls) {
    const auto reply = client.answerTo(id);
    if (name.starts_with("Network.")) {
      EXPECT_EQ(reply.error->code, ErrorCode::MethodNotFound) << name;
    } else {
      EXPECT_FALSE(reply.error) << name;
    }
  }
  EXPECT_TRUE(client.answerTo(calls["Runtime.getIsolateId"]).result.contains("id"));
}

TEST_F(SessionTest, answers_what_cannot_be_read_with_the_reason) {
  const auto lastText = [&](const std::string& text) {
    const size_t before = client.texts().size();
    client.postText(text);
    client.until([&] { return client.texts().size() > before; }, "an answer to " + text.substr(0, 50));
    return Json::parse(client.texts().back())["error"];
  };
  EXPECT_EQ(lastText("{")["code"], -32700);
  EXPECT_EQ(lastText("")["code"], -32700);
  EXPECT_EQ(lastText("[]")["code"], -32600);
  EXPECT_EQ(lastText("{\"id\":1,\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":\"\xff\"}}")["code"],
            -32700);
  EXPECT_EQ(lastText(R"({"method":"Vm.enable"})")["code"], -32600);
  EXPECT_EQ(lastText(R"({"id":901,"method":"Vm.enable","params":3})")["code"], -32600);
  EXPECT_EQ(lastText(R"({"id":902,"method":"Runtime.evaluate"})")["code"], -32602);
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, drops_a_group_of_objects_only_for_the_session_that_made_it) {
  MemoryClient other(target);
  const Json params = {{"expression", "({})"}, {"objectGroup", "console"}};
  const Json mine = client.result("Runtime.evaluate", params)["result"]["objectId"];
  const Json theirs = other.result("Runtime.evaluate", params)["result"]["objectId"];
  other.result("Runtime.releaseObjectGroup", {{"objectGroup", "console"}});
  EXPECT_FALSE(client.call("Runtime.getProperties", {{"objectId", mine}}).error);
  EXPECT_TRUE(other.call("Runtime.getProperties", {{"objectId", theirs}}).error);
}

TEST_F(SessionTest, removes_breakpoints_with_their_session) {
  auto other = std::make_unique<MemoryClient>(target);
  other->result("Debugger.enable");
  other->result("Debugger.setBreakpointByUrl", {{"url", "lab.js"}, {"lineNumber", 0}});
  other->leave();
  EXPECT_EQ(runScript("'not paused'")["result"]["value"], "not paused");
}

TEST_F(SessionTest, waits_for_a_debugger_and_breaks_at_the_first_statement) {
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

TEST_F(SessionTest, waits_for_clients_to_leave_when_the_program_has_ended) {
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

TEST_F(SessionTest, goes_on_when_the_only_client_left_before_the_end) {
  client.leave();
  target.waitForDisconnect();
}

}  // namespace
}  // namespace vmscope
