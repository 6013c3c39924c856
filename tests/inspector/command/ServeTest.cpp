#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/inspector/support/Process.h"
#include "tests/inspector/support/SocketClient.h"

namespace vmscope {
namespace {

using protocol::Json;
using test::Process;
using test::SocketClient;

// The real command, with a client at its pipe as the window is.
class ServeTest : public testing::Test {
 protected:
  Json call(const std::string& method, const Json& params = Json::object()) {
    post(method, params);
    return engine.answerTo(lastId_);
  }
  void post(const std::string& method, const Json& params = Json::object()) {
    engine.say({{"id", ++lastId_}, {"method", method}, {"params", params}});
  }
  Json runScript(const std::string& source) {
    return {{"executionContextId", 1}, {"source", source}, {"url", "lab.js"}};
  }

  Process engine{{VMSCOPE_ENGINE, "serve", "--pipe"}};

 private:
  int lastId_ = 0;
};

TEST_F(ServeTest, answers_over_its_pipe) {
  EXPECT_EQ(call("Vm.runScript", runScript("6 * 7"))["result"]["result"]["value"], 42);
  EXPECT_EQ(call("Vm.nothing")["error"]["code"], -32601);
}

// What a program prints must not mix into the messages.
TEST_F(ServeTest, tells_what_a_program_logs_and_keeps_its_pipe_clean) {
  call("Runtime.enable");
  post("Vm.runScript", runScript("process.stdout.write('raw'); console.log('line')"));
  const Json line = engine.event("Runtime.consoleAPICalled");
  EXPECT_EQ(line["params"]["args"][0]["value"], "line");
  EXPECT_EQ(call("Vm.runScript", runScript("1"))["result"]["result"]["value"], 1);
}

// V8's inspector cannot look into generators of code that it does not debug.
TEST_F(ServeTest, lets_one_look_into_what_a_built_in_module_iterates) {
  const Json made = call("Runtime.evaluate",
                         {{"expression", "process.getBuiltinModule('timers/promises').setInterval(1)"}})["result"];
  ASSERT_TRUE(made["result"].contains("objectId")) << made;
  const Json found = call("Runtime.getProperties", {{"objectId", made["result"]["objectId"]}, {"ownProperties", true}});
  EXPECT_EQ(made["result"]["className"], "AsyncGenerator");
  EXPECT_TRUE(found["result"]["result"].empty());
  EXPECT_EQ(call("Vm.runScript", runScript("1"))["result"]["result"]["value"], 1);
}

// The engine makes these when they are first read, by code that V8 would find guilty of side effects.
TEST_F(ServeTest, evaluates_the_main_context_s_globals_without_side_effects) {
  call("Vm.runScript", runScript("Object.defineProperty(globalThis, 'counted', { get() { calls++ } }); var calls = 0"));
  for (const char* expression : {"process.version", "setTimeout", "[Buffer, URL, performance]"}) {
    const Json answer = call("Runtime.evaluate", {{"expression", expression}, {"throwOnSideEffect", true}})["result"];
    EXPECT_FALSE(answer.contains("exceptionDetails")) << expression << answer;
  }
  EXPECT_EQ(call("Vm.runScript", runScript("calls"))["result"]["result"]["value"], 0);
}

// The main context's console is one of our own, in front of V8's.
TEST_F(ServeTest, names_the_context_that_called_the_main_context_s_console) {
  const Json made = call("Vm.createContext", {{"contextObject", "{ console, log: console.log }"}});
  const Json inner = made["result"]["context"]["executionContextId"];
  call("Runtime.enable");
  Json script = runScript("console.log('object'); log('function')");
  script["executionContextId"] = inner;
  post("Vm.runScript", script);
  EXPECT_EQ(engine.event("Runtime.consoleAPICalled")["params"]["executionContextId"], inner);
  EXPECT_EQ(engine.event("Runtime.consoleAPICalled")["params"]["executionContextId"], inner);
  post("Vm.runScript", runScript("console.log('main')"));
  EXPECT_EQ(engine.event("Runtime.consoleAPICalled")["params"]["executionContextId"], 1);
}

TEST_F(ServeTest, says_that_a_rejection_happened_in_a_promise) {
  call("Runtime.enable");
  post("Vm.runScript", runScript("Promise.reject(new Error('nobody listens'))"));
  EXPECT_EQ(engine.event("Runtime.exceptionThrown")["params"]["exceptionDetails"]["text"], "Uncaught (in promise)");
}

TEST_F(ServeTest, says_in_which_context_a_rejection_happened) {
  const Json made = call("Vm.createContext", {{"name", "beta"}});
  Json script = runScript("Promise.reject(new Error('nobody listens'))");
  script["executionContextId"] = made["result"]["context"]["executionContextId"];
  call("Runtime.enable");
  post("Vm.runScript", script);
  const Json details = engine.event("Runtime.exceptionThrown")["params"]["exceptionDetails"];
  EXPECT_EQ(details["text"], "Uncaught (in promise)");
  EXPECT_EQ(details["executionContextId"], script["executionContextId"]);
}

TEST_F(ServeTest, takes_a_rejection_back_that_is_handled_later) {
  call("Runtime.enable");
  post("Vm.runScript", runScript("globalThis.kept = Promise.reject('for a while')"));
  const Json details = engine.event("Runtime.exceptionThrown")["params"]["exceptionDetails"];
  post("Vm.runScript", runScript("setTimeout(() => kept.catch(() => {}))"));
  EXPECT_EQ(engine.event("Runtime.exceptionRevoked")["params"]["exceptionId"], details["exceptionId"]);
}

TEST_F(ServeTest, ends_with_its_pipe) {
  call("Vm.enable");
  engine.endInput();
  EXPECT_EQ(engine.exitStatus(), 0);
}

TEST_F(ServeTest, ends_with_its_pipe_inside_a_busy_loop) {
  call("Runtime.enable");
  post("Vm.runScript", runScript("console.log('begun'); for (;;);"));
  engine.event("Runtime.consoleAPICalled");
  engine.endInput();
  EXPECT_EQ(engine.exitStatus(), 0);
}

TEST_F(ServeTest, ends_with_its_pipe_inside_a_busy_loop_of_jobs) {
  call("Runtime.enable");
  post("Vm.runScript", runScript("console.log('begun'); (function again() { Promise.resolve().then(again) })()"));
  engine.event("Runtime.consoleAPICalled");
  engine.endInput();
  EXPECT_EQ(engine.exitStatus(), 0);
}

TEST_F(ServeTest, ends_with_its_pipe_while_paused) {
  call("Debugger.enable");
  post("Vm.runScript", runScript("debugger; for (;;);"));
  engine.event("Debugger.paused");
  engine.endInput();
  EXPECT_EQ(engine.exitStatus(), 0);
}

TEST_F(ServeTest, ends_with_its_pipe_in_the_middle_of_a_heap_snapshot) {
  call("Vm.runScript", runScript("globalThis.many = Array.from({ length: 20000 }, (_, i) => ({ i }))"));
  post("HeapProfiler.takeHeapSnapshot");
  engine.event("HeapProfiler.addHeapSnapshotChunk");
  engine.endInput();
  EXPECT_EQ(engine.exitStatus(), 0);
}

TEST_F(ServeTest, ends_with_its_pipe_while_a_client_by_websocket_is_attached_and_pauses) {
  const Json opened = call("Vm.openInspector", {{"port", 0}})["result"]["inspector"];
  const std::string url = opened["url"];
  const size_t slash = url.find('/', 5);
  SocketClient devtools(url.substr(5, slash - 5));
  ASSERT_EQ(devtools.upgrade(url.substr(slash)), 101);
  devtools.sendText(R"({"id":1,"method":"Debugger.enable"})");
  ASSERT_TRUE(devtools.receive());
  post("Vm.runScript", runScript("debugger; for (;;);"));
  call("Vm.getEngineState");
  engine.endInput();
  EXPECT_EQ(engine.exitStatus(), 0);
  EXPECT_TRUE(devtools.isClosedByServer());
}

TEST_F(ServeTest, tells_what_timers_run_and_where_they_were_set) {
  call("Microtasks.enable");
  post("Vm.runScript", runScript("function later() {}\n"
                                 "setTimeout(later, 1e6);\n"
                                 "const every = setInterval(later.bind(null), 2e6);"));
  Json timers = engine.event("Microtasks.timersChanged")["params"]["timers"];
  while (timers.size() < 2) timers = engine.event("Microtasks.timersChanged")["params"]["timers"];
  EXPECT_EQ(timers[0]["kind"], "timeout");
  EXPECT_EQ(timers[0]["handler"]["name"], "later");
  EXPECT_EQ(timers[0]["handler"]["location"]["url"], "lab.js");
  EXPECT_EQ(timers[0]["handler"]["location"]["line"], 0);
  EXPECT_EQ(timers[0]["setAt"]["line"], 1);
  EXPECT_EQ(timers[1]["kind"], "interval");
  EXPECT_EQ(timers[1]["handler"]["location"]["line"], 0);
  EXPECT_EQ(timers[1]["setAt"]["line"], 2);
  EXPECT_EQ(call("Microtasks.getTimers")["result"]["timers"].size(), 2u);
  post("Vm.runScript", runScript("clearInterval(every)"));
  EXPECT_EQ(engine.event("Microtasks.timersChanged")["params"]["timers"].size(), 1u);
}

TEST_F(ServeTest, shows_the_async_parents_of_a_timer) {
  call("Debugger.enable");
  call("Debugger.setAsyncCallStackDepth", {{"maxDepth", 32}});
  const Json made = call("Vm.createContext", {{"contextObject", "{ setTimeout }"}});
  Json script = runScript("function starts() { setTimeout(function later() { debugger; }, 1); }\nstarts();");
  script["executionContextId"] = made["result"]["context"]["executionContextId"];
  post("Vm.runScript", script);
  const Json paused = engine.event("Debugger.paused")["params"];
  EXPECT_EQ(paused["callFrames"][0]["functionName"], "later");
  ASSERT_TRUE(paused.contains("asyncStackTrace")) << paused;
  EXPECT_EQ(paused["asyncStackTrace"]["description"], "setTimeout");
  EXPECT_EQ(paused["asyncStackTrace"]["callFrames"][0]["functionName"], "starts");
  call("Debugger.resume");
}

TEST_F(ServeTest, loads_a_module_with_what_it_imports_from_files) {
  const std::string folder = testing::TempDir() + "serve-test-";
  std::ofstream(folder + "a.mjs") << "import { b } from './serve-test-b.mjs'; export const a = b + 1;";
  std::ofstream(folder + "b.mjs") << "export const b = 41;";
  const Json params = {{"executionContextId", 1}, {"url", "file://" + folder + "a.mjs"}};
  Json loaded = call("Modules.load", params)["result"]["module"];
  EXPECT_EQ(loaded["status"], "unlinked") << loaded;
  Json graph = call("Modules.getGraph")["result"];
  EXPECT_EQ(graph["modules"].size(), 2u) << graph;
  Json broken = params;
  broken["source"] = "import './nowhere.mjs'";
  broken["url"] = "file://" + folder + "c.mjs";
  EXPECT_NE(call("Modules.load", broken).dump().find("nowhere.mjs"), std::string::npos);
}

// What a person types into the main context: Node's prompt has the same names.
class PromptTest : public ServeTest {
 protected:
  Json evaluate(const std::string& expression, bool mayChange = true) {
    const Json result =
        call("Runtime.evaluate",
             {{"expression", expression}, {"awaitPromise", true}, {"throwOnSideEffect", !mayChange}})["result"];
    return result.contains("exceptionDetails") ? result["exceptionDetails"]["exception"]["description"]
                                               : result["result"].value("value", Json());
  }
};

TEST_F(PromptTest, finds_the_built_in_modules_by_require_import_and_name) {
  EXPECT_EQ(evaluate("vm === require('vm') && vm === require('node:vm')"), true);
  EXPECT_EQ(evaluate("import('node:vm').then((found) => found.default === vm)"), true);
  EXPECT_EQ(evaluate("path === require('path') && console === require('console')"), true);
  EXPECT_EQ(evaluate("module.id"), "<prompt>");
  EXPECT_EQ(call("Vm.runScript", runScript("typeof vm.Script"))["result"]["result"]["value"], "function");
}

TEST_F(PromptTest, leaves_its_names_to_whoever_declares_them) {
  EXPECT_EQ(evaluate("let path = 1; const url = 2; var os = 3; function util() {} path + url + os"), 6);
  EXPECT_EQ(evaluate("Object.keys(globalThis).includes('vm')"), false);
}

TEST_F(PromptTest, requires_files_from_the_folder_that_it_works_in) {
  const std::string folder = testing::TempDir();
  std::ofstream(folder + "prompt-test.js") << "exports.answer = 42";
  evaluate("process.chdir('" + folder + "')");
  EXPECT_EQ(evaluate("require('./prompt-test').answer"), 42);
  EXPECT_THAT(evaluate("require('nowhere')"), testing::HasSubstr("Cannot find module 'nowhere'"));
}

TEST_F(PromptTest, has_vm_for_completion_before_anybody_used_it) {
  EXPECT_EQ(evaluate("typeof vm.createContext", false), "function");
}

TEST_F(PromptTest, shows_the_contexts_and_modules_that_a_typed_program_makes) {
  call("Modules.enable");
  evaluate("globalThis.made = vm.createContext({ seed: 1 }, { name: 'made', origin: 'https://made.example' })");
  EXPECT_EQ(evaluate("(async () => {"
                     "  const found = new vm.SourceTextModule('export default seed + 1', { context: made, identifier: "
                     "'made.mjs' });"
                     "  await found.link(() => {});"
                     "  await found.evaluate();"
                     "  return found.namespace.default;"
                     "})()"),
            2);
  const Json context = call("Vm.listContexts")["result"]["contexts"][1];
  EXPECT_EQ(context["name"], "made");
  EXPECT_EQ(context["origin"], "https://made.example");
  const Json module = call("Modules.getGraph")["result"]["modules"][0];
  EXPECT_EQ(module["identifier"], "made.mjs");
  EXPECT_EQ(module["status"], "evaluated");
  EXPECT_EQ(module["executionContextId"], context["executionContextId"]);
}

// A program that runs with --inspect, and its only client.
class InspectedRun : public testing::Test {
 protected:
  void run(const std::string& option, const std::string& source) {
    const std::string test = testing::UnitTest::GetInstance()->current_test_info()->name();
    const std::string file = testing::TempDir() + test + ".js";  // tests may run at the same time
    std::ofstream(file) << source;
    program = std::make_unique<Process>(std::vector<std::string>{VMSCOPE_ENGINE, "run", option, file});
    const std::string line = program->errorLine("Debugger listening on ws://");
    const size_t url = line.find("ws://"), slash = line.find('/', url + 5);
    ASSERT_NE(url, std::string::npos) << line;
    client = std::make_unique<SocketClient>(line.substr(url + 5, slash - url - 5));
    ASSERT_EQ(client->upgrade(line.substr(slash)), 101);
  }

