#include "engine/microtask/JobStepper.h"

#include <functional>

#include "engine/EventLoop.h"
#include "engine/Timers.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class JobStepperTest : public test::EngineTest {
 protected:
  /// The name of the handler that a step ran, or why there was no step.
  std::string stepped(const std::variant<Stepped, StepRefusal>& outcome) {
    if (const auto* refusal = std::get_if<StepRefusal>(&outcome)) return "refused: " + refusal->reason;
    const Stepped& step = std::get<Stepped>(outcome);
    if (!step.job) return "nothing";
    return step.job->handler->name + (step.termination == TerminationReason::None ? "" : " (terminated)");
  }
  std::string step() { return stepped(stepper.step(queue)); }
  Context& ownQueueContext() {
    Lock lock(isolate);
    return *isolate.contexts().create(lock, {.microtaskMode = MicrotaskMode::AfterEvaluate}, ContextLife::Pinned);
  }

  Microtasks& microtasks = isolate.microtasks();
  JobStepper& stepper = microtasks.stepper();
  MicrotaskQueue& queue = isolate.defaultQueue();
};

TEST_F(JobStepperTest, RunsTheHeadAloneAndLeavesWhatItEnqueues) {
  stepper.hold(queue, true);
  run("globalThis.log = []; const p = Promise.resolve();"
      "p.then(function one() { log.push(1); p.then(function three() { log.push(3) }) });"
      "p.then(function two() { log.push(2) })");
  EXPECT_EQ(step(), "one");
  EXPECT_EQ(run("log.join()"), "1");
  EXPECT_EQ(step(), "two");
  EXPECT_EQ(step(), "three");
  EXPECT_EQ(step(), "nothing");
  EXPECT_EQ(run("log.join()"), "1,2,3");
}

TEST_F(JobStepperTest, NumbersAJobForLife) {
  stepper.hold(queue, true);
  run("const p = Promise.resolve(); for (let i = 0; i < 3; ++i) p.then(() => {})");
  const auto ids = [&] {
    Lock lock(isolate);
    std::vector<JobId> found;
    for (const Job& job : microtasks.view(queue, 0, 10).page.jobs) found.push_back(job.id);
    return found;
  };
  EXPECT_EQ(ids(), (std::vector<JobId>{1, 2, 3}));
  step();
  EXPECT_EQ(ids(), (std::vector<JobId>{2, 3}));
}

TEST_F(JobStepperTest, RunsToAJobAndNotTheJob) {
  stepper.hold(queue, true);
  run("globalThis.log = []; const p = Promise.resolve(); for (let i = 1; i < 5; ++i) p.then(() => log.push(i))");
  EXPECT_EQ(std::get<SteppedRun>(stepper.runTo(3)).jobsRun, 2);
  EXPECT_EQ(run("log.join()"), "1,2");
  EXPECT_EQ(std::get<StepRefusal>(stepper.runTo(1)).reason, "this job has run");
  EXPECT_EQ(std::get<StepRefusal>(stepper.runTo(99)).reason, "there is no such job yet");
  EXPECT_EQ(std::get<SteppedRun>(stepper.drain(queue)).jobsRun, 2);
  EXPECT_EQ(run("log.join()"), "1,2,3,4");
}

TEST_F(JobStepperTest, LosesOnlyTheJobThatIsTerminated) {
  stepper.hold(queue, true);
  run("globalThis.log = []; const p = Promise.resolve();"
      "p.then(function endless() { for (;;); }); p.then(function after() { log.push('after') })");
  isolate.interrupt([this] { isolate.terminate(TerminationReason::User); });
  EXPECT_EQ(step(), "endless (terminated)");
  EXPECT_EQ(step(), "after");
  EXPECT_EQ(run("log.join()"), "after");
}

TEST_F(JobStepperTest, RefusesWhileJavaScriptRuns) {
  stepper.hold(queue, true);
  run("Promise.resolve().then(() => {})");
  std::string answer;
  isolate.interrupt([&] {
    answer = step();
    isolate.terminate(TerminationReason::User);
  });
  run("for (;;);");
  EXPECT_EQ(answer, "refused: JavaScript is running");
}

