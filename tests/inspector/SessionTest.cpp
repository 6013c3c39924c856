#include "inspector/Session.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::ErrorCode;
using protocol::Json;
using test::MemoryClient;
using SessionTest = test::InspectorTest;

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

// DevTools would call it a frame of a page otherwise.
TEST_F(SessionTest, announces_a_context_without_an_origin_by_a_url_without_a_host) {
  client.result("Runtime.enable");
  createContext({{"name", "nowhere"}});
  createContext({{"name", "é #1/2?"}});
  const auto origin = [this] { return client.next("Runtime.executionContextCreated")["context"]["origin"]; };
  EXPECT_EQ(origin(), "vmscope://engine");
  EXPECT_EQ(origin(), "vmscope:///nowhere");
  EXPECT_EQ(origin(), "vmscope:///é%20%231%2F2%3F");
}

TEST_F(SessionTest, announces_the_end_of_a_context_with_the_same_id) {
  client.result("Runtime.enable");
  const int context = createContext();
  client.result("Vm.disposeContext", {{"executionContextId", context}});
  EXPECT_EQ(client.next("Runtime.executionContextDestroyed")["executionContextId"], context);
}

TEST_F(SessionTest, terminates_a_busy_loop_by_runtime) {
  whenRunning([this] { client.post("Runtime.terminateExecution"); });
  EXPECT_EQ(runScript("for (;;);")["exceptionDetails"]["text"], "Execution was terminated");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, leaves_nothing_of_the_console_on_a_global_whose_evaluation_was_ended) {
  const int context = createContext();
  const auto evaluate = [&](const char* expression) {
    return client.call("Runtime.evaluate", {{"expression", expression},
                                            {"contextId", context},
                                            {"includeCommandLineAPI", true},
                                            {"returnByValue", true},
                                            {"timeout", 50}});
  };
  evaluate("var keys = 'mine'; for (;;);");
  const Json names = client.result(
      "Runtime.evaluate", {{"expression", "['keys', 'values', 'copy', '$_'].filter((name) => name in globalThis)"},
                           {"contextId", context},
                           {"returnByValue", true}});
  EXPECT_EQ(names["result"]["value"], Json({"keys"}));
  EXPECT_EQ(evaluate("typeof copy + typeof values + keys").result["result"]["value"], "functionfunctionmine");
}

TEST_F(SessionTest, terminates_a_busy_loop_of_jobs) {
  whenRunning([this] { client.post("Vm.terminate"); });
  runScript("(function again() { Promise.resolve().then(again) })()");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, sees_what_came_together_with_a_busy_loop) {
  const auto loop = client.post("Vm.runScript", {{"executionContextId", 1}, {"source", "for (;;);"}});
  const auto after = client.post("Vm.runScript", {{"executionContextId", 1}, {"source", "1"}});
  client.post("Vm.terminate");
  EXPECT_EQ(client.answerTo(loop).result["exceptionDetails"]["text"], "Execution was terminated");
  EXPECT_EQ(client.answerTo(after).result["result"]["value"], 1);
}

TEST_F(SessionTest, answers_what_came_together_with_a_busy_loop) {
  MemoryClient other(target);
  client.result("Vm.enable");
  other.on("Runtime.executionContextCreated", [&](const Json&) { other.post("Vm.terminate"); });
  const auto loop = client.post("Runtime.evaluate", {{"expression", "for (;;);"}});
  other.post("Runtime.enable");
  EXPECT_TRUE(client.answerTo(loop).error);
}

TEST_F(SessionTest, ends_a_busy_loop_whatever_came_together_with_the_wish) {
  const Json object = client.result("Runtime.evaluate", {{"expression", "({ get a() { return 1; }, b: [2] })"}});
  const Json wanted = {{"objectId", object["result"]["objectId"]}, {"generatePreview", true}};
  std::int64_t properties = 0;
  whenRunning([&] {
    client.post("Runtime.getProperties", wanted);
    client.post("Vm.terminate");
    properties = client.post("Runtime.getProperties", wanted);
  });
  EXPECT_EQ(runScript("for (;;);")["exceptionDetails"]["text"], "Execution was terminated");
  EXPECT_EQ(client.answerTo(properties).result["result"][0]["name"], "a");
}

