#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope::test {
namespace {

class OrderTest : public ProgramTest {};

TEST_F(OrderTest, RunsTicksJobsTimersAndImmediatesAsNodeDoes) {
  expectAsNode(readProgram("order_of_phases.js"));
}

TEST_F(OrderTest, HandsOutWhatNobodyCatchesAsNodeDoes) {
  expectAsNode(readProgram("order_of_errors.js"));
}

TEST_F(OrderTest, RunsATickThatAJobAdded) {
  EXPECT_EQ(run("Promise.resolve().then(() => process.nextTick(() => console.log('tick')))").output, "tick\n");
}

TEST_F(OrderTest, EndsWhereATimerThrows) {
  expectAsNode("setTimeout(() => { null.x; }, 1);\nsetTimeout(() => console.log('never'), 2);\n");
}

TEST_F(OrderTest, EndsWhereAJobThrows) {
  expectAsNode(
      "queueMicrotask(() => { throw new TypeError('in a job'); });\nqueueMicrotask(() => console.log('never'));\n");
}

}  // namespace
}  // namespace vmscope::test
