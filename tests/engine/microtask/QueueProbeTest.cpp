#include "engine/microtask/QueueProbe.h"

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class QueueProbeTest : public test::EngineTest {
 protected:
  /// What waits in the default queue after `source`, one job a line: kind, name and 1-based line of the handler.
  std::string waiting(std::string_view source) {
    queue.setHeld(true);
    run(source);
    std::string text;
    Lock lock(isolate);
    for (const Job& job : isolate.microtasks().view(queue, 0, 100).page.jobs) {
      text += std::string(toText(job.kind)) + " " + job.handler->name;
      if (job.handler->place.isKnown()) text += ":" + std::to_string(job.handler->place.line + 1);
      text += "\n";
    }
    return text;
  }

  MicrotaskQueue& queue = isolate.defaultQueue();
  QueueProbe& probe = isolate.microtasks().probe();
};

TEST_F(QueueProbeTest, VerifiesTheLayoutOfThisV8) {
  Lock lock(isolate);
  EXPECT_EQ(probe.failure(), "");
}

TEST_F(QueueProbeTest, NamesEachKindOfJobAndItsHandler) {
  EXPECT_EQ(waiting("const p = Promise.resolve();             // 1\n"
                    "p.then(function fulfilled() {});         // 2\n"
                    "Promise.reject().catch(function no() {});// 3\n"
                    "p.finally(function last() {});           // 4\n"
                    "(async function waits() { await p })();  // 5\n"
                    "Promise.resolve({ then(f) {} });         // 6\n"
                    "p.then(console.log);                     // 7\n"
                    "p.then();                                // 8\n"
                    "Promise.all([p]);                        // 9\n"
                    "p.then((function f() {}).bind({}));      // 10\n"
                    "p.then(new Proxy(function f() {}, {}));  // 11\n"),
            "then fulfilled:2\n"
            "catch no:3\n"
            "finally last:4\n"
            "await waits:5\n"
            "thenable then:6\n"
            "then log\n"
            "builtin no handler: the value goes on\n"
            "builtin Promise.all: element\n"
            "then bound f:10\n"
            "then proxy of f:11\n");
}

}  // namespace
}  // namespace vmscope
