#include <gtest/gtest.h>

#include <thread>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::ErrorCode;
using protocol::Json;
using VmAgentTest = test::InspectorTest;

TEST_F(VmAgentTest, lists_the_main_context_first) {
  createContext({{"name", "beta"}});
  const Json contexts = client.result("Vm.listContexts")["contexts"];
  ASSERT_EQ(contexts.size(), 2u);
  EXPECT_EQ(contexts[0]["name"], "main");
  EXPECT_EQ(contexts[0]["isMain"], true);
  EXPECT_EQ(contexts[1]["name"], "beta");
  EXPECT_EQ(contexts[1]["isMain"], false);
}

TEST_F(VmAgentTest, describes_a_context_as_it_was_made) {
  const Json context =
      client.result("Vm.createContext", {{"name", "gamma"},
                                         {"origin", "https://gamma.example:8443"},
                                         {"contextify", false},
                                         {"microtaskMode", "afterEvaluate"},
                                         {"codeGeneration", {{"strings", false}, {"wasm", true}}}})["context"];
  EXPECT_EQ(context["name"], "gamma");
  EXPECT_EQ(context["origin"], "https://gamma.example:8443");
  EXPECT_EQ(context["contextified"], false);
  EXPECT_EQ(context["microtaskMode"], "afterEvaluate");
  EXPECT_NE(context["queueId"], 1);
  EXPECT_EQ(context["codeGeneration"], Json({{"strings", false}, {"wasm", true}}));
  EXPECT_GT(context["createdAt"].get<double>(), 1.6e12);
}

TEST_F(VmAgentTest, gives_a_context_the_ids_that_runtime_announces) {
  client.result("Runtime.enable");
  const Json context = client.result("Vm.createContext", {{"name", "beta"}})["context"];
  client.next("Runtime.executionContextCreated");
  const Json announced = client.next("Runtime.executionContextCreated")["context"];
  EXPECT_EQ(announced["id"], context["executionContextId"]);
  EXPECT_EQ(announced["uniqueId"], context["uniqueId"]);
}

TEST_F(VmAgentTest, refuses_an_origin_that_devtools_cannot_show) {
  for (const char* origin : {"example.org", "https://", "https://a b", "https://a/path", "https://a:99999", "://a",
                             "1http://a", "https://[::1", "https://a?x"}) {
    const auto reply = client.call("Vm.createContext", {{"origin", origin}});
    ASSERT_TRUE(reply.error) << origin;
    EXPECT_EQ(reply.error->code, ErrorCode::InvalidParams);
    EXPECT_NE(reply.error->message.find("origin"), std::string::npos) << reply.error->message;
  }
  for (const char* origin :
       {"", "https://a", "http://localhost:80", "https://[::1]:1", "vmscope://lab", "https://bücher.example"}) {
    EXPECT_FALSE(client.call("Vm.createContext", {{"origin", origin}}).error) << origin;
  }
}

TEST_F(VmAgentTest, makes_a_context_object_of_an_expression) {
  const int context = createContext({{"contextObject", "{ answer: 40 + 2 }"}});
  EXPECT_EQ(evaluate("answer", context), 42);
}

TEST_F(VmAgentTest, says_why_a_context_object_cannot_be_made) {
  const auto message = [&](const char* expression) {
    return client.call("Vm.createContext", {{"contextObject", expression}}).error->message;
  };
  EXPECT_NE(message("{").find("contextObject: SyntaxError"), std::string::npos);
  EXPECT_NE(message("nowhere").find("contextObject: ReferenceError: nowhere is not defined"), std::string::npos);
  EXPECT_NE(message("42").find("its value is not an object"), std::string::npos);
  EXPECT_EQ(client.result("Vm.listContexts")["contexts"].size(), 1u);
}