TEST_F(SessionTest, takes_a_heap_snapshot_inside_a_busy_loop) {
  std::string text;
  client.on("HeapProfiler.addHeapSnapshotChunk", [&](const Json& chunk) {
    if (text.empty()) client.post("Vm.terminate");  // not before: the loop ends only once the snapshot is there
    text += chunk["chunk"];
  });
  whenRunning([&] { client.post("HeapProfiler.takeHeapSnapshot"); });
  runScript("for (;;);");
  EXPECT_TRUE(Json::parse(text).contains("nodes"));
}

TEST_F(SessionTest, takes_a_heap_snapshot_while_paused) {
  std::string text;
  client.result("Debugger.enable");
  client.on("Debugger.paused", [&](const Json&) { client.post("HeapProfiler.takeHeapSnapshot"); });
  client.on("HeapProfiler.addHeapSnapshotChunk", [&](const Json& chunk) {
    if (text.empty()) client.post("Debugger.resume");
    text += chunk["chunk"];
  });
  runScript("debugger;");
  EXPECT_TRUE(Json::parse(text).contains("nodes"));
}

TEST_F(SessionTest, shows_the_contexts_that_were_announced_in_a_heap_snapshot_and_no_others) {
  createContext({{"origin", "https://beta.example"}});
  createContext({{"name", "gamma"}});
  client.result("Microtasks.getQueues");  // learns V8's layout in a context of its own
  std::string text;
  client.on("HeapProfiler.addHeapSnapshotChunk", [&](const Json& chunk) { text += chunk["chunk"]; });
  client.result("HeapProfiler.takeHeapSnapshot");
  const Json snapshot = Json::parse(text);
  std::vector<std::string> globals;
  const Json& fields = snapshot["snapshot"]["meta"]["node_fields"];
  for (size_t node = 0; node < snapshot["nodes"].size(); node += fields.size()) {
    const std::string name = snapshot["strings"][snapshot["nodes"][node + 1].get<size_t>()];
    if (name.starts_with("Object / ")) globals.push_back(name);
  }
  std::ranges::sort(globals);
  EXPECT_EQ(globals, (std::vector<std::string>{"Object / https://beta.example", "Object / vmscope:///gamma",
                                               "Object / vmscope://engine"}));
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

TEST_F(SessionTest, answers_each_call_also_when_ids_are_repeated) {
  const char* const evaluation = R"({"id":7,"method":"Runtime.evaluate","params":{"expression":"calls++"}})";
  evaluate("globalThis.calls = 0");
  const size_t before = client.texts().size();
  for (int i = 0; i < 3; ++i) client.postText(evaluation);
  client.postText(R"({"id":7,"method":"Vm.getEngineState"})");
  client.until([&] { return client.texts().size() == before + 4; }, "four answers");
  for (size_t i = before; i < before + 4; ++i) EXPECT_EQ(Json::parse(client.texts()[i])["id"], 7);
  EXPECT_EQ(evaluate("calls"), 3);
}

TEST_F(SessionTest, takes_ids_and_numbers_as_large_as_they_may_be_written) {
  const auto answer = [&](const std::string& text) {
    const size_t before = client.texts().size();
    client.postText(text);
    client.until([&] { return client.texts().size() > before; }, text);
    return Json::parse(client.texts().back());
  };
  EXPECT_EQ(answer(R"({"id":2147483647,"method":"Vm.getEngineState"})")["id"], 2147483647);
  EXPECT_EQ(answer(R"({"id":1e400,"method":"Vm.getEngineState"})")["error"]["code"], -32700);
  EXPECT_EQ(answer(R"({"id":901,"method":"Vm.disposeContext","params":{"executionContextId":1e300}})")["error"]["code"],
            -32602);
  EXPECT_EQ(
      answer(
          R"({"id":902,"method":"Runtime.evaluate","params":{"expression":"1","contextId":1e300}})")["error"]["code"],
      -32602);
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, refuses_numbers_that_v8_would_die_of) {
  client.result("Debugger.enable");
  const auto problem = [&](const char* method, const Json& params) {
    const auto reply = client.call(method, params);
    return reply.error ? reply.error->message : "taken";
  };
  const Json place = {{"scriptId", "1"}, {"lineNumber", -2'000'000'000}};
  EXPECT_EQ(problem("Debugger.setBreakpointByUrl", {{"url", "a"}, {"lineNumber", -2'000'000'000}}),
            "Invalid parameters: lineNumber: it is negative");
  EXPECT_EQ(problem("Debugger.setBreakpoint", {{"location", place}}),
            "Invalid parameters: location.lineNumber: it is negative");
  EXPECT_EQ(problem("HeapProfiler.startSampling", {{"samplingInterval", 0}}),
            "Invalid parameters: samplingInterval: a number of bytes is expected");
  EXPECT_EQ(problem("Debugger.setBreakpointByUrl", {{"url", "a"}, {"lineNumber", 2'000'000'000}}), "taken");
}

// V8 reads an id of -0.0, comments, and the last of two members of one name.
TEST_F(SessionTest, refuses_them_however_they_are_written) {
  const char* const fatal[] = {
      R"({"id":-0.0,"method":"HeapProfiler.startSampling","params":{"samplingInterval":18446744073709551615}})",
      R"({"id":901,"method":"HeapProfiler.startSampling","params":{/**/"samplingInterval":0.5}})",
      R"({"id":901,"method":"HeapProfiler.startSampling","params":{"samplingInterval":8,"samplingInterval":0.5}})",
      R"({"id":901,"m\u0065thod":"HeapProfiler.startSampling","params":{"samplingInterval":0.5}})",
      R"({"id":901/*,"method":"Runtime.enable"}*/,"method":"HeapProfiler.startSampling","params":{"samplingInterval":0.5}})",
  };
  for (const char* text : fatal) {
    const size_t before = client.texts().size();
    client.postText(text);
    client.until([&] { return client.texts().size() > before; }, text);
    EXPECT_TRUE(Json::parse(client.texts().back()).contains("error")) << text;
  }
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(SessionTest, keeps_a_call_that_is_written_unusually_for_the_end_of_running_code) {
  client.result("Runtime.enable");
  client.on("Runtime.consoleAPICalled", [&](const Json&) {
    client.postText(
        R"x({"id":3001,"method":"Vm.r\u0075nScript","params":{"executionContextId":1,"source":"order.push('later')"}})x");
  });
  evaluate("globalThis.order = []; console.log('now'); for (let i = 0; i < 1e7; ++i); order.push('first')");
  EXPECT_FALSE(client.answerTo(3001).error);
  EXPECT_EQ(evaluate("order.join()"), "first,later");
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

// Each line of these makes the client say more while JavaScript runs: 'b' arrives behind an evaluation that waits, and
// is answered inside that one.
TEST_F(SessionTest, answers_what_arrives_while_kept_calls_are_carried_out) {
  client.result("Runtime.enable");
  evaluate("globalThis.spin = () => { for (let i = 0; i < 1e6; ++i); }");
  std::vector<std::int64_t> calls;
  const auto evaluation = [&](const char* source) {
    calls.push_back(client.post("Runtime.evaluate", {{"expression", source}}));
  };
  const std::map<std::string, std::function<void()>> reactions = {
      {"first", [&] { evaluation("console.log('second'); spin(); console.log('second ends')"); }},
      {"second", [&] { evaluation("console.log('third'); spin()"); }},
      {"second ends", [&] { calls.push_back(client.post("Runtime.getHeapUsage")); }},
      {"third", [&] { calls.push_back(client.post("Runtime.getIsolateId")); }}};
  client.on("Runtime.consoleAPICalled", [&](const Json& line) { reactions.at(line["args"][0]["value"])(); });
  evaluation("console.log('first'); spin()");
  for (size_t i = 0; i < 5; ++i) {
    client.until([&] { return calls.size() > i; }, "call " + std::to_string(i));
    ASSERT_GT(calls.size(), i);
    EXPECT_FALSE(client.answerTo(calls[i]).error) << i;
  }
}

}  // namespace
}  // namespace vmscope
