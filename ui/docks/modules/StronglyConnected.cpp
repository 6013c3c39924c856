#include "ui/docks/modules/StronglyConnected.h"

#include <algorithm>

namespace vmscope::ui {

Adjacency::Adjacency(int nodeCount, const std::vector<GraphEdge>& edges, Direction direction)
    : offsets_(nodeCount + 1, 0), targets_(edges.size()) {
  const bool outgoing = direction == Direction::Outgoing;
  for (const GraphEdge& edge : edges) ++offsets_[(outgoing ? edge.from : edge.to) + 1];
  for (int node = 0; node < nodeCount; ++node) offsets_[node + 1] += offsets_[node];
  std::vector<int> next(offsets_.begin(), offsets_.end() - 1);
  for (const GraphEdge& edge : edges) {
    targets_[next[outgoing ? edge.from : edge.to]++] = outgoing ? edge.to : edge.from;
  }
}

namespace {

class Tarjan {
 public:
  Tarjan(int nodeCount, const std::vector<GraphEdge>& edges)
      : adjacency_(nodeCount, edges, Adjacency::Direction::Outgoing),
        order_(nodeCount, kUnvisited),
        lowest_(nodeCount, 0),
        onStack_(nodeCount, false) {
    result_.componentOf.assign(nodeCount, -1);
  }

  StronglyConnected run() {
    for (int node = 0; node < static_cast<int>(order_.size()); ++node) {
      if (order_[node] == kUnvisited) visit(node);
    }
    return std::move(result_);
  }

 private:
  static constexpr int kUnvisited = -1;

  struct Frame {
    int node;
    const int* next;
  };

  void visit(int root) {
    enter(root);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.next == adjacency_.end(frame.node)) {
        leave(frame.node);
        continue;
      }
      const int target = *frame.next++;
      if (order_[target] == kUnvisited) {
        enter(target);
      } else if (onStack_[target]) {
        lowest_[frame.node] = std::min(lowest_[frame.node], order_[target]);
      }
    }
  }

  void enter(int node) {
    order_[node] = lowest_[node] = counter_++;
    stack_.push_back(node);
    onStack_[node] = true;
    frames_.push_back({node, adjacency_.begin(node)});
  }

  void leave(int node) {
    frames_.pop_back();
    if (!frames_.empty()) {
      int& parent = lowest_[frames_.back().node];
      parent = std::min(parent, lowest_[node]);
    }
    if (lowest_[node] == order_[node]) closeComponent(node);
  }

  void closeComponent(int root) {
    std::vector<int> members;
    int node;
    do {
      node = stack_.back();
      stack_.pop_back();
      onStack_[node] = false;
      result_.componentOf[node] = static_cast<int>(result_.members.size());
      members.push_back(node);
    } while (node != root);
    std::sort(members.begin(), members.end());
    result_.members.push_back(std::move(members));
  }

  Adjacency adjacency_;
  std::vector<int> order_;
  std::vector<int> lowest_;
  std::vector<bool> onStack_;
  std::vector<int> stack_;
  std::vector<Frame> frames_;
  int counter_ = 0;
  StronglyConnected result_;
};

}  // namespace

StronglyConnected findStronglyConnected(int nodeCount, const std::vector<GraphEdge>& edges) {
  return Tarjan(nodeCount, edges).run();
}

}  // namespace vmscope::ui
