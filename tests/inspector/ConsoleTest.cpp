#include <gtest/gtest.h>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::Json;
using test::MemoryClient;

class ConsoleTest : public test::InspectorTest {
 protected:
  static std::vector<std::string> texts(const MemoryClient& from) {
    std::vector<std::string> found;
    for (const Json& event : from.events("Runtime.consoleAPICalled")) {
      found.push_back(event["args"][0].contains("value") ? event["args"][0]["value"].dump() : "?");
    }
    return found;
  }

  // Which contexts wrote each line, as a client was told.
  static std::vector<int> contexts(const MemoryClient& from) {
    std::vector<int> found;
    for (const Json& event : from.events("Runtime.consoleAPICalled")) found.push_back(event["executionContextId"]);
    return found;
  }
};

TEST_F(ConsoleTest, replays_the_last_thousand_console_lines_in_order_and_none_twice) {
  runScript("for (let i = 0; i < 1200; ++i) console.log(i)");
  client.result("Runtime.enable");
  runScript("console.log('last')");
  const auto told = texts(client);
  ASSERT_EQ(told.size(), 1001u);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(told[i], std::to_string(200 + i));
  EXPECT_EQ(told.back(), "\"last\"");
}

TEST_F(ConsoleTest, tells_each_session_of_each_console_line_once) {
  MemoryClient other(target);
  client.result("Runtime.enable");
  other.result("Runtime.enable");
  runScript("console.log('grüße', 1)");
  for (const MemoryClient* each : {&client, &other}) {
    ASSERT_EQ(each->events("Runtime.consoleAPICalled").size(), 1u);
    EXPECT_EQ(each->events("Runtime.consoleAPICalled")[0]["args"][0]["value"], "grüße");
  }
}

TEST_F(ConsoleTest, attributes_console_lines_to_the_context_that_wrote_them) {
  const int context = createContext();
  client.result("Runtime.enable");
  runScript("console.log('by beta')", context);
  EXPECT_EQ(client.next("Runtime.consoleAPICalled")["executionContextId"], context);
}

// The console of one context in the hands of another: the caller counts, whichever way it got there.
TEST_F(ConsoleTest, attributes_lines_to_the_caller_of_a_console_that_was_handed_over) {
  const int context = createContext({{"contextObject", "{ outer: console, log: console.log, call: f => f() }"}});
  client.result("Runtime.enable");
  runScript(
      "outer.log('object');"
      "log('function');"
      "[1].forEach(log);"
      "call(() => log('through a function of the other context'));"
      "log.call(null, 'called'); Reflect.apply(log, null, ['applied']); log.bind(null)('bound');"
      "Promise.resolve().then(() => log('job'));"
      "outer.log({ executionContextId: 7 }, ',\"executionContextId\":7,\"timestamp\":1');",
      context);
  EXPECT_EQ(contexts(client), std::vector<int>(9, context));
}

TEST_F(ConsoleTest, attributes_lines_to_the_main_context_when_it_calls_the_console_of_another) {
  const int context = createContext({{"contextObject", "globalThis.box = {}"}});
  runScript("globalThis.lent = console", context);
  client.result("Runtime.enable");
  runScript("box.lent.log('by main')");
  EXPECT_EQ(contexts(client), std::vector<int>{1});
}

TEST_F(ConsoleTest, attributes_lines_also_when_they_are_told_again) {
  const int context = createContext({{"contextObject", "{ log: console.log }"}});
  for (int i = 0; i < 3; ++i) {
    runScript("log('inner'); console.log('inner, its own')", context);
    runScript("console.log('main')");
  }
  client.result("Runtime.enable");
  EXPECT_EQ(contexts(client), (std::vector<int>{context, context, 1, context, context, 1, context, context, 1}));
}

