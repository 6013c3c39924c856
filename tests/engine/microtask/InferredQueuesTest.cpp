#include "engine/microtask/InferredQueues.h"

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class InferredQueuesTest : public test::EngineTest {
 protected:
  InferredQueuesTest() {
    microtasks.probe().forbid("as a test wants it");
    microtasks.observe(observer, JobDetail::EachJob);
  }
  ~InferredQueuesTest() override { microtasks.unobserve(observer); }

  QueueView view() {
    Lock lock(isolate);
    return microtasks.view(queue, 0, 100);
  }

  JobObserver observer;
  Microtasks& microtasks = isolate.microtasks();
  MicrotaskQueue& queue = isolate.defaultQueue();
};

TEST_F(InferredQueuesTest, InferReactionsFromTheHookAndSaySo) {
  queue.setHeld(true);
  run("let go; new Promise(r => go = r).then(() => {}); Promise.resolve().then(() => {}); (async () => { await 1 })()");
  EXPECT_EQ(view().page.length, 2);
  run("go()");
  EXPECT_EQ(view().page.length, 3);
  EXPECT_FALSE(view().isExact);
  EXPECT_EQ(view().inexactBecause, "as a test wants it");
  EXPECT_EQ(view().page.jobs[0].id, 1);
  EXPECT_EQ(view().page.jobs[0].kind, JobKind::Builtin);
}

TEST_F(InferredQueuesTest, AreEmptyAfterACheckpoint) {
  run("Promise.resolve().then(() => {}).then(() => {}).then(() => {})");
  EXPECT_EQ(view().page.length, 0);
  EXPECT_EQ(view().page.finished, 3);
}

TEST_F(InferredQueuesTest, RefuseToStep) {
  queue.setHeld(true);
  run("Promise.resolve().then(() => {})");
  EXPECT_EQ(std::get<StepRefusal>(microtasks.stepper().step(queue)).reason,
            "this V8's queues cannot be read: as a test wants it");
}

TEST_F(InferredQueuesTest, LeaveNoHookWhenNobodyWatches) {
  microtasks.unobserve(observer);
  EXPECT_EQ(microtasks.inferred(), nullptr);
  EXPECT_EQ(run("Promise.resolve().then(() => {}); 1"), "1");
}

}  // namespace
}  // namespace vmscope