  void say(const std::string& method) { client->sendText(Json{{"id", ++lastId_}, {"method", method}}.dump()); }
  Json evaluate(const Json& params) {
    client->sendText(Json{{"id", ++lastId_}, {"method", "Runtime.evaluate"}, {"params", params}}.dump());
    for (auto text = client->receive(); text; text = client->receive()) {
      const Json message = Json::parse(*text);
      if (message.value("id", 0) == lastId_) return message["result"]["result"];
    }
    return nullptr;
  }
  void expectEvent(const std::string& method) {
    for (auto text = client->receive(); text; text = client->receive()) {
      if (Json::parse(*text).value("method", "") == method) return;
    }
    ADD_FAILURE() << "no " << method;
  }

  std::unique_ptr<Process> program;
  std::unique_ptr<SocketClient> client;

 private:
  int lastId_ = 0;
};

TEST_F(InspectedRun, waits_for_disconnect_and_keeps_the_program_s_status) {
  run("--inspect-wait=0", "process.exitCode = 7");
  say("Runtime.enable");
  say("Runtime.runIfWaitingForDebugger");
  expectEvent("Runtime.executionContextDestroyed");
  EXPECT_NE(program->errorLine("Waiting for the debugger to disconnect..."), "");
  client.reset();
  EXPECT_EQ(program->exitStatus(), 7);
}

TEST_F(InspectedRun, breaks_on_start_and_ends_when_its_client_leaves_in_the_pause) {
  run("--inspect-brk=0", "process.exitCode = 8");
  say("Debugger.enable");
  say("Runtime.runIfWaitingForDebugger");
  expectEvent("Debugger.paused");
  client.reset();
  EXPECT_EQ(program->exitStatus(), 8);
}

TEST_F(InspectedRun, waits_for_attach_until_it_is_told_to_end) {
  run("--inspect-wait=0", "process.exitCode = 9");
  client.reset();
  program->signal(SIGTERM);
  EXPECT_EQ(program->exitStatus(), std::nullopt);  // by the signal
}

TEST_F(InspectedRun, ends_by_a_signal_while_waiting_for_disconnect) {
  run("--inspect-wait=0", "1");
  say("Runtime.runIfWaitingForDebugger");
  EXPECT_NE(program->errorLine("Waiting for the debugger to disconnect..."), "");
  program->signal(SIGINT);
  EXPECT_EQ(program->exitStatus(), std::nullopt);
}

TEST_F(InspectedRun, has_require_for_what_clients_evaluate_but_not_for_the_program) {
  run("--inspect-wait=0", "globalThis.seen = require('vm'); setInterval(() => {}, 1000); console.log('begun')");
  say("Runtime.enable");
  say("Runtime.runIfWaitingForDebugger");
  expectEvent("Runtime.consoleAPICalled");
  const std::string expression = "require('node:vm') === seen";
  EXPECT_EQ(evaluate({{"expression", expression}, {"includeCommandLineAPI", true}})["value"], true);
  EXPECT_EQ(evaluate({{"expression", expression}})["className"], "ReferenceError");
}

}  // namespace
}  // namespace vmscope