TEST_F(VmAgentTest, tells_of_contexts_to_those_who_asked) {
  test::MemoryClient other(target);
  client.result("Vm.enable");
  EXPECT_EQ(client.next("Vm.contextCreated")["context"]["name"], "main");
  const int context = createContext({{"name", "beta"}});
  EXPECT_EQ(client.next("Vm.contextCreated")["context"]["name"], "beta");
  client.result("Vm.disposeContext", {{"executionContextId", context}});
  EXPECT_EQ(client.next("Vm.contextDisposed")["executionContextId"], context);
  EXPECT_TRUE(other.events("Vm.contextCreated").empty());

  client.result("Vm.disable");
  createContext();
  EXPECT_EQ(client.events("Vm.contextCreated").size(), 2u);
}

TEST_F(VmAgentTest, tells_when_a_disposed_context_has_been_freed) {
  client.result("Vm.enable");
  const int context = createContext();
  client.result("Vm.disposeContext", {{"executionContextId", context}});
  client.result("HeapProfiler.collectGarbage");
  EXPECT_EQ(client.next("Vm.contextCollected")["executionContextId"], context);
}

TEST_F(VmAgentTest, finds_who_holds_a_disposed_context) {
  client.result("Vm.enable");
  const int context = createContext({{"contextObject", "globalThis.kept = {}"}});
  client.result("Vm.runScript", {{"executionContextId", context}, {"source", "globalThis.leak = () => leak; 0"}});
  evaluate("globalThis.holder = { leaked: kept.leak }, 0");
  client.result("Vm.disposeContext", {{"executionContextId", context}});
  const Json found = client.result("Vm.findRetainers", {{"executionContextId", context}});
  EXPECT_EQ(found["alive"], true);
  EXPECT_FALSE(found["path"].empty());

  evaluate("delete globalThis.holder, delete globalThis.kept, 0");
  client.result("HeapProfiler.collectGarbage");
  client.next("Vm.contextCollected");
  EXPECT_EQ(client.result("Vm.findRetainers", {{"executionContextId", context}})["alive"], false);
}

TEST_F(VmAgentTest, does_not_dispose_of_the_main_context_or_of_one_that_is_not_there) {
  EXPECT_EQ(client.call("Vm.disposeContext", {{"executionContextId", 1}}).error->code, ErrorCode::Refused);
  EXPECT_EQ(client.call("Vm.disposeContext", {{"executionContextId", 99}}).error->code, ErrorCode::InvalidParams);
  EXPECT_EQ(client.call("Vm.disposeContext", {{"executionContextId", 4294967297}}).error->code,
            ErrorCode::InvalidParams);
  EXPECT_EQ(client.call("Vm.disposeContext").error->message, "Invalid parameters: executionContextId is missing");
}

TEST_F(VmAgentTest, runs_a_script_in_its_context) {
  const int context = createContext();
  const Json ran =
      client.result("Vm.runScript", {{"executionContextId", context}, {"source", "globalThis.x = 20; x + 1"}});
  EXPECT_EQ(ran["result"]["value"], 21);
  EXPECT_GT(ran["durationMicros"].get<double>(), 0);
  EXPECT_EQ(evaluate("x", context), 20);
  EXPECT_EQ(evaluate("typeof x"), "undefined");
}

TEST_F(VmAgentTest, drains_the_jobs_of_a_script_before_it_answers) {
  client.result("Vm.runScript",
                {{"executionContextId", 1}, {"source", "Promise.resolve().then(() => globalThis.done = 1)"}});
  EXPECT_EQ(evaluate("done"), 1);
}

TEST_F(VmAgentTest, counts_the_jobs_of_a_script) {
  const auto jobsRun = [&](int context, const char* source) {
    return client.result("Vm.runScript", {{"executionContextId", context}, {"source", source}})["jobsRun"];
  };
  const int own = createContext({{"microtaskMode", "afterEvaluate"}});
  EXPECT_EQ(jobsRun(1, "1"), 0);
  EXPECT_EQ(jobsRun(1, "Promise.resolve().then(() => {}).then(() => {})"), 2);
  EXPECT_EQ(jobsRun(own, "Promise.resolve().then(() => {}).then(() => {}).then(() => {})"), 3);
}

