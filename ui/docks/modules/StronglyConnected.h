#pragma once

#include <vector>

namespace vmscope::ui {

// A directed edge between two nodes, by their indices.
struct GraphEdge {
  int from = 0;
  int to = 0;
};

// Neighbours of each node, packed: those of `node` are `targets[offsets[node] .. offsets[node + 1])`, in edge order.

class Adjacency {
 public:
  enum class Direction { Outgoing, Incoming };
  Adjacency(int nodeCount, const std::vector<GraphEdge>& edges, Direction direction);

  const int* begin(int node) const { return targets_.data() + offsets_[node]; }
  const int* end(int node) const { return targets_.data() + offsets_[node + 1]; }
  int degree(int node) const { return offsets_[node + 1] - offsets_[node]; }

 private:
  std::vector<int> offsets_;
  std::vector<int> targets_;
};

// The strongly connected components of a graph (Tarjan, without recursion); components are numbered so that every
// edge between two of them leads from a higher number to a lower one.
struct StronglyConnected {
  std::vector<int> componentOf;
  std::vector<std::vector<int>> members;
};

StronglyConnected findStronglyConnected(int nodeCount, const std::vector<GraphEdge>& edges);

}  // namespace vmscope::ui
