#include "engine/EventLoop.h"
#include "engine/module/Modules.h"
#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

class ModuleLifeTest : public test::VmTest {
 protected:
  void collectAll() {
    for (int i = 0; i < 3; ++i) {
      isolate.v8()->LowMemoryNotification();
      isolate.loop().turn();
    }
  }

  std::size_t heapBytes() {
    collectAll();
    v8::HeapStatistics statistics;
    isolate.v8()->GetHeapStatistics(&statistics);
    return statistics.used_heap_size();
  }

  std::size_t moduleCount() {
    std::size_t count = 0;
    isolate.modules().forEach([&](Module&) { ++count; });
    return count;
  }
};

TEST_F(ModuleLifeTest, CollectsTwelveDroppedModulesOfEightMegabytes) {
  const std::size_t before = heapBytes();
  EXPECT_EQ(printed(R"js(
    globalThis.references = [];
    (async () => {
      for (let i = 0; i < 12; i++) {
        const made = new vm.SourceTextModule(`export const ballast = new Array(1 << 20).fill(${i}); export const load = () => import("x"); import.meta.x`, {
          initializeImportMeta: (meta, module) => { meta.module = module },
          importModuleDynamically: (specifier, referrer) => [made, referrer],
        });
        await made.link(() => 0);
        await made.evaluate();
        references.push(new WeakRef(made), new WeakRef(made.namespace.load));
      }
      print(references.filter((one) => one.deref()).length);
    })();
  )js"),
            "24\n");
  const std::size_t after = heapBytes();
  EXPECT_EQ(run("references.filter((one) => one.deref()).length"), "0");
  EXPECT_EQ(moduleCount(), 0U);
  EXPECT_LT(after, before + 2 * kMegabyte);
}

TEST_F(ModuleLifeTest, CollectsModulesOfADroppedContextTogetherWithIt) {
  EXPECT_EQ(printed(R"js(
    for (let i = 0; i < 5; i++) {
      const context = vm.createContext();
      const importModuleDynamically = () => context;
      const dep = new vm.SyntheticModule(['x'], function() { this.setExport('x', context) }, { context });
      const made = new vm.SourceTextModule('import { x } from "dep"; export { x }', { context, importModuleDynamically });
      made.linkRequests([dep]);
      made.instantiate();
      made.evaluate();
    }
  )js"),
            "");
  collectAll();
  EXPECT_EQ(moduleCount(), 0U);
}

TEST_F(ModuleLifeTest, KeepsAModuleWhileItsCodeCanAskForIt) {
  EXPECT_EQ(printed(R"js(
    const dep = new vm.SyntheticModule(['x'], function() { this.setExport('x', 1) });
    const made = new vm.SourceTextModule('import { x } from "dep"; globalThis.metaOf = () => import.meta; globalThis.load = () => import("late")', {
      identifier: 'kept',
      initializeImportMeta: (meta, module) => { meta.name = module.identifier },
      importModuleDynamically: (specifier, referrer) => { throw `${specifier} by ${referrer.identifier}` },
    });
    made.linkRequests([dep]);
    made.instantiate();
    made.evaluate();
  )js"),
            "");
  collectAll();
  EXPECT_EQ(run("metaOf().name"), "kept");
  run("load().catch((reason) => { globalThis.said = reason })");
  EXPECT_EQ(run("said"), "late by kept");
  run("metaOf = load = undefined");
  collectAll();
  EXPECT_EQ(moduleCount(), 0U);
}

TEST_F(ModuleLifeTest, CollectsALinkWhoseLinkerNeverAnswers) {
  EXPECT_EQ(printed("new vm.SourceTextModule('import \"x\"').link(() => new Promise(() => {})); "), "");
  collectAll();
  EXPECT_EQ(moduleCount(), 0U);
}

}  // namespace
}  // namespace vmscope
