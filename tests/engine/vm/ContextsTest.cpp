#include "engine/vm/Contexts.h"

#include <chrono>

#include "engine/EventLoop.h"
#include "engine/Observer.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

using namespace std::chrono_literals;

class ContextsTest : public test::EngineTest {
 protected:
  Context& make(ContextOptions options = {}) {
    options.global = GlobalKind::Vanilla;
    Lock lock(isolate);
    return *isolate.contexts().create(lock, std::move(options), ContextLife::Pinned);
  }
};

TEST_F(ContextsTest, NumbersTheUnnamedOnly) {
  EXPECT_EQ(make().name(), "VM Context 1");
  EXPECT_EQ(make({.name = "alpha", .origin = "http://alpha.example"}).name(), "alpha");
  EXPECT_EQ(make().name(), "VM Context 2");
}

TEST_F(ContextsTest, GivesEachContextItsOwnBuiltIns) {
  Context& alpha = make();
  run(alpha, "Array.prototype.mark = 1");
  EXPECT_EQ(run(alpha, "[].mark"), "1");
  EXPECT_EQ(run("[].mark"), "undefined");
}

TEST_F(ContextsTest, DrainsAnOwnQueueBeforeTheRunReturns) {
  Context& own = make({.microtaskMode = MicrotaskMode::AfterEvaluate});
  run(own, "globalThis.log = []; Promise.resolve().then(() => log.push('job'))");
  EXPECT_EQ(run(own, "log.join()"), "job");
}

TEST_F(ContextsTest, CountsJobsOfAnOwnQueueAgainstTheTimeout) {
  Context& own = make({.microtaskMode = MicrotaskMode::AfterEvaluate});
  EXPECT_EQ(run(own, "const again = () => Promise.resolve().then(again); again()", {20ms}), "Terminated");
  EXPECT_EQ(run(own, "1 + 1"), "2");
}

TEST_F(ContextsTest, KeepsTheJobsOfAHeldQueue) {
  Context& own = make({.microtaskMode = MicrotaskMode::AfterEvaluate});
  own.queue().setHeld(true);
  run(own, "globalThis.log = []; Promise.resolve().then(() => log.push('job'))");
  EXPECT_EQ(run(own, "log.join()"), "");
  own.queue().setHeld(false);
  run(own, "");
  EXPECT_EQ(run(own, "log.join()"), "job");
}

TEST_F(ContextsTest, RefusesCodeFromStringsWhereItIsOff) {
  Context& strict = make({.allowsStrings = false});
  EXPECT_EQ(run(strict, "eval('1')"), "Uncaught EvalError: Code generation from strings disallowed for this context");
}

TEST_F(ContextsTest, GivesAContextifiedContextASandboxOfTheMainContext) {
  Lock lock(isolate);
  Context& context = *isolate.contexts().create(lock, {.name = "mine"}, ContextLife::Pinned);
  EXPECT_EQ(run(context, "var x = 1; this.y = 2; Object.keys(this).join()"), "x,y");
  const auto sandbox = context.sandbox(lock);
  EXPECT_EQ(isolate.contexts().ofSandbox(lock, sandbox), &context);
  EXPECT_EQ(Context::from(sandbox->GetCreationContextChecked(lock.v8())), &isolate.contexts().main());
}

TEST_F(ContextsTest, TellsObserversOfCreationDisposalAndCollection) {
  struct Log : Observer {
    void contextCreated(Lock&, Context& context) override { text += "+" + context.name(); }
    void contextDestroyed(Lock&, Context& context) override { text += "-" + context.name(); }
    void contextCollected(int) override { text += "."; }
    std::string text;
  } log;
  isolate.observe(log);
  Context& alpha = make({.name = "alpha"});
  {
    Lock lock(isolate);
    isolate.contexts().dispose(lock, alpha);
  }
  EXPECT_EQ(log.text, "+alpha-alpha");
  isolate.v8()->LowMemoryNotification();
  isolate.loop().turn();
  EXPECT_EQ(log.text, "+alpha-alpha.");
  isolate.unobserve(log);
}

}  // namespace
}  // namespace vmscope
