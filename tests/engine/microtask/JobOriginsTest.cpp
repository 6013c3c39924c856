#include "engine/microtask/JobOrigins.h"

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class JobOriginsTest : public test::EngineTest {
 protected:
  JobOriginsTest() {
    microtasks.observe(observer, JobDetail::Checkpoints);
    microtasks.stepper().hold(queue, true);
  }
  ~JobOriginsTest() override {
    microtasks.origins().setLevel(OriginLevel::None);
    microtasks.unobserve(observer);
  }

  /// Each waiting job, what enqueued it, and the frames of its origin as function:line, 1-based.
  std::string waiting() {
    Lock lock(isolate);
    std::string text;
    for (const Job& job : microtasks.view(queue, 0, 100).page.jobs) {
      text += job.handler->name + " by " + (job.cause ? toText(job.cause->kind) : "nobody");
      if (job.cause && job.cause->kind == JobCause::Kind::Job) text += " " + std::to_string(job.cause->job);
      if (job.cause && !job.cause->name.empty()) text += " " + job.cause->name;
      for (const StackFrame& frame : job.origin ? *job.origin : CreationStack{}) {
        text += " < " + frame.function + ":" + std::to_string(frame.place.line + 1);
      }
      text += "\n";
    }
    return text;
  }

  JobObserver observer;
  Microtasks& microtasks = isolate.microtasks();
  MicrotaskQueue& queue = isolate.defaultQueue();
};

TEST_F(JobOriginsTest, NamesTheScriptAndTheJobThatEnqueued) {
  run("Promise.resolve().then(function first() { Promise.resolve().then(function second() {}) })");
  EXPECT_EQ(waiting(), "first by script test.js\n");
  (void)microtasks.stepper().step(queue);
  EXPECT_EQ(waiting(), "second by job 1\n");
}

TEST_F(JobOriginsTest, KnowsNothingOfJobsThatCameUnwatched) {
  microtasks.unobserve(observer);
  run("Promise.resolve().then(function unseen() {})");
  microtasks.observe(observer, JobDetail::Checkpoints);
  run("Promise.resolve().then(function seen() {})");
  EXPECT_EQ(waiting(), "unseen by nobody\nseen by script test.js\n");
}

TEST_F(JobOriginsTest, KeepsTheFrameThatEnqueues) {
  microtasks.origins().setLevel(OriginLevel::Top);
  run("const settled = Promise.resolve();              // 1\n"
      "let go;                                         // 2\n"
      "new Promise(r => go = r).then(function later() {});\n"
      "function registers() {                          // 4\n"
      "  settled.then(function now() {});              // 5\n"
      "}                                               // 6\n"
      "registers();                                    // 7\n"
      "(async function waits() {                       // 8\n"
      "  await settled;                                // 9\n"
      "})();                                           // 10\n"
      "function resolves() {                           // 11\n"
      "  go();                                         // 12\n"
      "}                                               // 13\n"
      "resolves();                                     // 14\n");
  EXPECT_EQ(waiting(),
            "now by script test.js < registers:5\n"
            "waits by script test.js < waits:9\n"
            "later by script test.js < resolves:12\n");
}

TEST_F(JobOriginsTest, KeepsTheWholeStackWhenAsked) {
  microtasks.origins().setLevel(OriginLevel::Full);
  run("function inner() { Promise.resolve().then(function then() {}) }\n"
      "function outer() { inner() }\n"
      "outer();\n");
  EXPECT_EQ(waiting(), "then by script test.js < inner:1 < outer:2 < :3\n");
}

TEST_F(JobOriginsTest, LeavesNoHookBehind) {
  microtasks.origins().setLevel(OriginLevel::Top);
  microtasks.origins().setLevel(OriginLevel::None);
  run("(function f() { Promise.resolve().then(function then() {}) })()");
  EXPECT_EQ(waiting(), "then by script test.js\n");
}

}  // namespace
}  // namespace vmscope