TEST_F(VmAgentTest, describes_results_as_runtime_does) {
  const auto result = [&](const char* source) {
    return client.result("Vm.runScript",
                         {{"executionContextId", 1}, {"source", source}, {"generatePreview", true}})["result"];
  };
  EXPECT_EQ(result("undefined"), Json({{"type", "undefined"}}));
  EXPECT_EQ(result("-0")["unserializableValue"], "-0");
  EXPECT_EQ(result("1/0")["unserializableValue"], "Infinity");
  EXPECT_EQ(result("10n")["unserializableValue"], "10n");
  EXPECT_EQ(result("null")["subtype"], "null");
  EXPECT_EQ(result("'é'")["value"], "é");
  EXPECT_EQ(result("Symbol('s')")["description"], "Symbol(s)");
  const Json object = result("({ a: 1, get b() { throw 1 } })");
  EXPECT_EQ(object["className"], "Object");
  EXPECT_EQ(object["preview"]["properties"][0]["value"], "1");
  const Json properties =
      client.result("Runtime.getProperties", {{"objectId", object["objectId"]}, {"ownProperties", true}})["result"];
  EXPECT_EQ(properties[0]["name"], "a");
}

TEST_F(VmAgentTest, describes_results_after_their_group_was_released) {
  const Json params = {{"executionContextId", 1}, {"source", "({})"}, {"objectGroup", "run"}};
  const Json first = client.result("Vm.runScript", params)["result"];
  client.result("Runtime.releaseObjectGroup", {{"objectGroup", "run"}});
  EXPECT_TRUE(client.call("Runtime.getProperties", {{"objectId", first["objectId"]}}).error);
  EXPECT_TRUE(client.result("Vm.runScript", params)["result"].contains("objectId"));
}

TEST_F(VmAgentTest, tells_where_a_script_threw) {
  const Json ran = client.result("Vm.runScript", {{"executionContextId", 1},
                                                  {"url", "file:///lab/a.js"},
                                                  {"lineOffset", 10},
                                                  {"source",
                                                   "// line 10\n"
                                                   "function f() {\n"
                                                   "  throw new TypeError('no');\n"  // line 12
                                                   "}\n"
                                                   "f();\n"}});
  const Json& details = ran["exceptionDetails"];
  EXPECT_EQ(details["text"], "Uncaught");
  EXPECT_EQ(details["lineNumber"], 12);
  EXPECT_EQ(details["url"], "file:///lab/a.js");
  EXPECT_EQ(details["exception"]["className"], "TypeError");
  EXPECT_EQ(details["executionContextId"], 1);
}

TEST_F(VmAgentTest, tells_where_a_script_does_not_parse) {
  const Json ran =
      client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "let a;\nlet a;"}, {"url", "twice.js"}});
  EXPECT_EQ(ran["exceptionDetails"]["lineNumber"], 1);
  EXPECT_EQ(ran["exceptionDetails"]["exception"]["className"], "SyntaxError");
}

TEST_F(VmAgentTest, ends_a_script_at_its_timeout) {
  const Json ran = client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "for (;;);"}, {"timeout", 20}});
  EXPECT_EQ(ran["timedOut"], true);
  EXPECT_EQ(ran["exceptionDetails"]["text"], "Execution was terminated by its timeout");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(VmAgentTest, terminates_a_busy_loop) {
  client.result("Vm.enable");
  client.on("Vm.engineState", [this](const Json& state) {
    if (state["activity"] == "running") client.post("Vm.terminate");
  });
  const Json ran = client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "for (;;);"}});
  EXPECT_EQ(ran["exceptionDetails"]["text"], "Execution was terminated");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(VmAgentTest, terminates_nothing_when_nothing_runs) {
  client.result("Vm.terminate");
  client.result("Runtime.terminateExecution");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(VmAgentTest, refuses_to_run_a_script_while_another_is_paused) {
  client.result("Debugger.enable");
  std::int64_t refused = 0;
  client.on("Debugger.paused", [&](const Json&) {
    refused = client.post("Vm.runScript", {{"executionContextId", 1}, {"source", "1"}});
    client.post("Debugger.resume");
  });
  client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "debugger"}});
  EXPECT_EQ(client.answerTo(refused).error->message, "JavaScript is paused; resume it first");
}

