#include <gtest/gtest.h>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::ErrorCode;
using protocol::Json;

class ModulesAgentTest : public test::InspectorTest {
 protected:
  Json create(const std::string& identifier, const std::string& source, int context = 1) {
    return client.result(
        "Modules.create",
        {{"executionContextId", context}, {"kind", "sourceText"}, {"identifier", identifier}, {"source", source}});
  }
  Json make(const std::string& identifier, const std::string& source) {
    return create(identifier, source)["module"]["moduleId"];
  }
  Json link(const Json& id) { return client.result("Modules.link", {{"moduleId", id}}); }
  Json instantiate(const Json& id) { return client.result("Modules.instantiate", {{"moduleId", id}}); }
  Json evaluateModule(const Json& id, Json params = Json::object()) {
    params["moduleId"] = id;
    return client.result("Modules.evaluate", params);
  }
};

TEST_F(ModulesAgentTest, takes_a_module_through_its_four_steps) {
  const Json created = create("lab:a", "import { b } from 'lab:b';\nexport const a = b + 1;")["module"];
  EXPECT_EQ(created["status"], "unlinked");
  EXPECT_EQ(created["requests"][0]["specifier"], "lab:b");
  EXPECT_EQ(created["requests"][0]["line"], 0);
  const Json a = created["moduleId"], b = make("lab:b", "export const b = 41;");
  EXPECT_FALSE(link(a).contains("exceptionDetails"));
  EXPECT_FALSE(link(b).contains("exceptionDetails"));
  EXPECT_EQ(instantiate(a)["module"]["status"], "linked");
  const Json evaluated = evaluateModule(a);
  EXPECT_EQ(evaluated["module"]["status"], "evaluated");
  EXPECT_EQ(evaluated["pending"], false);
  const Json object = client.result("Modules.getNamespace", {{"moduleId", a}})["namespace"];
  EXPECT_EQ(object["className"], "Module");
  const Json read = client.result("Runtime.callFunctionOn", {{"objectId", object["objectId"]},
                                                             {"functionDeclaration", "function() { return this.a }"}});
  EXPECT_EQ(read["result"]["value"], 42);
}

TEST_F(ModulesAgentTest, shows_the_graph) {
  const Json a = make("lab:a", "import 'lab:b';"), b = make("lab:b", "import 'lab:a'; export {};");
  link(a);
  const Json graph = client.result("Modules.getGraph");
  ASSERT_EQ(graph["modules"].size(), 2u);
  ASSERT_EQ(graph["edges"].size(), 2u);
  EXPECT_EQ(graph["edges"][0]["from"], a);
  EXPECT_EQ(graph["edges"][0]["to"], b);
  EXPECT_EQ(graph["edges"][0]["specifier"], "lab:b");
  EXPECT_FALSE(graph["edges"][1].contains("to"));
  const int other = createContext();
  EXPECT_TRUE(client.result("Modules.getGraph", {{"executionContextId", other}})["modules"].empty());
}

TEST_F(ModulesAgentTest, tells_of_modules_to_those_who_asked) {
  client.result("Modules.enable");
  const Json a = make("lab:a", "export {};");
  EXPECT_EQ(client.next("Modules.moduleAdded")["module"]["moduleId"], a);
  link(a);
  EXPECT_EQ(client.next("Modules.moduleLinked")["moduleId"], a);
  instantiate(a);
  evaluateModule(a);
  client.until([&] { return client.events("Modules.statusChanged").size() >= 2; }, "status changes");
  EXPECT_EQ(client.events("Modules.statusChanged").back()["to"], "evaluated");
  client.result("Modules.remove", {{"moduleId", a}});
  EXPECT_EQ(client.next("Modules.moduleRemoved")["moduleId"], a);
  EXPECT_TRUE(client.call("Modules.link", {{"moduleId", a}}).error);
  EXPECT_TRUE(client.result("Modules.getGraph")["modules"].empty());
}

TEST_F(ModulesAgentTest, says_what_does_not_parse) {
  const Json failed = create("lab:bad", "export const = 1;");
  EXPECT_FALSE(failed.contains("module"));
  EXPECT_EQ(failed["exceptionDetails"]["exception"]["className"], "SyntaxError");
  EXPECT_EQ(failed["exceptionDetails"]["lineNumber"], 0);
}

TEST_F(ModulesAgentTest, says_what_an_import_cannot_find) {
  const Json a = make("lab:a", "import 'lab:nowhere';");
  EXPECT_EQ(link(a)["exceptionDetails"]["text"], "'lab:nowhere', which 'lab:a' imports, is no module of the context");
  const Json b = make("lab:b", "import { missing } from 'lab:c';"), c = make("lab:c", "export {};");
  link(b);
  link(c);
  EXPECT_EQ(instantiate(b)["exceptionDetails"]["exception"]["className"], "SyntaxError");
}

