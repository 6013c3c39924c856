#include "tests/programs/LocatedFixture.h"

namespace vmscope {
namespace {

class AwaitPlaceTest : public test::LocatedTest {
 protected:
  /// The awaits that wait after `source`: name, 1-based line, and a mark where the line is not exact.
  std::string awaits(std::string_view source) {
    isolate.defaultQueue().setHeld(true);
    run(source);
    Lock lock(isolate);
    std::string text;
    for (const Job& job : isolate.microtasks().view(isolate.defaultQueue(), 0, 100).page.jobs) {
      if (job.kind != JobKind::Await) continue;
      text +=
          job.handler->name + ":" + std::to_string(job.handler->place.line + 1) + (job.handler->isExact ? " " : "? ");
    }
    return text;
  }
};

TEST_F(AwaitPlaceTest, NamesTheLineWhereAnAsyncFunctionWaits) {
  EXPECT_EQ(awaits("async function a() {         // 1\n"
                   "  if (a.more)                // 2\n"
                   "    await 1;                 // 3\n"
                   "  a.more = true;             // 4\n"
                   "  await 2;                   // 5\n"
                   "}                            // 6\n"
                   "a();                         // 7\n"
                   "a();                         // 8\n"),
            "a:5 a:3 ");
}

TEST_F(AwaitPlaceTest, NamesTheLineOfAYieldInAnAsyncGenerator) {
  EXPECT_EQ(awaits("async function* g() {        // 1\n"
                   "  const x =                  // 2\n"
                   "    yield 1;                 // 3\n"
                   "}                            // 4\n"
                   "const it = g(); it.next();   // 5\n"),
            "g:3 ");
}

TEST_F(AwaitPlaceTest, NamesTheLineOfAForAwait) {
  EXPECT_EQ(awaits("const source = { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true }) }) };\n"
                   "async function loops() {     // 2\n"
                   "  for await (const x         // 3\n"
                   "             of source) ;    // 4\n"
                   "}                            // 5\n"
                   "loops();                     // 6\n"),
            "loops:3 ");
}

}  // namespace
}  // namespace vmscope
