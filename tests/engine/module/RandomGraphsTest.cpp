// The graph of random modules against ECMA-262's algorithm.
#include <algorithm>
#include <iostream>
#include <set>

#include "engine/module/ModuleGraph.h"
#include "engine/module/Modules.h"
#include "tests/engine/module/ReferenceModules.h"
#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

using Reference = test::ReferenceModules;

constexpr int kGraphs = 1000;

class RandomGraphsTest : public test::VmTest {
 protected:
  RandomGraphsTest() { isolate.modules().observe(observer_); }
  ~RandomGraphsTest() override { isolate.modules().unobserve(observer_); }

  static std::string importOf(int id) {
    return id == Reference::kNone ? "" : "import(\"" + std::to_string(id) + "\").catch(() => 0); ";
  }

  static std::string sourceOf(const Reference::Record& record, const std::string& id) {
    std::string text;
    for (const int each : record.requested) text += "import \"" + std::to_string(each) + "\"; ";
    text += "log.push(" + id + "); " + importOf(record.importedAtFirst);
    if (record.hasTla) text += "await new Promise(resolve => { go[" + id + "] = resolve }); ";
    text += importOf(record.importedAfterwards);
    return text + (record.throws ? "throw new Error(" + id + ")" : "");
  }

  void make(const Reference& reference) {
    std::string program =
        "globalThis.log = []; globalThis.go = {}; globalThis.all = {};\n"
        "globalThis.importModuleDynamically = async (name) => {\n"
        "  await null;\n"
        "  if (all[name].status === 'unlinked') all[name].instantiate();\n"
        "  await all[name].evaluate();\n"
        "  return all[name];\n"
        "};\n";
    for (std::size_t i = 0; i < reference.records().size(); ++i) {
      const Reference::Record& record = reference.records()[i];
      const std::string id = std::to_string(i);
      if (record.isSynthetic) {
        program += "all[" + id + "] = new vm.SyntheticModule([], () => { log.push(" + id + "); " +
                   (record.throws ? "throw new Error(" + id + ")" : "") + " }, { identifier: '" + id + "' });\n";
        continue;
      }
      program += "all[" + id + "] = new vm.SourceTextModule('" + sourceOf(record, id) + "', { identifier: '" + id +
                 "', importModuleDynamically });\n";
    }
    printed(program +
            "for (const name in all) all[name].linkRequests?.(all[name].dependencySpecifiers.map(each => all[each]));\n"
            "all[0].instantiate(); all[0].evaluate().catch(() => 0);");
  }

  std::string logged() { return run("log.join()"); }

  static std::string join(const std::vector<int>& ids) {
    std::string text;
    for (const int id : ids) text += (text.empty() ? "" : ",") + std::to_string(id);
    return text;
  }

  /// The newest module of each name.
  std::vector<ModuleNode> nodes(const ModuleGraph& graph, std::size_t count) {
    std::vector<ModuleNode> found(count);
    for (const ModuleNode& node : graph.nodes()) {
      const auto index = static_cast<std::size_t>(std::stoi(node.identifier));
      if (index < count) found[index] = node;  // those of graphs before live until they are collected
    }
    return found;
  }

  static ModuleStatus statusOf(const Reference::Record& record, bool isReached) {
    if (record.hasError) return ModuleStatus::Errored;
    if (record.status != Reference::Status::Linked) return ModuleStatus::Evaluated;
    if (record.isSynthetic) return ModuleStatus::Linked;  // which imports nothing
    return isReached ? ModuleStatus::Linked : ModuleStatus::Unlinked;
  }

  void compare(const Reference& reference) {
    ASSERT_EQ(logged(), join(reference.bodies()));
    Lock lock(isolate);
    const ModuleGraph graph = isolate.modules().graph(lock);
    const auto found = nodes(graph, reference.records().size());
    const std::set<int> reached = reference.reached();
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Reference::Record& record = reference.records()[i];
      EXPECT_STREQ(nameOf(found[i].status), nameOf(statusOf(record, reached.contains(static_cast<int>(i))))) << i;
      // V8 tells nothing of the awaits in a cycle that has failed.
      if (!reference.hasCycle() || !reference.hasError()) {
        EXPECT_EQ(found[i].awaiting.has_value(), record.isAwaiting) << i;
      }
      if (!record.isAwaiting || reference.hasCycle()) continue;
      std::set<int> blocked;
      for (const int id : graph.blockedBy(found[i].id)) blocked.insert(std::stoi(graph.find(id)->identifier));
      EXPECT_EQ(blocked, reference.blockedBy(static_cast<int>(i))) << i;
    }
    if (!reference.hasCycle()) compareOrder(reference, found);
  }

  /// Without a cycle, whose parts V8 runs in one call, each body has its place in the order.
  void compareOrder(const Reference& reference, const std::vector<ModuleNode>& found) {
    std::vector<std::pair<int, int>> numbered;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].evaluationOrder) numbered.emplace_back(*found[i].evaluationOrder, static_cast<int>(i));
    }
    std::sort(numbered.begin(), numbered.end());
    std::vector<int> order;
    for (const auto& [number, id] : numbered) order.push_back(id);
    EXPECT_EQ(join(order), join(reference.bodies()));
    ++ordered;
  }

  int ordered = 0;

 private:
  ModuleObserver observer_;
};

TEST_F(RandomGraphsTest, AreEvaluatedAsTheSpecificationSays) {
  int awaits = 0;
  for (std::uint32_t seed = 1; seed <= kGraphs && !HasFailure(); ++seed) {
    Reference reference(seed);
    make(reference);
    reference.evaluate();
    SCOPED_TRACE("seed " + std::to_string(seed) + reference.text());
    compare(reference);
    for (auto awaiting = reference.awaiting(); !awaiting.empty() && !HasFailure(); awaiting = reference.awaiting()) {
      const int next = awaiting[static_cast<std::size_t>(reference.pick(static_cast<int>(awaiting.size())))];
      run("go[" + std::to_string(next) + "]()");
      reference.resume(next);
      compare(reference);
      ++awaits;
      if (reference.pick(8) == 0) break;  // some wait for ever
    }
    if (seed % 10 == 0) isolate.v8()->LowMemoryNotification();
  }
  std::cout << kGraphs << " graphs, " << awaits << " awaits continued, " << ordered << " orders compared\n";
}

}  // namespace
}  // namespace vmscope
