// The graph of random modules against ECMA-262's algorithm, written down here once more without V8.
#include <algorithm>
#include <deque>
#include <iostream>
#include <random>
#include <set>

#include "engine/module/ModuleGraph.h"
#include "engine/module/Modules.h"
#include "tests/engine/vm/VmFixture.h"

namespace vmscope {
namespace {

constexpr int kGraphs = 1000;

constexpr int kNone = -1;

/// 16.2.1.6.1.3 Evaluate of cyclic module records, with the names of the specification; and synthetic module records.
/// A body may call import(), which evaluates its target in a job of its own (16.2.1.10 ContinueDynamicImport).
class Reference {
 public:
  enum class Status { Linked, Evaluating, EvaluatingAsync, Evaluated };
  struct Record {
    std::vector<int> requested;
    bool isSynthetic = false;
    int importedAtFirst = kNone;     // by import() where the body begins
    int importedAfterwards = kNone;  // by import() where its await continues
    bool hasTla = false;
    bool throws = false;  // at once; with an await, when it continues
    Status status = Status::Linked;
    bool hasError = false;
    int dfsIndex = 0, dfsAncestorIndex = 0, cycleRoot = -1;
    int asyncOrder = 0;  // 0: unset, -1: done
    int pendingAsyncDependencies = 0;
    std::vector<int> asyncParents;
    bool isAwaiting = false;
  };

  explicit Reference(std::uint32_t seed) : random_(seed), records_(static_cast<std::size_t>(2 + pick(7))) {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      std::set<int> requested;
      for (int n = pick(4); n > 0; --n) requested.insert(pick(static_cast<int>(records_.size())));
      records_[i].requested.assign(requested.begin(), requested.end());
      std::shuffle(records_[i].requested.begin(), records_[i].requested.end(), random_);
      records_[i].hasTla = pick(3) == 0;
      records_[i].throws = pick(9) == 0;
      if (pick(5) == 0) records_[i].importedAtFirst = pick(static_cast<int>(records_.size()));
      if (records_[i].hasTla && pick(4) == 0) records_[i].importedAfterwards = pick(static_cast<int>(records_.size()));
      if (i > 0 && pick(7) == 0) records_[i] = {.isSynthetic = true, .throws = pick(4) == 0};
    }
  }

  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  const std::vector<Record>& records() const { return records_; }
  const std::vector<int>& bodies() const { return bodies_; }

  std::string text() const {
    std::string text;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      text += "\n" + std::to_string(i) + ":";
      for (const int each : records_[i].requested) text += " " + std::to_string(each);
      text += std::string(records_[i].hasTla ? " awaits" : "") + (records_[i].throws ? " throws" : "") +
              (records_[i].isSynthetic ? " synthetic" : "");
      for (const int each : {records_[i].importedAtFirst, records_[i].importedAfterwards})
        if (each != kNone) text += " import(" + std::to_string(each) + ")";
    }
    return text;
  }

  void evaluate() {
    evaluate(0);
    runImports();
  }

  /// Its await continues. What it imports then is evaluated in a job before the one that goes on with its importers.
  void resume(int id) {
    at(id).isAwaiting = false;
    import(at(id).importedAfterwards);
    runImports();
    at(id).throws ? rejected(id) : fulfilled(id);
    runImports();
  }

  /// All that was linked for an evaluation.
  std::set<int> reached() const {
    std::set<int> all;
    for (const int root : roots_) all.merge(reachable(root));
    return all;
  }

  /// Reached from a module, itself included.
  std::set<int> reachable(int from) const {
    std::set<int> reached{from};
    std::vector<int> next{from};
    while (!next.empty()) {
      const int each = next.back();
      next.pop_back();
      for (const int required : records_[static_cast<std::size_t>(each)].requested) {
        if (reached.insert(required).second) next.push_back(required);
      }
    }
    return reached;
  }