TEST_F(VmAgentTest, pauses_at_the_first_statement_when_asked_to) {
  client.result("Debugger.enable");
  Json paused;
  client.on("Debugger.paused", [&](const Json& params) {
    paused = params;
    client.post("Debugger.resume");
  });
  client.result(
      "Vm.runScript",
      {{"executionContextId", 1}, {"source", "// nothing\nlet first = 1;"}, {"url", "a.js"}, {"breakOnStart", true}});
  EXPECT_EQ(paused["reason"], "Break on start");
  EXPECT_EQ(paused["callFrames"][0]["location"]["lineNumber"], 1);
}

TEST_F(VmAgentTest, finds_what_does_not_compile_and_bothers_no_debugger_with_it) {
  client.result("Debugger.enable");
  const auto problems = [&](const char* source, bool isModule) {
    return client.result("Vm.compileCheck", {{"source", source}, {"isModule", isModule}})["problems"];
  };
  EXPECT_EQ(problems("let a = 1;", false), Json::array());
  EXPECT_EQ(problems("import x from 'y'; await x;", true), Json::array());
  const Json found = problems("let a;\nconst = 1;", false);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["line"], 1);
  EXPECT_EQ(found[0]["column"], 6);
  EXPECT_EQ(found[0]["message"], "SyntaxError: Unexpected token '='");
  EXPECT_EQ(problems("import x from 'y';", false).size(), 1u);
  EXPECT_TRUE(client.events("Debugger.scriptParsed").empty());
  EXPECT_TRUE(client.events("Debugger.scriptFailedToParse").empty());
}

TEST_F(VmAgentTest, tells_where_a_module_that_never_ran_could_stop) {
  const std::string module =
      "import { limit } from './odd.mjs';\n"  // 0
      "\n"                                    // 1
      "export function half(n) {\n"           // 2
      "  // nothing to stop at\n"             // 3
      "  return n / 2;\n"                     // 4
      "}\n"                                   // 5
      "export const all = await half(4);\n";  // 6
  client.result("Debugger.enable");
  const Json from1 = client.result("Vm.findStopLines", {{"source", module}, {"isModule", true}, {"fromLine", 1}});
  EXPECT_EQ(from1["compiles"], true);
  EXPECT_EQ(from1["lines"], Json({4, 6, 7}));  // and where the module ends
  const Json from5 = client.result("Vm.findStopLines", {{"source", module}, {"isModule", true}, {"fromLine", 5}});
  EXPECT_EQ(from5["lines"], Json({6, 7}));
  EXPECT_EQ(client.result("Vm.findStopLines", {{"source", "const ="}, {"isModule", false}})["compiles"], false);
  EXPECT_TRUE(client.events("Debugger.scriptParsed").empty());
}

TEST_F(VmAgentTest, measures_memory_by_context) {
  const int context = createContext({{"name", "hoarder"}});
  client.result("Vm.runScript",
                {{"executionContextId", context}, {"source", "globalThis.a = new Array(1e5).fill(0).map(() => ({}))"}});
  const Json measured = client.result("Vm.measureMemory");
  double hoarder = 0, main = 0;
  for (const Json& each : measured["contexts"]) {
    (each["name"] == "hoarder" ? hoarder : main) = each["bytes"].get<double>();
  }
  EXPECT_GT(hoarder, 1e6);
  EXPECT_GT(main, 0);
  EXPECT_LT(main, hoarder);
}

// V8's collector would not end where it comes upon objects of a context that is not measured.
TEST_F(VmAgentTest, measures_memory_while_contexts_are_made) {
  client.result("Microtasks.enable", {{"origins", "none"}});
  client.result("Microtasks.getQueues");  // the probe's context is nobody's
  for (int i = 0; i < 20; ++i) {
    const auto measuring = client.post("Vm.measureMemory");
    createContext();
    EXPECT_EQ(client.answerTo(measuring).result["contexts"].size(), i + 1U);
  }
}