TEST_F(ConsoleTest, attributes_a_thousand_lines_told_again) {
  const int context = createContext({{"contextObject", "{ log: console.log }"}});
  runScript("for (let i = 0; i < 1500; ++i) log(i)", context);
  client.result("Runtime.enable");
  EXPECT_EQ(contexts(client), std::vector<int>(1000, context));
}

TEST_F(ConsoleTest, names_no_context_for_a_line_whose_caller_is_gone) {
  const int context = createContext({{"contextObject", "{ log: console.log }"}});
  runScript("log('late')", context);
  client.result("Vm.disposeContext", {{"executionContextId", context}});
  client.result("Runtime.enable");
  EXPECT_EQ(contexts(client), std::vector<int>{0});
}

TEST_F(ConsoleTest, tells_the_caller_s_line_and_stack) {
  const int context = createContext({{"contextObject", "{ log: console.log }"}});
  client.result("Runtime.enable");
  runScript("function f() {\n  log('here');\n}\nf()", context);
  const Json frames = client.next("Runtime.consoleAPICalled")["stackTrace"]["callFrames"];
  EXPECT_EQ(frames[0]["functionName"], "f");
  EXPECT_EQ(frames[0]["lineNumber"], 1);
}

TEST_F(ConsoleTest, says_that_a_rejection_happened_in_a_promise) {
  client.result("Runtime.enable");
  runScript("Promise.reject(new Error('nobody listens'))");
  const Json thrown = client.next("Runtime.exceptionThrown")["exceptionDetails"];
  EXPECT_EQ(thrown["text"], "Uncaught (in promise)");
  EXPECT_EQ(thrown["exception"]["className"], "Error");
}

TEST_F(ConsoleTest, takes_a_rejection_back_that_is_handled_later) {
  const int context = createContext();
  client.result("Runtime.enable");
  runScript("globalThis.kept = Promise.reject(1); globalThis.other = Promise.reject(2)", context);
  runScript("kept.catch(() => {})", context);
  const Json thrown = client.next("Runtime.exceptionThrown")["exceptionDetails"];
  ASSERT_EQ(thrown["exception"]["value"], 1);
  const std::vector<Json> revoked = client.events("Runtime.exceptionRevoked");
  ASSERT_EQ(revoked.size(), 1u);
  EXPECT_EQ(revoked[0]["exceptionId"], thrown["exceptionId"]);
  EXPECT_EQ(revoked[0]["reason"], "Handler added to rejected promise");
}

TEST_F(ConsoleTest, takes_a_rejection_back_also_when_it_is_told_again) {
  runScript("globalThis.kept = Promise.reject(1)");
  runScript("kept.catch(() => {})");
  client.result("Runtime.enable");
  EXPECT_EQ(client.next("Runtime.exceptionRevoked")["exceptionId"],
            client.next("Runtime.exceptionThrown")["exceptionDetails"]["exceptionId"]);
}

TEST_F(ConsoleTest, tells_nothing_of_a_rejection_that_is_handled_in_its_turn) {
  client.result("Runtime.enable");
  runScript("const kept = Promise.reject(1); Promise.resolve().then(() => kept.catch(() => {}))");
  EXPECT_TRUE(client.events("Runtime.exceptionThrown").empty());
  EXPECT_TRUE(client.events("Runtime.exceptionRevoked").empty());
}

// As a page's script does: who ran it is answered, and everybody is told, by the same id.
TEST_F(ConsoleTest, tells_of_a_script_that_threw_under_the_id_of_its_answer) {
  MemoryClient other(target);
  other.result("Runtime.enable");
  const Json answered = runScript("throw new Error('once')")["exceptionDetails"];
  EXPECT_EQ(answered["text"], "Uncaught");
  ASSERT_EQ(other.events("Runtime.exceptionThrown").size(), 1u);
  EXPECT_EQ(other.next("Runtime.exceptionThrown")["exceptionDetails"]["exceptionId"], answered["exceptionId"]);
}

}  // namespace
}  // namespace vmscope