  std::vector<int> awaiting() const {
    std::vector<int> ids;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (records_[i].isAwaiting) ids.push_back(static_cast<int>(i));
    }
    return ids;
  }

  /// Whose bodies, or the rest of them, cannot run before `id` continues.
  std::set<int> blockedBy(int id) const {
    std::set<int> blocked;
    std::vector<int> next{id};
    while (!next.empty()) {
      const int each = next.back();
      next.pop_back();
      for (const int parent : records_[static_cast<std::size_t>(each)].asyncParents) {
        const bool waits = !records_[static_cast<std::size_t>(parent)].hasError;
        if (waits && parent != id && blocked.insert(parent).second) next.push_back(parent);
      }
    }
    return blocked;
  }

  bool hasError() const {
    return std::any_of(records_.begin(), records_.end(), [](const Record& record) { return record.hasError; });
  }

  bool hasCycle() const {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      for (const int required : records_[i].requested) {
        if (required != static_cast<int>(i) && reachable(required).contains(static_cast<int>(i))) return true;
      }
    }
    return false;
  }

 private:
  Record& at(int id) { return records_[static_cast<std::size_t>(id)]; }

  void evaluate(int root) {
    roots_.push_back(root);
    stack_.clear();
    if (inner(root)) return;
    for (const int on : stack_) {
      at(on).status = Status::Evaluated;
      at(on).hasError = true;
    }
  }

  void import(int id) {
    if (id != kNone) imports_.push_back(id);
  }

  void runImports() {
    while (!imports_.empty()) {
      const int next = imports_.front();
      imports_.pop_front();
      evaluate(next);
    }
  }

  void begin(int id) {
    bodies_.push_back(id);
    import(at(id).importedAtFirst);
  }

  // 16.2.1.8.1.3 Evaluate, once, as hosts do. As to V8, a failure fails only the first who asks.
  bool evaluateSynthetic(int id) {
    Record& record = at(id);
    if (record.status == Status::Evaluated) return true;
    record.status = Status::Evaluated;
    record.cycleRoot = id;
    record.hasError = record.throws;
    bodies_.push_back(id);
    return !record.hasError;
  }

  bool inner(int id) {
    Record& record = at(id);
    if (record.isSynthetic) return evaluateSynthetic(id);
    if (record.status == Status::EvaluatingAsync || record.status == Status::Evaluated) return !record.hasError;
    if (record.status == Status::Evaluating) return true;
    record.status = Status::Evaluating;
    record.dfsIndex = record.dfsAncestorIndex = index_++;
    stack_.push_back(id);
    for (int required : record.requested) {
      if (!inner(required)) return false;
      if (at(required).status == Status::Evaluating) {
        record.dfsAncestorIndex = std::min(record.dfsAncestorIndex, at(required).dfsAncestorIndex);
      } else {
        required = at(required).cycleRoot;
        if (at(required).hasError && !at(required).isSynthetic) return false;
      }
      if (at(required).asyncOrder > 0) {
        ++record.pendingAsyncDependencies;
        at(required).asyncParents.push_back(id);
      }
    }
    if (record.pendingAsyncDependencies > 0 || record.hasTla) {
      record.asyncOrder = ++lastAsyncOrder_;
      if (record.pendingAsyncDependencies == 0) start(id);
    } else {
      begin(id);
      if (record.throws) return false;
    }
    if (record.dfsAncestorIndex != record.dfsIndex) return true;
    for (int popped = -1; popped != id;) {
      popped = stack_.back();
      stack_.pop_back();
      at(popped).status = at(popped).asyncOrder == 0 ? Status::Evaluated : Status::EvaluatingAsync;
      at(popped).cycleRoot = id;
    }
    return true;
  }

  void start(int id) {
    begin(id);
    at(id).isAwaiting = true;
  }

  void gather(int id, std::vector<int>& ready) {
    for (const int parent : at(id).asyncParents) {
      if (std::find(ready.begin(), ready.end(), parent) != ready.end() || at(at(parent).cycleRoot).hasError) continue;
      if (--at(parent).pendingAsyncDependencies > 0) continue;
      ready.push_back(parent);
      if (!at(parent).hasTla) gather(parent, ready);
    }
  }

  void fulfilled(int id) {
    if (at(id).status == Status::Evaluated) return;
    at(id).asyncOrder = -1;
    at(id).status = Status::Evaluated;
    std::vector<int> ready;
    gather(id, ready);
    std::sort(ready.begin(), ready.end(), [&](int a, int b) { return at(a).asyncOrder < at(b).asyncOrder; });
    for (const int each : ready) {
      if (at(each).status == Status::Evaluated) continue;
      if (at(each).hasTla) {
        start(each);
        continue;
      }
      begin(each);
      if (at(each).throws) {
        rejected(each);
      } else {
        at(each).asyncOrder = -1;
        at(each).status = Status::Evaluated;
      }
    }
  }

  void rejected(int id) {
    if (at(id).status == Status::Evaluated) return;
    at(id).hasError = true;
    at(id).status = Status::Evaluated;
    at(id).asyncOrder = -1;
    for (const int parent : at(id).asyncParents) rejected(parent);
  }

  std::mt19937 random_;
  std::vector<Record> records_;
  std::vector<int> stack_;
  std::vector<int> bodies_;
  std::vector<int> roots_;
  std::deque<int> imports_;
  int index_ = 0;
  int lastAsyncOrder_ = 0;
};

class RandomGraphsTest : public test::VmTest {
 protected:
  RandomGraphsTest() { isolate.modules().observe(observer_); }
  ~RandomGraphsTest() override { isolate.modules().unobserve(observer_); }

  static std::string importOf(int id) {
    return id == kNone ? "" : "import(\"" + std::to_string(id) + "\").catch(() => 0); ";
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
