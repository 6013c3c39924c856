#include "engine/microtask/StuckJobs.h"

#include <tuple>

#include "engine/microtask/JobStepper.h"
#include "tests/programs/LocatedFixture.h"

namespace vmscope {
namespace {

class StuckJobsTest : public test::LocatedTest {
 protected:
  StuckJobsTest() {
    Lock lock(isolate);
    own = isolate.contexts().create(lock, {.name = "own", .microtaskMode = MicrotaskMode::AfterEvaluate},
                                    ContextLife::Pinned);
    const auto outer = isolate.contexts().main().v8(lock);
    const auto inner = own->v8(lock);
    outer->Global()->Set(outer, lock.name("inner"), inner->Global()).Check();
    inner->SetSecurityToken(outer->GetSecurityToken());
  }

  std::string stuck() {
    Lock lock(isolate);
    std::string text;
    for (const StuckJob& job : findStuckJobs(isolate)) {
      text += std::string(job.isQueued ? "" : "  waits: ") + toText(job.kind) + " " + job.handler->name + ":" +
              std::to_string(job.handler->place.line + 1) + "\n";
    }
    return text;
  }

  std::string whyAndWhatHelps() {
    Lock lock(isolate);
    const auto found = findStuckJobs(isolate);
    return found.empty() ? "" : found[0].reason + "; " + found[0].remedy;
  }

  Context* own = nullptr;
};

TEST_F(StuckJobsTest, NamesWhoHangsOnAQueueThatNobodyDrains) {
  run("async function hangs() {        // 1\n"
      "  await inner.f();              // 2\n"
      "}                               // 3\n"
      "async function outermost() {    // 4\n"
      "  await hangs();                // 5\n"
      "}                               // 6\n"
      "inner.eval('globalThis.f = async function within() {\\n await 1;\\n }');\n"
      "outermost();                    // 8\n");
  // The outer await adopts a promise of another realm, whose `then` takes a job of that realm's queue.
  EXPECT_EQ(stuck(),
            "await within:2\n"
            "thenable then:0\n"
            "  waits: await hangs:2\n"
            "  waits: await outermost:5\n");
  run(*own, "0");
  EXPECT_EQ(stuck(), "");
}

TEST_F(StuckJobsTest, SaysWhyAndWhatWouldHelp) {
  run("inner.eval('Promise.resolve().then(() => {})')");
  Lock lock(isolate);
  const auto found = findStuckJobs(isolate);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(
      found[0].reason,
      "the queue belongs to the context \"own\" alone and is drained only when a run or an evaluation in it ends; "
      "none is going on");
  EXPECT_EQ(found[0].remedy, "run anything in \"own\", or drain the queue");
  EXPECT_EQ(found[0].cause, Undrained::NothingRuns);
  EXPECT_EQ(found[0].owner, "own");
}

TEST_F(StuckJobsTest, NamesTheJobsOfAHeldQueue) {
  JobStepper& stepper = isolate.microtasks().stepper();
  stepper.hold(isolate.defaultQueue(), true);
  run("Promise.resolve().then(function then() {})");
  EXPECT_EQ(stuck(), "then then:1\n");
  EXPECT_EQ(whyAndWhatHelps(), "the queue is held; step it, drain it, or release it");
  std::ignore = stepper.step(isolate.defaultQueue());
  EXPECT_EQ(stuck(), "");
}

TEST_F(StuckJobsTest, NamesTheJobsOfADisposedContext) {
  run("inner.eval('Promise.resolve().then(function late() {})')");
  {
    Lock lock(isolate);
    isolate.contexts().dispose(lock, *own);
  }
  EXPECT_EQ(stuck(), "then late:1\n");
  EXPECT_EQ(whyAndWhatHelps(), "the context \"own\" was disposed; nothing");
}

TEST_F(StuckJobsTest, FindsNothingWhereTheEndOfTheRunDrainsTheQueue) {
  std::string meanwhile = "not looked";
  isolate.interrupt([&] {
    meanwhile = stuck();
    isolate.terminate(TerminationReason::User);
  });
  run(*own, "Promise.resolve().then(() => {}); for (;;);");
  EXPECT_EQ(meanwhile, "");
}

}  // namespace
}  // namespace vmscope
