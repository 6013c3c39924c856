#include "engine/microtask/Trace.h"

#include <regex>

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/microtask/TraceAccount.h"
#include "engine/microtask/TraceRecorder.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class TraceTest : public test::EngineTest {
 protected:
  /// The recording, one row a line: index, kind, text, and the row that caused it.
  std::string rows() const {
    std::string text;
    for (const TraceRow& row : recorder.trace().read(0, 1000)) {
      text += std::to_string(row.index) + " " + toText(row.kind) + " " + row.text();
      if (row.causeIndex >= 0) text += " <" + std::to_string(row.causeIndex);
      text += "\n";
    }
    return text;
  }

  TraceRecorder recorder{isolate};
};

/// Without the last column, which says how long each job took.
std::string untimed(const std::string& account) {
  return std::regex_replace(account, std::regex(" +(took|[0-9]+ us)\n"), "\n");
}

TEST_F(TraceTest, TellsWhatEachJobWasEnqueuedBy) {
  recorder.start();
  run("Promise.resolve().then(function first() { Promise.resolve().then(function second() {}) })");
  recorder.stop();
  run("Promise.resolve().then(function unseen() {})");
  EXPECT_EQ(rows(),
            "0 taskStart test.js\n"
            "1 enqueue then first <0\n"
            "2 taskEnd test.js <0\n"
            "3 checkpointStart checkpoint\n"
            "4 jobStart then first <1\n"
            "5 enqueue then second <4\n"
            "6 jobEnd then first <4\n"
            "7 jobStart then second <5\n"
            "8 jobEnd then second <7\n"
            "9 checkpointEnd checkpoint\n");
}

TEST_F(TraceTest, DropsTheOldestAndSaysHowMany) {
  recorder.start(4);
  run("Promise.resolve().then(function first() {}).then(function second() {})");
  EXPECT_EQ(recorder.trace().next(), 10);
  EXPECT_EQ(recorder.trace().dropped(), 6);
  EXPECT_EQ(recorder.trace().read(0, 100).size(), 4u);
  EXPECT_EQ(recorder.trace().read(0, 100).front().index, 6);
  EXPECT_EQ(recorder.trace().find(5), nullptr);
}

TEST_F(TraceTest, NestsTheJobsOfAnOwnQueueInTheRunThatDrainsThem) {
  Context* inner = nullptr;
  {
    Lock lock(isolate);
    inner = isolate.contexts().create(lock, {.microtaskMode = MicrotaskMode::AfterEvaluate}, ContextLife::Pinned);
  }
  recorder.start();
  run(*inner, "Promise.resolve().then(function inside() {})");
  EXPECT_EQ(rows(),
            "0 taskStart test.js\n"
            "1 enqueue then inside <0\n"
            "2 checkpointStart checkpoint\n"
            "3 jobStart then inside <1\n"
            "4 jobEnd then inside <3\n"
            "5 checkpointEnd checkpoint\n"
            "6 taskEnd test.js <0\n"
            "7 checkpointStart checkpoint\n"
            "8 checkpointEnd checkpoint\n");
  EXPECT_EQ(recorder.trace().find(3)->contextId, inner->id());
}

TEST_F(TraceTest, IsToldAsTheJobsRan) {
  recorder.start();
  run("Promise.resolve().then(function first() { Promise.resolve().then(function second() {}) });\n"
      "Promise.resolve().then(function third() {});");
  isolate.microtasks().stepper().hold(isolate.defaultQueue(), true);
  run("Promise.resolve().then(function late() {})");
  recorder.stop();
  EXPECT_EQ(untimed(account(recorder.trace())),
            "3 jobs ran in 1 checkpoint.\n"
            "\n"
            "#  queue  job          where         enqueued by\n"
            "1  1      then first   test.js:1:38  test.js\n"
            "2  1      then third   test.js:2:38  test.js\n"
            "3  1      then second  test.js:1:81  job 1\n"
            "\n"
            "Still waiting:\n"
            "  then late  test.js:1:37  in queue 1\n");
}

}  // namespace
}  // namespace vmscope