TEST_F(VmAgentTest, tells_what_the_engine_does) {
  EXPECT_EQ(client.result("Vm.getEngineState")["activity"], "idle");
  EXPECT_GT(client.result("Vm.getEngineState")["usedHeapBytes"].get<double>(), 1e5);
  client.result("Vm.enable");
  client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "1"}});
  EXPECT_EQ(client.next("Vm.engineState")["activity"], "running");
  EXPECT_EQ(client.next("Vm.engineState")["activity"], "idle");
}

TEST_F(VmAgentTest, reports_a_program_that_never_rests_a_few_times_a_second) {
  client.result("Vm.enable");
  for (int i = 0; i < 500; ++i) client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "1"}});
  EXPECT_LT(client.events("Vm.engineState").size(), 60u);
  client.until([&] { return client.events("Vm.engineState").back()["activity"] == "idle"; },
               "the last report to say idle");
}

TEST_F(VmAgentTest, tells_that_it_runs_however_much_it_told_before) {
  client.result("Vm.enable");
  for (int i = 0; i < 100; ++i) client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "1"}});
  client.until([&] { return client.events("Vm.engineState").back()["activity"] == "idle"; },
               "the last report to say idle");
  client.on("Vm.engineState", [this](const Json& state) {
    if (state["activity"] == "running") client.post("Vm.terminate");
  });
  const Json ran = client.result("Vm.runScript", {{"executionContextId", 1}, {"source", "for (;;);"}});
  EXPECT_EQ(ran["exceptionDetails"]["text"], "Execution was terminated");
}

TEST_F(VmAgentTest, tells_its_version) {
  const Json info = client.result("Vm.getEngineInfo");
  EXPECT_EQ(info["version"], "1.2.3");
  EXPECT_EQ(info["v8Version"].get<std::string>().substr(0, 3), "13.");
  EXPECT_GT(info["heapLimitBytes"].get<double>(), 1e8);
}

TEST_F(VmAgentTest, opens_and_closes_the_inspector) {
  client.result("Vm.enable");
  EXPECT_EQ(client.result("Vm.getInspector")["inspector"]["listening"], false);
  const Json opened = client.result("Vm.openInspector")["inspector"];
  EXPECT_EQ(opened["listening"], true);
  EXPECT_EQ(opened["exposed"], false);
  EXPECT_EQ(opened["url"].get<std::string>().substr(0, 15), "ws://127.0.0.1:");
  EXPECT_NE(client.call("Vm.openInspector").error->message.find("listens already"), std::string::npos);
  EXPECT_NE(client.call("Vm.openInspector", {{"port", 70000}}).error->message.find("port"), std::string::npos);
  client.result("Vm.closeInspector");
  client.until([&] { return client.events("Vm.inspectorChanged").back()["inspector"]["listening"] == false; },
               "closing");
  EXPECT_NE(client.call("Vm.openInspector", {{"host", "0.0.0.0"}}).error->message.find("other machines"),
            std::string::npos);
}

TEST_F(VmAgentTest, answers_unknown_methods_and_bad_parameters_by_name) {
  EXPECT_EQ(client.call("Vm.fly").error->message, "'Vm.fly' wasn't found");
  EXPECT_EQ(client.call("Vm.fly").error->code, ErrorCode::MethodNotFound);
  EXPECT_EQ(client.call("Network.enable").error->code, ErrorCode::MethodNotFound);
  EXPECT_EQ(client.call("Runtime.fly").error->code, ErrorCode::MethodNotFound);
  const auto wrong = client.call("Vm.runScript", {{"executionContextId", "1"}, {"source", ""}});
  EXPECT_EQ(wrong.error->code, ErrorCode::InvalidParams);
  EXPECT_EQ(wrong.error->message, "Invalid parameters: executionContextId: an integer is expected");
}

}  // namespace
}  // namespace vmscope
