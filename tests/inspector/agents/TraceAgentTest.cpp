#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/inspector/support/InspectorFixture.h"

namespace vmscope {
namespace {

using protocol::ErrorCode;
using protocol::Json;

class TraceAgentTest : public test::InspectorTest {
 protected:
  Json rows() { return client.result("Trace.get", {{"from", 0}, {"count", 1000}})["rows"]; }

  Json rowsOf(const std::string& kind) {
    Json found = Json::array();
    const Json all = rows();
    for (const Json& row : all) {
      if (row["kind"] == kind) found.push_back(row);
    }
    return found;
  }

  void run(const std::string& source) {
    client.result("Vm.runScript", {{"executionContextId", 1}, {"source", source}});
  }
};

TEST_F(TraceAgentTest, records_jobs_with_their_cause) {
  client.result("Trace.start");
  run("Promise.resolve().then(function job() {})");
  client.result("Trace.stop");
  const Json enqueues = rowsOf("enqueue"), starts = rowsOf("jobStart"), ends = rowsOf("jobEnd");
  ASSERT_EQ(starts.size(), 1u);
  EXPECT_NE(starts[0]["text"].get<std::string>().find("job"), std::string::npos);
  EXPECT_EQ(starts[0]["causeIndex"], enqueues[0]["index"]);
  EXPECT_EQ(starts[0]["jobId"], ends[0]["jobId"]);
  EXPECT_GE(ends[0]["durationMicros"].get<double>(), 0);
}

TEST_F(TraceAgentTest, records_console_lines_and_exceptions) {
  client.result("Trace.start");
  run("console.log('hello', 1);\nthrow new Error('no');");
  const Json lines = rowsOf("console");
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["text"], "hello 1");
  EXPECT_EQ(lines[0]["executionContextId"], 1);
  EXPECT_EQ(rowsOf("exception").size(), 1u);
}

// V8's own text of an object is [object Object].
TEST_F(TraceAgentTest, words_console_lines_as_clients_that_listen_read_them) {
  client.result("Runtime.enable");
  client.result("Trace.start");
  run("console.log('a', 42, { b: 1, c: 'x', d: [1] }, [1, [2], 'y']);\n"
      "console.log(new Map([[1, { k: 2 }], ['s', 3]]), new Set(['t']), new (class Point { x = 0 }), class {});\n"
      "console.log('%c%s is %d %%', 'color: red', 'five', 5, null, undefined, -0, 6n);\n"
      "console.log('%s');\n"
      "console.log(new TypeError('no'));\n"
      "console.table([{ n: 1 }]);");
  std::vector<std::string> texts;
  for (const Json& line : rowsOf("console")) texts.push_back(line["text"]);
  EXPECT_THAT(texts, testing::ElementsAre("a 42 {b: 1, c: 'x', d: Array(1)} [1, Array(1), 'y']",
                                          "Map(2) {1 => {k: 2}, 's' => 3} Set(1) {'t'} Point {x: 0} class {}",
                                          "five is 5 % null undefined -0 6n", "%s", "TypeError: no", "[Object]"));
}

TEST_F(TraceAgentTest, keeps_its_words_when_lines_are_told_again_to_who_comes_later) {
  client.result("Trace.start");
  run("console.log({ first: 1 })");
  test::MemoryClient late(target);
  late.result("Runtime.enable");
  EXPECT_EQ(rowsOf("console")[0]["text"], "[object Object]");
  run("console.log({ second: 2 })");
  EXPECT_EQ(rowsOf("console")[1]["text"], "{second: 2}");
}

TEST_F(TraceAgentTest, records_the_steps_of_modules) {
  client.result("Trace.start");
  const Json id = client.result("Modules.create", {{"executionContextId", 1},
                                                   {"kind", "sourceText"},
                                                   {"identifier", "lab:a"},
                                                   {"source", "export {};"}})["module"]["moduleId"];
  for (const char* step : {"Modules.link", "Modules.instantiate", "Modules.evaluate"}) {
    client.result(step, {{"moduleId", id}});
  }
  const Json steps = rowsOf("moduleStatus");
  ASSERT_FALSE(steps.empty());
  EXPECT_EQ(steps[0]["moduleId"], id);
  EXPECT_EQ(steps[steps.size() - 1]["text"], "lab:a evaluated");
}

TEST_F(TraceAgentTest, tells_what_it_dropped) {
  client.result("Trace.start", {{"capacity", 10}});
  run("for (let i = 0; i < 100; ++i) Promise.resolve().then(() => {})");
  const Json got = client.result("Trace.get", {{"from", 0}, {"count", 1000}});
  EXPECT_EQ(got["rows"].size(), 10u);
  EXPECT_EQ(got["rows"][0]["index"], got["first"]);
  EXPECT_EQ(got["dropped"], got["first"]);
  EXPECT_EQ(got["recording"], true);
  EXPECT_GT(client.next("Trace.dropped")["count"].get<int>(), 0);
}

TEST_F(TraceAgentTest, tells_of_new_rows) {
  client.result("Trace.start");
  run("Promise.resolve().then(() => {})");
  EXPECT_GT(client.next("Trace.rowsAdded")["next"].get<int>(), 0);
}

TEST_F(TraceAgentTest, exports_both_forms) {
  client.result("Trace.start");
  run("Promise.resolve().then(() => {})");
  const auto exported = [&](const char* format) {
    return Json::parse(client.result("Trace.export", {{"format", format}})["content"].get<std::string>());
  };
  EXPECT_FALSE(exported("json")["rows"].empty());
  EXPECT_TRUE(exported("trace-event").contains("traceEvents"));
}

TEST_F(TraceAgentTest, stops_recording) {
  client.result("Trace.start");
  client.result("Trace.stop");
  const size_t count = rows().size();
  run("Promise.resolve().then(() => {})");
  EXPECT_EQ(rows().size(), count);
  EXPECT_EQ(client.result("Trace.get", {{"from", 0}, {"count", 0}})["recording"], false);
}

TEST_F(TraceAgentTest, names_parameters_out_of_range) {
  EXPECT_EQ(client.call("Trace.start", {{"capacity", 0}}).error->code, ErrorCode::InvalidParams);
  EXPECT_EQ(client.call("Trace.get", {{"from", -1}, {"count", 1}}).error->message,
            "Invalid parameters: from: it is negative");
  EXPECT_EQ(client.call("Trace.get", {{"from", 0}}).error->message, "Invalid parameters: count is missing");
}

}  // namespace
}  // namespace vmscope