TEST_F(ModulesAgentTest, links_as_resolutions_say) {
  const Json a = make("lab:a", "export { v } from 'anything';"), b = make("lab:b", "export const v = 1;");
  const Json resolutions = Json::array({{{"specifier", "anything"}, {"moduleId", b}}});
  client.result("Modules.link", {{"moduleId", a}, {"resolutions", resolutions}});
  EXPECT_EQ(client.result("Modules.getGraph")["edges"][0]["to"], b);
}

TEST_F(ModulesAgentTest, reports_what_a_body_throws) {
  const Json a = make("lab:a", "throw new RangeError('no');");
  link(a);
  instantiate(a);
  const Json evaluated = evaluateModule(a);
  EXPECT_EQ(evaluated["module"]["status"], "errored");
  EXPECT_EQ(evaluated["module"]["error"]["message"], "RangeError: no");
  EXPECT_EQ(evaluated["exceptionDetails"]["exception"]["className"], "RangeError");
}

TEST_F(ModulesAgentTest, shows_a_pending_top_level_await_and_answers_when_it_settles) {
  const Json a = make("lab:a", "globalThis.p = Promise.withResolvers();\nawait p.promise;\nglobalThis.after = true;");
  link(a);
  instantiate(a);
  const Json begun = evaluateModule(a);
  EXPECT_EQ(begun["pending"], true);
  EXPECT_EQ(begun["module"]["awaiting"]["line"], 1);
  const auto again = client.post("Modules.evaluate", {{"moduleId", a}, {"awaitPromise", true}});
  evaluate("p.resolve()");
  const Json settled = client.answerTo(again).result;
  EXPECT_EQ(settled["pending"], false);
  EXPECT_EQ(evaluate("after"), true);
}

TEST_F(ModulesAgentTest, completes_an_awaited_evaluation_in_a_context_with_its_own_queue) {
  const int own =
      createContext({{"microtaskMode", "afterEvaluate"}, {"contextObject", "{ outer: Promise.withResolvers() }"}});
  const Json a = create("lab:a", "await outer.promise; await 1;", own)["module"]["moduleId"];
  link(a);
  instantiate(a);
  const auto evaluation = client.post("Modules.evaluate", {{"moduleId", a}, {"awaitPromise", true}});
  client.result("Runtime.evaluate", {{"expression", "outer.resolve()"}, {"contextId", own}});
  EXPECT_EQ(client.answerTo(evaluation).result["module"]["status"], "evaluated");
}

TEST_F(ModulesAgentTest, ends_an_evaluation_at_its_timeout) {
  const Json a = make("lab:a", "for (;;);");
  link(a);
  instantiate(a);
  EXPECT_EQ(evaluateModule(a, {{"timeout", 20}})["exceptionDetails"]["text"],
            "Execution was terminated by its timeout");
  EXPECT_EQ(evaluate("1 + 1"), 2);
}

TEST_F(ModulesAgentTest, makes_synthetic_modules_of_expressions) {
  const Json made =
      client.result("Modules.create", {{"executionContextId", 1},
                                       {"kind", "synthetic"},
                                       {"identifier", "lab:s"},
                                       {"exports", Json::array({{{"name", "answer"}, {"expression", "6 * 7"}}})}});
  EXPECT_EQ(made["module"]["kind"], "synthetic");
  const Json user = make("lab:user", "import { answer } from 'lab:s'; globalThis.got = answer;");
  link(user);
  instantiate(user);
  evaluateModule(user);
  EXPECT_EQ(evaluate("got"), 42);
}

TEST_F(ModulesAgentTest, shows_a_body_that_threw_once_in_the_console) {
  client.result("Runtime.enable");
  const Json a = make("lab:a", "throw new Error('once');");
  link(a);
  instantiate(a);
  evaluateModule(a);
  EXPECT_EQ(client.events("Runtime.exceptionThrown").size(), 1u);
}

TEST_F(ModulesAgentTest, names_what_is_wrong) {
  EXPECT_EQ(client.call("Modules.link", {{"moduleId", "x"}}).error->message,
            "Invalid parameters: moduleId: there is no module x");
  EXPECT_TRUE(client.call("Modules.evaluate", {{"moduleId", "99"}}).error);
  EXPECT_EQ(client.call("Modules.create", {{"executionContextId", 1}, {"kind", "sourceText"}, {"identifier", "a"}})
                .error->message,
            "Invalid parameters: source is missing");
  EXPECT_TRUE(
      client.call("Modules.create", {{"executionContextId", 9}, {"kind", "synthetic"}, {"identifier", "a"}}).error);
  const Json a = make("lab:a", "export {};");
  EXPECT_EQ(client.call("Modules.evaluate", {{"moduleId", a}}).error->message, "the module is not instantiated");
  EXPECT_TRUE(client.call("Modules.getNamespace", {{"moduleId", a}}).error);
}

}  // namespace
}  // namespace vmscope
