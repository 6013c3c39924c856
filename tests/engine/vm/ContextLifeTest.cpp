#include "engine/EventLoop.h"
#include "engine/Observer.h"
#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

/// Counts the contexts that V8 has freed.
struct Freed : Observer {
  void contextCollected(int) override { ++count; }
  int count = 0;
};

class ContextLifeTest : public test::VmTest {
 protected:
  ContextLifeTest() { isolate.observe(freed_); }
  ~ContextLifeTest() override { isolate.unobserve(freed_); }

  /// How many contexts have been freed after garbage collections with nothing on the stack.
  int freedContexts() {
    for (int i = 0; i < 3; ++i) {
      isolate.v8()->LowMemoryNotification();
      isolate.loop().turn();
    }
    return freed_.count;
  }

  std::size_t heapBytes() {
    v8::HeapStatistics statistics;
    isolate.v8()->GetHeapStatistics(&statistics);
    return statistics.used_heap_size();
  }

 private:
  Freed freed_;
};

TEST_F(ContextLifeTest, FreesDroppedContextsOfEveryKind) {
  EXPECT_EQ(printed(R"js(
    for (let i = 0; i < 5; i++) {
      const sandbox = { own: [] };
      sandbox.self = sandbox;
      vm.runInContext('var inner = () => self; class C {}; let lexical = inner', vm.createContext(sandbox));
      vm.runInContext('var x = this', vm.createContext(vm.constants.DONT_CONTEXTIFY));
      vm.runInContext('Promise.resolve().then(() => 1)', vm.createContext({}, { microtaskMode: 'afterEvaluate' }));
    }
  )js"),
            "");
  EXPECT_EQ(freedContexts(), 15);
}

TEST_F(ContextLifeTest, FreesWhatImportsDynamically) {
  EXPECT_EQ(printed(R"js(
    globalThis.references = [];
    const importModuleDynamically = (specifier, referrer) => { throw referrer };
    for (let i = 0; i < 5; i++) {
      const ballast = new Array(100000).fill(i);
      const options = { importModuleDynamically: (specifier, referrer) => [ballast, referrer] };
      const context = vm.createContext({ ballast }, options);
      const script = new vm.Script('() => import("x")', options);
      const held = vm.compileFunction('return import("x")', [], { ...options, parsingContext: context });
      context.held = [script, held, script.runInContext(context, options)];
      vm.runInContext('held', context, options);
      references.push(new WeakRef(context), new WeakRef(script), new WeakRef(held), new WeakRef(ballast));
    }
  )js"),
            "");
  EXPECT_EQ(freedContexts(), 5);
  EXPECT_EQ(printed("print(references.filter((reference) => reference.deref() !== undefined).length)"), "0\n");
}

TEST_F(ContextLifeTest, KeepsNothingOfAThousandRuns) {
  const auto round = [this] {
    printed("for (let i = 0; i < 100; i++) vm.runInNewContext('var big = new Array(10000).fill(i)', { i })");
    freedContexts();
    return heapBytes();
  };
  const std::size_t first = round();
  std::size_t last = first;
  for (int i = 0; i < 3; ++i) last = round();
  EXPECT_LT(last, first + (std::size_t{1} << 20));
}

TEST_F(ContextLifeTest, FreesAContextThoughAScriptThatRanInItStays) {
  printed(R"js(
    globalThis.script = new vm.Script('big = new Array(1000); () => big');
    for (let i = 0; i < 5; i++) {
      const context = vm.createContext({});
      for (let run = 0; run < 3; run++) script.runInContext(context);
    }
  )js");
  EXPECT_EQ(freedContexts(), 5);
}

TEST_F(ContextLifeTest, KeepsAContextWhileAFunctionOfItIsReachable) {
  printed("globalThis.kept = vm.runInContext('() => typeof this.mark', vm.createContext({ mark: 1 }))");
  EXPECT_EQ(freedContexts(), 0);
  EXPECT_EQ(printed("print(kept()); globalThis.kept = undefined"), "number\n");
  EXPECT_EQ(freedContexts(), 1);
}

}  // namespace
}  // namespace vmscope
