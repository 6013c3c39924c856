#include "engine/microtask/TraceExport.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/microtask/TraceRecorder.h"
#include "tests/programs/LocatedFixture.h"
#include "tests/programs/RandomProgram.h"

namespace vmscope {
namespace {

using Json = nlohmann::json;

class TraceExportTest : public test::LocatedTest {
 protected:
  void record(std::string_view source, std::size_t capacity = Trace::kDefaultCapacity) {
    recorder.start(capacity);
    run(source);
    recorder.stop();
  }

  TraceRecorder recorder{isolate};
};

TEST_F(TraceExportTest, WritesEachRowAsJson) {
  record("Promise.resolve().then(function f\xC3\xA9() {})");
  const Json json = Json::parse(toJson(recorder.trace()));
  EXPECT_EQ(json["dropped"], 0);
  ASSERT_EQ(json["rows"].size(), static_cast<std::size_t>(recorder.trace().next()));
  EXPECT_EQ(json["rows"][1]["kind"], "enqueue");
  EXPECT_EQ(json["rows"][1]["text"], "then f\xC3\xA9");
  EXPECT_EQ(json["rows"][1]["location"]["line"], 0);
}

/// What an event of each phase has, as the description of the Trace Event Format has it: member and type. Those with a
/// question mark may be absent; there are no others.
const std::map<std::string, std::map<std::string, std::string>> kEvents = {
    {"M", {{"name", "string"}, {"pid", "int"}, {"tid", "int"}, {"args", "object"}}},
    {"X",
     {{"name", "string"},
      {"cat", "string"},
      {"ts", "number"},
      {"dur", "number"},
      {"pid", "int"},
      {"tid", "int"},
      {"args?", "object"}}},
    {"i",
     {{"name", "string"},
      {"cat", "string"},
      {"ts", "number"},
      {"s", "scope"},
      {"pid", "int"},
      {"tid", "int"},
      {"args?", "object"}}},
    {"s", {{"name", "string"}, {"cat", "string"}, {"ts", "number"}, {"id", "int"}, {"pid", "int"}, {"tid", "int"}}},
    {"f",
     {{"name", "string"},
      {"cat", "string"},
      {"ts", "number"},
      {"id", "int"},
      {"bp", "enclosing"},
      {"pid", "int"},
      {"tid", "int"}}},
};

bool isOf(const Json& value, const std::string& type) {
  if (type == "string") return value.is_string() && !value.get<std::string>().empty();
  if (type == "int") return value.is_number_integer() && value >= 0;
  if (type == "number") return value.is_number() && value >= 0;  // microseconds
  if (type == "scope") return value == "g" || value == "p" || value == "t";
  if (type == "enclosing") return value == "e";
  return value.is_object() && !value.empty();
}

void expectEvent(const Json& event) {
  const auto known = kEvents.find(event.value("ph", ""));
  ASSERT_NE(known, kEvents.end()) << event;
  std::size_t members = 1;  // ph
  for (const auto& [member, type] : known->second) {
    const bool isOptional = member.back() == '?';
    const std::string name = isOptional ? member.substr(0, member.size() - 1) : member;
    if (isOptional && !event.contains(name)) continue;
    ASSERT_TRUE(event.contains(name) && isOf(event[name], type)) << name << " of " << event;
    ++members;
  }
  ASSERT_EQ(event.size(), members) << event;
  if (event["ph"] == "M") {
    const bool isOrder = event["name"] == "thread_sort_index";
    EXPECT_TRUE(isOrder || event["name"] == "process_name" || event["name"] == "thread_name") << event;
    EXPECT_TRUE(isOrder ? isOf(event["args"]["sort_index"], "int") : isOf(event["args"]["name"], "string")) << event;
  }
}

/// The format, and what viewers need besides: each track with a name, a flow's end behind its beginning and both inside
/// a slice, slices of one track nested.
void expectWellFormed(const Json& json) {
  EXPECT_TRUE(json["displayTimeUnit"] == "ns" || json["displayTimeUnit"] == "ms");
  ASSERT_TRUE(json["traceEvents"].is_array());
  std::map<int, std::vector<std::pair<double, double>>> slices;
  std::map<std::int64_t, double> begun;
  std::set<int> named;
  std::set<int> used;
  for (const Json& event : json["traceEvents"]) {
    expectEvent(event);
    if (testing::Test::HasFatalFailure()) return;
    const std::string phase = event["ph"];
    if (phase != "M" || event["name"] == "thread_name") (phase == "M" ? named : used).insert(event["tid"].get<int>());
    if (phase == "X")
      slices[event["tid"]].emplace_back(event["ts"], event["ts"].get<double>() + event["dur"].get<double>());
    if (phase == "s") begun[event["id"]] = event["ts"];
    if (phase == "f") {
      ASSERT_EQ(begun.count(event["id"]), 1u) << event;
      EXPECT_GE(event["ts"].get<double>(), begun[event["id"]]) << event;
    }
  }
  EXPECT_TRUE(std::includes(named.begin(), named.end(), used.begin(), used.end())) << json;
  for (const Json& event : json["traceEvents"]) {
    if (event["ph"] != "s" && event["ph"] != "f") continue;
    const auto& around = slices[event["tid"]];
    const double at = event["ts"];
    EXPECT_TRUE(std::any_of(around.begin(), around.end(), [at](const auto& slice) {
      return slice.first <= at + 0.002 && at <= slice.second + 0.002;
    })) << event;
  }
  for (auto& [track, all] : slices) {
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    std::vector<double> open;
    for (const auto& [start, end] : all) {
      while (!open.empty() && open.back() <= start) open.pop_back();
      if (!open.empty()) {
        EXPECT_LE(end, open.back() + 0.002) << "track " << track << " at " << start;
      }
      open.push_back(end);
    }
  }
}

TEST_F(TraceExportTest, WritesTraceEventsThatNest) {
  record("async function waits() { await 1; await 2 } waits(); Promise.resolve().then(function then() {});");
  const Json json = Json::parse(toTraceEvents(recorder.trace()));
  expectWellFormed(json);
  std::set<std::string> names;
  for (const Json& event : json["traceEvents"]) {
    if (event["ph"] == "X") names.insert(event["name"]);
  }
  EXPECT_EQ(names, (std::set<std::string>{"await waits", "then then", "checkpoint", "test.js"}));
}

TEST_F(TraceExportTest, WritesTraceEventsOfWhateverHappens) {
  Context* own = nullptr;
  {
    Lock lock(isolate);
    own = isolate.contexts().create(
        lock, {.name = "\"\n\xE6\xB2\x99\xE7\x9B\x92", .microtaskMode = MicrotaskMode::AfterEvaluate},
        ContextLife::Pinned);
  }
  recorder.start();
  run("Promise.reject(new Error('\\u0001\\ud800'))");
  run(*own, "Promise.resolve().then(function \xE5\x86\x85() {})");
  TraceRow line;
  line.kind = TraceRow::Kind::Console;
  line.words = "a \"line\"\n\xFF";
  line.where = {.scriptId = 1, .url = "a\\b.js", .line = 1, .column = 2};
  recorder.add(line);
  recorder.stop();
  const Json json = Json::parse(toTraceEvents(recorder.trace()));
  expectWellFormed(json);
  std::set<std::string> kinds;
  for (const Json& event : json["traceEvents"]) kinds.insert(event.value("cat", "metadata"));
  for (const char* each : {"console", "exception", "jobEnd", "enqueue", "checkpointEnd", "taskEnd", "flow"})
    EXPECT_EQ(kinds.count(each), 1u) << each;
}

TEST_F(TraceExportTest, WritesTraceEventsThatNestWhenTheBeginningWasDropped) {
  for (std::uint32_t seed = 1; seed < 40; ++seed) {
    record(test::RandomProgram(seed).source(), 30);
    expectWellFormed(Json::parse(toTraceEvents(recorder.trace())));
  }
}

}  // namespace
}  // namespace vmscope
