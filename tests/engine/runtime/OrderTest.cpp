#include <map>
#include <sstream>

#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope::test {
namespace {

constexpr int kRandomTrees = 40;
constexpr int kTries = 3;

class OrderTest : public ProgramTest {
 protected:
  /// What each tree printed, by its seed.
  std::map<std::string, std::string> trees(const Outcome& outcome) {
    EXPECT_EQ(outcome.status, 0) << outcome.errors;
    std::map<std::string, std::string> bySeed;
    std::istringstream lines(outcome.output);
    std::string seed;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("== ")) seed = line.substr(3);
      bySeed[seed] += line + "\n";
    }
    return bySeed;
  }
};

TEST_F(OrderTest, RunsTicksJobsTimersAndImmediatesAsNodeDoes) {
  expectAsNode(readProgram("order_of_phases.js"));
}

TEST_F(OrderTest, HandsOutWhatNobodyCatchesAsNodeDoes) {
  expectAsNode(readProgram("order_of_errors.js"));
}

// A task of V8's own has a checkpoint behind it in Node, and comes when it likes: a tree that differs is tried again
// alone, where such tasks are rare.
TEST_F(OrderTest, RunsRandomTreesOfTasksThatThrowAsNodeDoes) {
  if (std::string_view(KIT_NODE).empty()) GTEST_SKIP() << "no Node on this V8";
  const std::string source = readProgram("order_of_random_tasks.js");
  const std::string all = "1 " + std::to_string(kRandomTrees);
  const auto ours = trees(run(source, all));
  const auto theirs = trees(runInNode(source, all));
  EXPECT_EQ(ours.size(), static_cast<std::size_t>(kRandomTrees));
  for (const auto& [seed, printed] : theirs) {
    if (ours.contains(seed) && ours.at(seed) == printed) continue;
    std::string alone;
    std::string expected;
    for (int tries = 0; tries < kTries && (tries == 0 || alone != expected); ++tries) {
      alone = run(source, seed + " 1").output;
      expected = runInNode(source, seed + " 1").output;
    }
    EXPECT_EQ(alone, expected);
  }
}

TEST_F(OrderTest, RunsJobsOfTheMainModuleBeforeItsTicks) {
  write("main.mjs",
        "process.nextTick(() => console.log('tick'));\nPromise.resolve().then(() => console.log('job'));\n"
        "await null;\nconsole.log('goes on');\nprocess.nextTick(() => console.log('second tick'));\n");
  EXPECT_EQ(runFile("main.mjs").output, "job\ngoes on\ntick\nsecond tick\n");
}

// As many jobs later as in Node, the first time and again.
TEST_F(OrderTest, EvaluatesAnImportedModuleSomeJobsAfterTheCall) {
  write("body.mjs", "console.log('body'); process.nextTick(() => console.log('tick of the body'));");
  expectAsNode(
      "const count = (name) => { (async () => { for (let n = 1; n < 16; ++n) { await null; console.log(name, n); } "
      "})(); };\n"
      "count('first');\n"
      "import('./body.mjs').then(() => {\n"
      "  console.log('imported');\n"
      "  setTimeout(() => { count('again'); import('./body.mjs').then(() => console.log('imported again')); }, 5);\n"
      "});\n"
      "console.log('called');\n"
      "process.nextTick(() => console.log('tick'));\n");
}

TEST_F(OrderTest, TellsNoListenerOfRejectionsWhatTheMainModuleThrows) {
  write("main.mjs",
        "process.on('unhandledRejection', () => console.log('never'));\n"
        "process.on('uncaughtException', (error, origin) => console.log(error, origin));\n"
        "await null;\nthrow 'from the main module';\n");
  const Outcome outcome = runFile("main.mjs");
  EXPECT_EQ(outcome.output, "from the main module unhandledRejection\n");
  EXPECT_EQ(outcome.status, 0);
}

TEST_F(OrderTest, NamesARejectionThatIsNoError) {
  expectAsNode(
      "process.on('uncaughtException', (error, origin) => {\n"
      "  console.log(error.name, error.code, error.message, Object.keys(error), error.stack.split('\\n')[0], origin);\n"
      "});\n"
      "for (const reason of [5, 'text', { a: 1 }, [1], Symbol('s'), null, () => 1]) Promise.reject(reason);\n");
}

TEST_F(OrderTest, LetsImmediatesRunBeforeTimersThatComeDueWhileTimersRun) {
  expectAsNode(
      "const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);\n"
      "setTimeout(() => {\n"
      "  setImmediate(() => console.log('immediate'));\n"
      "  setTimeout(() => console.log('later timer'), 2);\n"
      "  pause();\n"
      "}, 1);\n");
}

TEST_F(OrderTest, AsksAgainBeforeItExitsWhateverAListenerAddsOrThrows) {
  expectAsNode(
      "let asked = 0;\n"
      "process.on('uncaughtException', (error) => console.log('caught', error));\n"
      "process.on('exit', () => console.log('exit'));\n"
      "process.on('beforeExit', () => {\n"
      "  console.log('before exit', ++asked);\n"
      "  if (asked === 1) setImmediate(() => console.log('immediate'));\n"
      "  if (asked === 2) throw 'listener';\n"
      "});\n");
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
