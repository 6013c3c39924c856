#include "engine/Isolate.h"

#include <algorithm>
#include <chrono>

#include "engine/EventLoop.h"
#include "engine/Observer.h"
#include "engine/Timers.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

using namespace std::chrono_literals;

class IsolateTest : public test::EngineTest {};

TEST_F(IsolateTest, RunsJobsOfTheDefaultQueueWhenTheTurnEnds) {
  run("globalThis.log = []; Promise.resolve().then(() => log.push('job')); log.push('script')");
  EXPECT_EQ(run("log.join()"), "script,job");
}

TEST_F(IsolateTest, EndsAnEndlessLoopAtItsTimeoutAndStaysUsable) {
  Context& main = isolate.contexts().main();
  EXPECT_EQ(run(main, "for (;;);", {20ms}), "Terminated");
  EXPECT_EQ(run("1 + 1"), "2");
}

TEST_F(IsolateTest, EndsAnEndlessLoopWhoseOnlyCallsAreBuiltIns) {
  Context& main = isolate.contexts().main();
  EXPECT_EQ(run(main, "for (;;) new Array(1000).fill(1)", {100ms}), "Terminated");
}

TEST_F(IsolateTest, RunsAnInterruptInsideAnEndlessLoop) {
  isolate.interrupt([this] { isolate.terminate(TerminationReason::User); });
  EXPECT_EQ(run("for (;;);"), "Terminated");
  EXPECT_EQ(run("1 + 1"), "2");
}

TEST_F(IsolateTest, TerminatesAScriptThatFillsItsHeapAndStaysUsable) {
  Isolate small(test::platform(), {.heapLimitBytes = 64u << 20});
  Lock lock(small);
  struct Watcher : Observer {
    void heapLimitReached(std::uint64_t) override { ++times; }
    int times = 0;
  } watcher;
  small.observe(watcher);
  const auto source = lock.string("const a = []; for (;;) a.push(new Array(1000).fill(a.length))");
  auto script = std::get<Script>(Script::compile(lock, small.contexts().main(), source, {}));
  {
    const Isolate::Turn turn(small);
    const Completion completion = script.run(lock, small.contexts().main());
    ASSERT_FALSE(completion.isNormal());
    EXPECT_EQ(completion.thrown().termination, TerminationReason::HeapLimit);
  }
  EXPECT_EQ(watcher.times, 1);
  EXPECT_EQ(small.terminationReason(), TerminationReason::None);
}

TEST_F(IsolateTest, RefusesArrayBuffersPastTheQuota) {
  Isolate small(test::platform(), {.arrayBufferQuotaBytes = 1u << 20});
  Lock lock(small);
  const auto source = lock.string("new ArrayBuffer(2 << 20)");
  auto script = std::get<Script>(Script::compile(lock, small.contexts().main(), source, {}));
  const Completion completion = script.run(lock, small.contexts().main());
  ASSERT_FALSE(completion.isNormal());
  EXPECT_EQ(lock.text(completion.thrown().value), "RangeError: Array buffer allocation failed");
}

TEST_F(IsolateTest, ReportsARejectionThatNobodyHandlesAfterTheTurn) {
  std::vector<std::string> reported;
  isolate.onUncaught([&](Lock& lock, const Thrown& thrown) { reported.push_back(lock.text(thrown.value)); });
  run("Promise.reject(new Error('late')).catch(() => {}); Promise.reject(new Error('lost'))");
  EXPECT_EQ(reported, std::vector<std::string>{"Error: lost"});
}

TEST_F(IsolateTest, RunsV8sOwnTasksInTheLoop) {
  run("const shared = new Int32Array(new SharedArrayBuffer(4)); globalThis.woken = 'no';"
      "Atomics.waitAsync(shared, 0, 0, 5).value.then(how => { woken = how })");
  isolate.loop().keepAlive();
  while (run("woken") == "no") isolate.loop().turn();
  isolate.loop().release();
  EXPECT_EQ(run("woken"), "timed-out");
}

struct Append : TimerWork {
  Append(std::vector<int>& list, int value) : order(list), number(value) {}
  Ran run() override {
    order.push_back(number);
    return Ran::Through;
  }
  std::vector<int>& order;
  int number;
};

TEST_F(IsolateTest, FiresTimersByDurationAndImmediatesAfterThem) {
  std::vector<int> order;
  Timers& timers = isolate.loop().timers();
  timers.start(TimerKind::Timeout, 4, std::make_shared<Append>(order, 3));
  timers.start(TimerKind::Timeout, 1, std::make_shared<Append>(order, 1));
  timers.start(TimerKind::Timeout, 1, std::make_shared<Append>(order, 2));
  const auto cleared = timers.start(TimerKind::Timeout, 1, std::make_shared<Append>(order, 99));
  timers.startImmediate(std::make_shared<Append>(order, 0));
  timers.cancel(cleared);
  isolate.loop().run();
  std::sort(order.begin(), order.begin() + 2);  // whether 1 ms has passed before the first turn is a race, as in Node
  EXPECT_EQ(std::vector<int>(order.end() - 1, order.end()), std::vector<int>{3});
  EXPECT_EQ(order.size(), 4u);
}

}  // namespace
}  // namespace vmscope
