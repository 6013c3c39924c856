#include "tests/engine/module/ReferenceModules.h"

#include <algorithm>

namespace vmscope::test {

ReferenceModules::ReferenceModules(std::uint32_t seed)
    : random_(seed), records_(static_cast<std::size_t>(2 + pick(7))) {
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

std::string ReferenceModules::text() const {
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

void ReferenceModules::evaluate() {
  evaluate(0);
  runImports();
}

void ReferenceModules::resume(int id) {
  at(id).isAwaiting = false;
  import(at(id).importedAfterwards);
  runImports();
  at(id).throws ? rejected(id) : fulfilled(id);
  runImports();
}

std::set<int> ReferenceModules::reached() const {
  std::set<int> all;
  for (const int root : roots_) all.merge(reachable(root));
  return all;
}

std::set<int> ReferenceModules::reachable(int from) const {
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

std::vector<int> ReferenceModules::awaiting() const {
  std::vector<int> ids;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    if (records_[i].isAwaiting) ids.push_back(static_cast<int>(i));
  }
  return ids;
}

std::set<int> ReferenceModules::blockedBy(int id) const {
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

bool ReferenceModules::hasError() const {
  return std::any_of(records_.begin(), records_.end(), [](const Record& record) { return record.hasError; });
}

bool ReferenceModules::hasCycle() const {
  for (std::size_t i = 0; i < records_.size(); ++i) {
    for (const int required : records_[i].requested) {
      if (required != static_cast<int>(i) && reachable(required).contains(static_cast<int>(i))) return true;
    }
  }
  return false;
}

void ReferenceModules::evaluate(int root) {
  roots_.push_back(root);
  stack_.clear();
  if (inner(root)) return;
  for (const int on : stack_) {
    at(on).status = Status::Evaluated;
    at(on).hasError = true;
  }
}

void ReferenceModules::import(int id) {
  if (id != kNone) imports_.push_back(id);
}

void ReferenceModules::runImports() {
  while (!imports_.empty()) {
    const int next = imports_.front();
    imports_.pop_front();
    evaluate(next);
  }
}

void ReferenceModules::begin(int id) {
  bodies_.push_back(id);
  import(at(id).importedAtFirst);
}

// 16.2.1.8.1.3 Evaluate, once, as hosts do. As to V8, a failure fails only the first who asks.
bool ReferenceModules::evaluateSynthetic(int id) {
  Record& record = at(id);
  if (record.status == Status::Evaluated) return true;
  record.status = Status::Evaluated;
  record.cycleRoot = id;
  record.hasError = record.throws;
  bodies_.push_back(id);
  return !record.hasError;
}

bool ReferenceModules::inner(int id) {
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

void ReferenceModules::start(int id) {
  begin(id);
  at(id).isAwaiting = true;
}

void ReferenceModules::gather(int id, std::vector<int>& ready) {
  for (const int parent : at(id).asyncParents) {
    if (std::find(ready.begin(), ready.end(), parent) != ready.end() || at(at(parent).cycleRoot).hasError) continue;
    if (--at(parent).pendingAsyncDependencies > 0) continue;
    ready.push_back(parent);
    if (!at(parent).hasTla) gather(parent, ready);
  }
}

void ReferenceModules::fulfilled(int id) {
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

void ReferenceModules::rejected(int id) {
  if (at(id).status == Status::Evaluated) return;
  at(id).hasError = true;
  at(id).status = Status::Evaluated;
  at(id).asyncOrder = -1;
  for (const int parent : at(id).asyncParents) rejected(parent);
}

}  // namespace vmscope::test
