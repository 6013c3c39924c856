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

/// The rules that Perfetto's importer of the format has: what a complete event and a flow need, slices of one track
/// nested.
void expectWellFormed(const Json& json) {
  std::map<int, std::vector<std::pair<double, double>>> slices;
  std::set<std::int64_t> begun;
  for (const Json& event : json["traceEvents"]) {
    ASSERT_TRUE(event.contains("name") && event.contains("pid") && event.contains("tid")) << event;
    const std::string phase = event["ph"];
    if (phase == "M") continue;
    ASSERT_TRUE(event["ts"].is_number()) << event;
    if (phase == "X")
      slices[event["tid"]].emplace_back(event["ts"], event["ts"].get<double>() + event["dur"].get<double>());
    if (phase == "s") begun.insert(event["id"].get<std::int64_t>());
    if (phase == "f") {
      EXPECT_EQ(event["bp"], "e");
      EXPECT_EQ(begun.count(event["id"].get<std::int64_t>()), 1u) << event;
    }
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

TEST_F(TraceExportTest, WritesTraceEventsThatNestWhenTheBeginningWasDropped) {
  for (std::uint32_t seed = 1; seed < 40; ++seed) {
    record(test::RandomProgram(seed).source(), 30);
    expectWellFormed(Json::parse(toTraceEvents(recorder.trace())));
  }
}

}  // namespace
}  // namespace vmscope
