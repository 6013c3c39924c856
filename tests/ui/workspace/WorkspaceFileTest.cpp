#include "ui/workspace/WorkspaceFile.h"

#include <gmock/gmock.h>

#include <ctime>

namespace vmscope::ui::tests {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

std::vector<std::string> problemsOf(const WorkspaceReading& reading) {
  std::vector<std::string> texts;
  for (const WorkspaceProblem& problem : reading.problems) texts.push_back(problem.text().toStdString());
  return texts;
}

WorkspaceReading read(const QByteArray& text) {
  return readWorkspace(text, "w.json");
}

WorkspaceDescription everything() {
  WorkspaceDescription description;
  WorkspaceContext alpha;
  alpha.name = "alpha";
  alpha.origin = "http://alpha.example";
  alpha.contextObject = "({ setTimeout })";
  alpha.documents = {"a.js", "lib/b.mjs"};
  WorkspaceContext beta;
  beta.name = "beta \"β\"";
  beta.origin = "https://beta.example:8443";
  beta.queue = WorkspaceContext::Queue::Own;
  beta.globalObject = WorkspaceContext::GlobalObject::Vanilla;
  beta.strings = WorkspaceContext::CodeGeneration::Refused;
  description.contexts = {alpha, beta};
  description.breakpoints = {{"a.js", 0, {}, {}, Breakpoint::State::Enabled, {}},
                             {"a.js", 9, "x > 1", {}, Breakpoint::State::Disabled, {}},
                             {"lib/b.mjs", 4, {}, "'x is', x", Breakpoint::State::Enabled, {}}};
  description.watch = {"x", "this"};
  return description;
}

}  // namespace

TEST(WorkspaceFile, comes_back_as_it_was_written) {
  const WorkspaceReading reading = read(writeWorkspace(everything()));
  EXPECT_THAT(problemsOf(reading), IsEmpty());
  EXPECT_EQ(reading.description, everything());
}

TEST(WorkspaceFile, is_written_in_a_fixed_order_with_defaults_left_out) {
  WorkspaceDescription description = everything();
  description.contexts.pop_back();
  description.breakpoints.pop_back();
  const char* expected = R"json({
  "version": 1,
  "contexts": [
    {
      "name": "alpha",
      "origin": "http://alpha.example",
      "contextObject": "({ setTimeout })",
      "documents": [
        "a.js",
        "lib/b.mjs"
      ]
    }
  ],
  "breakpoints": [
    {
      "document": "a.js",
      "line": 1
    },
    {
      "document": "a.js",
      "line": 10,
      "condition": "x > 1",
      "enabled": false
    }
  ],
  "watch": [
    "x",
    "this"
  ]
}
)json";
  EXPECT_EQ(writeWorkspace(description), expected);
}

TEST(WorkspaceFile, keeps_members_that_it_does_not_know) {
  const WorkspaceReading reading = read(R"({"version": 1, "zoom": [1.5, {"deep": null}],
    "contexts": [{"name": "a", "origin": "", "note": "mine", "documents": []}],
    "breakpoints": [{"document": "a.js", "line": 3, "hits": 7}]})");
  EXPECT_THAT(problemsOf(reading), IsEmpty());
  const QByteArray written = writeWorkspace(reading.description);
  EXPECT_TRUE(written.contains("\"note\": \"mine\""));
  EXPECT_TRUE(written.contains("\"hits\": 7"));
  EXPECT_EQ(read(written).description, reading.description);
  EXPECT_THAT(reading.description.unknown,
              ElementsAre(std::pair<std::string, std::string>("zoom", R"([1.5,{"deep":null}])")));
}

TEST(WorkspaceFile, names_line_and_column_where_the_grammar_breaks_and_keeps_what_came_before) {
  const WorkspaceReading reading = read(R"({
  "version": 1,
  "contexts": [
    {"name": "alpha", "origin": "http://alpha.example", "documents": ["a.js"]},
    {"name": "beta" "origin": ""}
  ]
})");
  ASSERT_THAT(problemsOf(reading), ElementsAre(StartsWith("w.json:5:")));
  EXPECT_TRUE(reading.problems[0].reason.contains("expected '}'")) << qPrintable(reading.problems[0].reason);
  ASSERT_EQ(reading.description.contexts.size(), 2u);
  EXPECT_EQ(reading.description.contexts[0].documents, QStringList{"a.js"});
}