TEST_F(JobStepperTest, StepsTheQueueThatTheEngineWouldDrainNext) {
  Context& inner = ownQueueContext();
  stepper.hold(queue, true);
  stepper.hold(inner.queue(), true);
  {
    // The inner run ends, and so wants its jobs run, before the outer turn does.
    const Isolate::Turn turn(isolate);
    run("Promise.resolve().then(function outer() {})");
    run(inner, "Promise.resolve().then(function inner() {})");
  }
  EXPECT_EQ(stepped(stepper.step()), "inner");
  EXPECT_EQ(stepped(stepper.step()), "outer");
  EXPECT_EQ(stepped(stepper.step()), "nothing");
}

TEST_F(JobStepperTest, MakesUpForMissedCheckpointsWhenReleased) {
  stepper.hold(queue, true);
  run("globalThis.log = []; Promise.resolve().then(() => log.push('late'))");
  EXPECT_EQ(run("log.length"), "0");
  stepper.hold(queue, false);
  isolate.loop().turn();
  EXPECT_EQ(run("log.join()"), "late");
}

TEST_F(JobStepperTest, LetsTimersAndImmediatesWaitForTheJobsOfAHeldQueue) {
  struct Work : TimerWork {
    explicit Work(std::function<void()> callback) : callback_(std::move(callback)) {}
    Ran run() override {
      callback_();
      return Ran::Through;
    }
    std::function<void()> callback_;
  };
  std::string log;
  Timers& timers = isolate.loop().timers();
  stepper.hold(queue, true);
  timers.startImmediate(std::make_shared<Work>([&] { log += "immediate "; }));
  timers.start(TimerKind::Timeout, 1, std::make_shared<Work>([&] { log += "timer "; }));
  run("globalThis.done = 0; Promise.resolve().then(() => ++done)");
  EXPECT_TRUE(isolate.loop().turn()) << "a held queue keeps the loop alive";
  EXPECT_EQ(log, "");
  EXPECT_NE(step(), "nothing");
  EXPECT_EQ(run("done"), "1");
  isolate.loop().run();
  EXPECT_EQ(log.size(), std::string("immediate timer ").size());
}

TEST_F(JobStepperTest, ReportsWhatACallbackThrowsAndGoesOn) {
  std::string reported;
  isolate.onUncaught([&](Lock& lock, const Thrown& thrown) { reported += lock.text(thrown.value); });
  stepper.hold(queue, true);
  run("globalThis.log = []");
  {
    Lock lock(isolate);
    Context& main = isolate.contexts().main();
    const v8::Context::Scope scope(main.v8(lock));
    for (const char* source : {"(function throws() { throw 'no' })", "(function after() { log.push('after') })"}) {
      const auto compiled = Script::compile(lock, main, lock.string(source), {"test.js"});
      queue.enqueue(lock, std::get<Script>(compiled).run(lock, main).value().As<v8::Function>());
    }
  }
  EXPECT_EQ(step(), "throws");
  EXPECT_EQ(reported, "no");
  EXPECT_EQ(step(), "after");
  EXPECT_EQ(run("log.join()"), "after");
}

TEST_F(JobStepperTest, KeepsTheOrderWhileEachJobIsObserved) {
  struct Starts : JobObserver {
    void jobStarted(const Job& job, double) override { names += job.handler->name + " "; }
    void jobsEnqueued(std::span<const Job> jobs) override {
      for (const Job& job : jobs) {
        causes += std::to_string(job.id) + (job.cause ? toText(job.cause->kind) : "?") +
                  (job.cause ? std::to_string(job.cause->job) : "") + " ";
      }
    }
    std::string names;
    std::string causes;
  } starts;
  microtasks.observe(starts, JobDetail::EachJob);
  run("globalThis.log = [];"
      "async function a() { log.push('a1'); await b(); log.push('a2') } async function b() { log.push('b') }"
      "a(); Promise.resolve().then(function then() { log.push('then') })");
  microtasks.unobserve(starts);
  EXPECT_EQ(run("log.join()"), "a1,b,a2,then");
  EXPECT_EQ(starts.names, "a then ");
}

}  // namespace
}  // namespace vmscope
