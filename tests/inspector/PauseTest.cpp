#include <gtest/gtest.h>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::Json;
using test::MemoryClient;
using PauseTest = test::InspectorTest;

TEST_F(PauseTest, tells_which_context_a_script_belongs_to) {
  const int context = createContext();
  client.result("Debugger.enable");
  runScript("1", context);
  const Json parsed = client.next("Debugger.scriptParsed");
  EXPECT_EQ(parsed["executionContextId"], context);
  EXPECT_EQ(parsed["url"], "lab.js");
}

TEST_F(PauseTest, binds_a_breakpoint_by_url_before_the_first_run) {
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

TEST_F(PauseTest, knows_a_script_named_by_its_path_by_its_file_url) {
  const std::string url = "file:///home/a%20b/%C3%A9.js";
  client.result("Debugger.enable");
  const Json set = client.result("Debugger.setBreakpointByUrl", {{"url", url}, {"lineNumber", 0}});
  Json paused;
  client.on("Debugger.paused", [&](const Json& params) {
    paused = params;
    client.post("Debugger.resume");
  });
  client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "f = 1"}, {"url", "/home/a b/\u00e9.js"}});
  EXPECT_EQ(client.next("Debugger.scriptParsed")["url"], url);
  EXPECT_EQ(paused["hitBreakpoints"][0], set["breakpointId"]);
}

TEST_F(PauseTest, pauses_for_all_sessions_and_resumes_by_any) {
  MemoryClient other(target);
  client.result("Debugger.enable");
  other.result("Debugger.enable");
  client.on("Debugger.paused", [&](const Json&) { other.post("Debugger.resume"); });
  runScript("debugger");
  EXPECT_EQ(other.events("Debugger.paused").size(), 1u);
  EXPECT_EQ(client.events("Debugger.resumed").size(), 1u);
}

TEST_F(PauseTest, stays_paused_when_one_client_leaves_and_resumes_when_the_last_does) {
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

TEST_F(PauseTest, survives_a_client_that_leaves_inside_its_own_paused_evaluation) {
  auto leaving = std::make_unique<MemoryClient>(target);
  leaving->result("Debugger.enable");
  leaving->on("Debugger.paused", [&](const Json&) { leaving->leave(); });
  leaving->post("Runtime.evaluate", {{"expression", "debugger; globalThis.wentOn = true"}});
  client.until([&] { return evaluate("globalThis.wentOn") == true; }, "the evaluation to go on");
}

TEST_F(PauseTest, reads_messages_behind_the_one_that_paused) {
  client.result("Debugger.enable");
  const auto evaluated = client.post("Runtime.evaluate", {{"expression", "debugger; 42"}});
  client.post("Debugger.resume");  // sent before the pause is known, as a pipelining client does
  EXPECT_EQ(client.answerTo(evaluated).result["result"]["value"], 42);
}

TEST_F(PauseTest, evaluates_while_paused_in_a_frame_and_in_another_context) {
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

TEST_F(PauseTest, pauses_a_busy_loop) {
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

TEST_F(PauseTest, shows_the_async_parents_of_a_job) {
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

// The engine runs code of its own, where nobody could see that it stopped.
TEST_F(PauseTest, keeps_the_wish_to_pause_for_code_of_the_program) {
  const Json module = {{"source", "let a = 1;"}, {"isModule", true}};
  client.result("Debugger.enable");
  client.result("Debugger.pause");
  EXPECT_EQ(client.result("Vm.findStopLines", module)["lines"], Json({0}));
  EXPECT_TRUE(client.events("Debugger.paused").empty());
  client.on("Debugger.paused", [&](const Json&) { client.post("Debugger.resume"); });
  runScript("let b = 2;");
  EXPECT_EQ(client.next("Debugger.paused")["reason"], "other");
}

TEST_F(PauseTest, keeps_the_wish_to_pause_while_it_shows_an_object) {
  const Json context = client.result("Vm.createContext", {{"microtaskMode", "afterEvaluate"}})["context"];
  client.result("Microtasks.enable", {{"origins", "none"}});
  client.result("Microtasks.hold", {{"queueId", context["queueId"]}, {"held", true}});
  runScript("Promise.resolve({}).then(function shown() {})", context["executionContextId"]);
  const Json jobs =
      client.result("Microtasks.getJobs", {{"queueId", context["queueId"]}, {"from", 0}, {"count", 9}})["jobs"];
  client.result("Debugger.enable");
  client.result("Debugger.pause");
  client.result("Microtasks.getJobObjects", {{"jobId", jobs[0]["jobId"]}});
  EXPECT_TRUE(client.events("Debugger.paused").empty());
  client.on("Debugger.paused", [&](const Json&) { client.post("Debugger.resume"); });
  runScript("let b = 2;");
  EXPECT_EQ(client.events("Debugger.paused").size(), 1u);
}

// Messages that come together with one that runs code of the engine's own, which V8 may be interrupted in.
TEST_F(PauseTest, tells_of_a_pause_that_was_wished_for_while_the_engine_ran_code_of_its_own) {
  client.post("Vm.findStopLines", {{"source", "main"}, {"isModule", true}});
  client.post("Debugger.enable");
  client.post("Debugger.pause");
  client.on("Debugger.paused", [&](const Json&) { client.post("Debugger.resume"); });
  EXPECT_EQ(evaluate("6 * 7"), 42);
  EXPECT_EQ(client.events("Debugger.paused").size(), 1u);
}

TEST_F(PauseTest, shows_the_async_parents_of_a_stepped_job) {
  client.result("Microtasks.hold", {{"queueId", 1}, {"held", true}});
  client.result("Debugger.enable");
  client.result("Debugger.setAsyncCallStackDepth", {{"maxDepth", 32}});
  runScript("function starts() { Promise.resolve().then(function job() { debugger; }); }\nstarts();");
  Json paused;
  client.on("Debugger.paused", [&](const Json& params) {
    paused = params;
    client.post("Debugger.resume");
  });
  client.result("Microtasks.step", {{"queueId", 1}});
  EXPECT_EQ(paused["callFrames"][0]["functionName"], "job");
  ASSERT_TRUE(paused.contains("asyncStackTrace")) << paused;
  EXPECT_EQ(paused["asyncStackTrace"]["description"], "Promise.then");
  EXPECT_EQ(paused["asyncStackTrace"]["callFrames"][0]["functionName"], "starts");
}

TEST_F(PauseTest, edits_a_script_that_is_there) {
  client.result("Debugger.enable");
  runScript("function answer() { return 41; }");
  const Json id = client.next("Debugger.scriptParsed")["scriptId"];
  const auto edit = [&](const char* source) {
    return client.result("Debugger.setScriptSource", {{"scriptId", id}, {"scriptSource", source}});
  };
  EXPECT_EQ(edit("function answer() { return 42; }")["status"], "Ok");
  EXPECT_EQ(evaluate("answer()"), 42);
  EXPECT_EQ(edit("function answer( {")["status"], "CompileError");
  EXPECT_EQ(evaluate("answer()"), 42);
}

TEST_F(PauseTest, removes_breakpoints_with_their_session) {
  auto other = std::make_unique<MemoryClient>(target);
  other->result("Debugger.enable");
  other->result("Debugger.setBreakpointByUrl", {{"url", "lab.js"}, {"lineNumber", 0}});
  other->leave();
  EXPECT_EQ(runScript("'not paused'")["result"]["value"], "not paused");
}

}  // namespace
}  // namespace vmscope
