#pragma once

#include <cstdint>
#include <deque>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace vmscope::test {

/// Modules made from a seed, evaluated by ECMA-262's algorithm, which is written down here once more without
/// V8: 16.2.1.6.1.3 Evaluate of cyclic module records, with the names of the specification; and synthetic module
/// records. A body may call import(), which evaluates its target in a job of its own (16.2.1.10 ContinueDynamicImport).
/// Any thread; on the stack of a test.
class ReferenceModules {
 public:
  static constexpr int kNone = -1;

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

  explicit ReferenceModules(std::uint32_t seed);

  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  const std::vector<Record>& records() const { return records_; }
  const std::vector<int>& bodies() const { return bodies_; }
  std::string text() const;

  void evaluate();
  /// Its await continues. What it imports then is evaluated in a job before the one that goes on with its importers.
  void resume(int id);

  /// All that was linked for an evaluation.
  std::set<int> reached() const;
  /// Reached from a module, itself included.
  std::set<int> reachable(int from) const;
  std::vector<int> awaiting() const;
  /// Whose bodies, or the rest of them, cannot run before `id` continues.
  std::set<int> blockedBy(int id) const;
  bool hasError() const;
  bool hasCycle() const;

 private:
  Record& at(int id) { return records_[static_cast<std::size_t>(id)]; }

  void evaluate(int root);
  void import(int id);
  void runImports();
  void begin(int id);
  bool evaluateSynthetic(int id);
  bool inner(int id);
  void start(int id);
  void gather(int id, std::vector<int>& ready);
  void fulfilled(int id);
  void rejected(int id);

  std::mt19937 random_;
  std::vector<Record> records_;
  std::vector<int> stack_;
  std::vector<int> bodies_;
  std::vector<int> roots_;
  std::deque<int> imports_;
  int index_ = 0;
  int lastAsyncOrder_ = 0;
};

}  // namespace vmscope::test
