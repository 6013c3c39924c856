#include "inspector/agents/Retainers.h"

#include <v8-profiler.h>

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "engine/Isolate.h"
#include "engine/vm/Context.h"

namespace vmscope {
namespace {

using protocol::vm::Retainer;
using Paths = std::unordered_map<const v8::HeapGraphNode*, const v8::HeapGraphEdge*>;  // the edge that came first

std::string textOf(v8::Isolate* isolate, v8::Local<v8::Value> value) {
  const v8::String::Utf8Value text(isolate, value);
  return *text == nullptr ? std::string() : std::string(*text, static_cast<size_t>(text.length()));
}

class Snapshot {
 public:
  explicit Snapshot(v8::Isolate* isolate) : snapshot_(isolate->GetHeapProfiler()->TakeHeapSnapshot()) {}
  ~Snapshot() { const_cast<v8::HeapSnapshot*>(snapshot_)->Delete(); }
  Snapshot(const Snapshot&) = delete;

  const v8::HeapSnapshot* operator->() const { return snapshot_; }

 private:
  const v8::HeapSnapshot* snapshot_;
};

// No handle of ours may be there when the snapshot is taken that is searched: it would be a root.
v8::SnapshotObjectId numberOf(v8::Isolate* isolate, const Context& context) {
  const Snapshot first(isolate);
  const Lock lock(context.isolate());
  const auto v8Context = context.v8(lock);
  if (v8Context.IsEmpty()) return v8::HeapProfiler::kUnknownObjectId;
  return isolate->GetHeapProfiler()->GetObjectId(v8Context->Global());
}

// Breadth first, so the path that is found is a shortest one.
Paths search(const v8::HeapGraphNode* root, const v8::HeapGraphNode* wanted) {
  Paths reached{{root, nullptr}};
  std::deque<const v8::HeapGraphNode*> next{root};
  while (!next.empty() && reached.count(wanted) == 0) {
    const v8::HeapGraphNode* node = next.front();
    next.pop_front();
    for (int i = 0; i < node->GetChildrenCount(); ++i) {
      const v8::HeapGraphEdge* edge = node->GetChild(i);
      if (edge->GetType() == v8::HeapGraphEdge::kWeak) continue;
      if (reached.emplace(edge->GetToNode(), edge).second) next.push_back(edge->GetToNode());
    }
  }
  return reached;
}

}  // namespace

std::vector<Retainer> findRetainers(v8::Isolate* isolate, const Context& context) {
  const v8::SnapshotObjectId number = numberOf(isolate, context);
  if (number == v8::HeapProfiler::kUnknownObjectId) return {};
  const Snapshot snapshot(isolate);
  const v8::HeapGraphNode* wanted = snapshot->GetNodeById(number);
  if (wanted == nullptr) return {};
  const Paths paths = search(snapshot->GetRoot(), wanted);
  std::vector<Retainer> path;
  const v8::HandleScope handles(isolate);
  for (auto at = paths.find(wanted); at != paths.end() && at->second != nullptr;
       at = paths.find(at->second->GetFromNode())) {
    path.push_back({textOf(isolate, at->second->GetName()), textOf(isolate, at->first->GetName())});
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace vmscope