TEST(WorkspaceFile, names_the_line_of_every_value_that_makes_no_sense) {
  const QByteArray text = R"({
  "version": 1,
  "contexts": [
    {"name": 7, "origin": "alpha.example", "documents": ["a.js", 12, "../b.js"]},
    {"name": "b", "origin": "http://b.example", "microtaskMode": "never", "codeGeneration": {"wasm": "no"}},
    {"name": "b", "documents": []},
    "c"
  ],
  "breakpoints": [{"document": "a.js", "line": 0}, {"line": 3}],
  "watch": {}
})";
  EXPECT_THAT(problemsOf(read(text)),
              ElementsAre("w.json:4:5: the context has no \"name\"",                  //
                          "w.json:4:14: \"name\" must be a string, not a number",     //
                          StartsWith("w.json:4:27: \"alpha.example\" is no origin"),  //
                          "w.json:4:66: \"documents\" holds a number where a string belongs",
                          "w.json:4:70: \"../b.js\" is no path inside the workspace's folder",
                          "w.json:5:66: \"microtaskMode\" cannot be \"never\"; it can be \"afterEvaluate\"",
                          "w.json:5:102: \"wasm\" must be true or false, not a string",
                          "w.json:6:14: there are two contexts named \"b\"",
                          "w.json:7:5: \"contexts\" holds a string where an object belongs",
                          "w.json:9:48: lines count from 1",  //
                          "w.json:9:52: the breakpoint has no \"document\"",
                          "w.json:10:12: \"watch\" must be an array, not an object"));
}

TEST(WorkspaceFile, opens_a_newer_format_as_far_as_it_understands_it) {
  const WorkspaceReading reading = read(R"({"version": 3, "contexts": [{"name": "a"}], "lanes": []})");
  EXPECT_THAT(problemsOf(reading),
              ElementsAre(StartsWith("w.json:1:13: the file has format version 3, made by a newer")));
  EXPECT_EQ(reading.description.contexts.size(), 1u);
}

TEST(WorkspaceFile, refuses_what_is_no_workspace_at_all) {
  EXPECT_THAT(problemsOf(read("")), ElementsAre(StartsWith("w.json:1:1: ")));
  EXPECT_THAT(problemsOf(read("[1, 2]")), ElementsAre("w.json:1:1: a workspace is a JSON object, not an array"));
  EXPECT_THAT(problemsOf(read("{}")), ElementsAre("w.json:1:1: \"version\" is missing"));
  EXPECT_THAT(problemsOf(read("{\"version\": 1, \"version\": 1}")),
              ElementsAre("w.json:1:16: the key \"version\" is given twice"));
  EXPECT_THAT(problemsOf(read("{\"version\": 1, \"x\": " + QByteArray(100000, '['))),
              ElementsAre("w.json:1:84: nested deeper than 64 levels"));
}

TEST(WorkspaceFile, refuses_one_document_in_two_contexts) {
  const QByteArray text = R"({"version": 1, "contexts": [{"name": "a", "documents": ["x.js"]},
{"name": "b", "documents": ["y.js", "x.js"]}]})";
  EXPECT_THAT(problemsOf(read(text)), ElementsAre("w.json:2:37: \"x.js\" already belongs to the context \"a\""));
}

TEST(WorkspaceFile, of_forty_thousand_documents_is_read_without_a_pause) {
  QByteArray text = R"({"version": 1, "contexts": [{"name": "a", "documents": ["first.js")";
  for (int number = 0; number < 40'000; ++number) text += ",\n\"d" + QByteArray::number(number) + ".js\"";
  text += "]},\n{\"name\": \"b\", \"documents\": [\"d7.js\"]}]}";
  const std::clock_t start = std::clock();  // processor time, which other programs do not lengthen
  const auto problems = problemsOf(read(text));
  EXPECT_LT(std::clock() - start, CLOCKS_PER_SEC);  // counting the lines anew for each took five seconds
  EXPECT_THAT(problems, ElementsAre(StartsWith("w.json:40002:29:")));
}

TEST(Origin, is_scheme_host_and_port) {
  for (const char* good :
       {"", "http://a", "https://b.example:8443", "vm://x-y", "http://[::1]:80", "http://127.0.0.1"}) {
    EXPECT_EQ(originProblem(good).toStdString(), "") << good;
  }
  for (const char* bad :
       {"a", "http://", "http://a/", "http://a:b", "http://a:70000", "://a", "http://u@a", "http://a b"}) {
    EXPECT_NE(originProblem(bad).toStdString(), "") << bad;
  }
}

}  // namespace vmscope::ui::tests
