#include "ui/docks/modules/LayeredLayout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/docks/modules/LayerOrder.h"

namespace vmscope::ui {
namespace {

// A node, or a whole cycle, that takes part in the layering as one vertex.
struct Block {
  std::vector<int> nodes;
  LayoutSize size;
  std::vector<LayoutPoint> places;  // of the nodes' top left corners, inside the block
};

class Sugiyama {
 public:
  Sugiyama(const std::vector<LayoutSize>& nodes, const std::vector<GraphEdge>& edges, const LayoutOptions& options)
      : nodes_(nodes), edges_(edges), options_(options) {}

  LayoutResult run() {
    condense();
    assignLayers();
    chainLongEdges();
    reduceCrossings(graph_, options_.sweeps);
    placeColumns();
    centres_ = placeRows(graph_, heights_, weights_, options_.nodeGap, options_.sweeps);
    moveToOrigin();
    placeNodes();
    routeEdges();
    return std::move(result_);
  }

 private:
  int blockCount() const { return static_cast<int>(blocks_.size()); }

  void condense() {
    components_ = findStronglyConnected(static_cast<int>(nodes_.size()), edges_);
    for (const std::vector<int>& members : components_.members) {
      blocks_.push_back(members.size() == 1 ? singleBlock(members.front()) : cycleBlock(members));
    }
    for (const GraphEdge& edge : edges_) {
      const GraphEdge between{components_.componentOf[edge.from], components_.componentOf[edge.to]};
      if (between.from != between.to) blockEdges_.push_back(between);
    }
  }

  Block singleBlock(int node) const { return {{node}, nodes_[node], {{0, 0}}}; }

  // A cycle's nodes stand in a near-square grid, column by column.
  Block cycleBlock(const std::vector<int>& members) const {
    const double count = static_cast<double>(members.size());
    const size_t rows = members.size() <= 6 ? members.size() : static_cast<size_t>(std::ceil(std::sqrt(count * 3)));
    Block block{members, {}, {}};
    const double padding = options_.cyclePadding;
    double x = padding;
    for (size_t first = 0; first < members.size(); first += rows) {
      double y = padding;
      double columnWidth = 0;
      for (size_t i = first; i < std::min(first + rows, members.size()); ++i) {
        block.places.push_back({x, y});
        y += nodes_[members[i]].height + options_.nodeGap;
        columnWidth = std::max(columnWidth, nodes_[members[i]].width);
      }
      block.size.height = std::max(block.size.height, y - options_.nodeGap + padding);
      x += columnWidth + options_.nodeGap * 2;
    }
    block.size.width = x - options_.nodeGap * 2 + padding;
    return block;
  }

  // Longest path from the roots; Tarjan's numbers are a reverse topological order, so one pass each way is enough.
  void assignLayers() {
    const Adjacency outgoing(blockCount(), blockEdges_, Adjacency::Direction::Outgoing);
    const Adjacency incoming(blockCount(), blockEdges_, Adjacency::Direction::Incoming);
    graph_.layerOf.assign(blockCount(), 0);
    for (int block = blockCount() - 1; block >= 0; --block) {
      for (const int* next = outgoing.begin(block); next != outgoing.end(block); ++next) {
        graph_.layerOf[*next] = std::max(graph_.layerOf[*next], graph_.layerOf[block] + 1);
      }
    }
    pullRootsToTheirImports(outgoing, incoming);
    fillLayers(outgoing);
  }

  // A root that only reaches deep layers stands next to what it imports, not at the far left.
  void pullRootsToTheirImports(const Adjacency& outgoing, const Adjacency& incoming) {
    for (int block = 0; block < blockCount(); ++block) {
      if (incoming.degree(block) > 0 || outgoing.degree(block) == 0) continue;
      int nearest = std::numeric_limits<int>::max();
      for (const int* next = outgoing.begin(block); next != outgoing.end(block); ++next) {
        nearest = std::min(nearest, graph_.layerOf[*next]);
      }
      graph_.layerOf[block] = nearest - 1;
    }
  }

  void fillLayers(const Adjacency& outgoing) {
    const auto deepest = std::max_element(graph_.layerOf.begin(), graph_.layerOf.end());
    graph_.layers.resize(deepest == graph_.layerOf.end() ? 0 : *deepest + 1);
    // A depth-first first order keeps subtrees together, a much better start for the sweeps than the input's order.
    std::vector<bool> seen(blockCount(), false);
    std::vector<int> stack;
    for (int root = blockCount() - 1; root >= 0; --root) {
      stack.push_back(root);
      while (!stack.empty()) {
        const int block = stack.back();
        stack.pop_back();
        if (seen[block]) continue;
        seen[block] = true;
        graph_.layers[graph_.layerOf[block]].push_back(block);
        for (const int* next = outgoing.end(block); next != outgoing.begin(block);) {
          if (!seen[*--next]) stack.push_back(*next);
        }
      }
    }
  }

  void chainLongEdges() {
    long long bends = 0;
    for (const GraphEdge& edge : blockEdges_) bends += graph_.layerOf[edge.to] - graph_.layerOf[edge.from] - 1;
    const int longest = bends <= options_.bendBudget ? std::numeric_limits<int>::max() : 2;
    for (const Block& block : blocks_) {
      heights_.push_back(block.size.height);
      weights_.push_back(1);
    }
    chains_.resize(blockEdges_.size());
    for (size_t i = 0; i < blockEdges_.size(); ++i) chain(static_cast<int>(i), longest);
  }

  void chain(int index, int longest) {
    const GraphEdge& edge = blockEdges_[index];
    const int from = graph_.layerOf[edge.from];
    const int to = graph_.layerOf[edge.to];
    if (to - from > longest) return;
    int previous = edge.from;
    for (int layer = from + 1; layer < to; ++layer) {
      const int bend = static_cast<int>(graph_.layerOf.size());
      graph_.layerOf.push_back(layer);
      graph_.layers[layer].push_back(bend);
      graph_.edges.push_back({previous, bend});
      heights_.push_back(2);
      weights_.push_back(4);
      chains_[index].push_back(bend);
      previous = bend;
    }
    graph_.edges.push_back({previous, edge.to});
  }

  void placeColumns() {
    double x = 0;
    for (const std::vector<int>& layer : graph_.layers) {
      double width = 0;
      for (int vertex : layer) {
        if (vertex < blockCount()) width = std::max(width, blocks_[vertex].size.width);
      }
      columns_.push_back({x, width});
      x += width + options_.layerGap;
    }
    result_.size.width = columns_.empty() ? 0 : x - options_.layerGap;
  }

  void moveToOrigin() {
    if (centres_.empty()) return;
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();
    for (size_t vertex = 0; vertex < centres_.size(); ++vertex) {
      top = std::min(top, centres_[vertex] - heights_[vertex] / 2);
      bottom = std::max(bottom, centres_[vertex] + heights_[vertex] / 2);
    }
    for (double& centre : centres_) centre -= top;
    result_.size.height = bottom - top;
  }

  void placeNodes() {
    result_.nodes.resize(nodes_.size());
    result_.layers.resize(nodes_.size());
    for (int i = 0; i < blockCount(); ++i) {
      const Block& block = blocks_[i];
      const double x = columns_[graph_.layerOf[i]].x;
      const double y = centres_[i] - block.size.height / 2;
      for (size_t k = 0; k < block.nodes.size(); ++k) {
        const LayoutSize& size = nodes_[block.nodes[k]];
        result_.nodes[block.nodes[k]] = {x + block.places[k].x, y + block.places[k].y, size.width, size.height};
        result_.layers[block.nodes[k]] = graph_.layerOf[i];
      }
      if (block.nodes.size() > 1) {
        result_.cycles.push_back({block.nodes, {x, y, block.size.width, block.size.height}});
      }
    }
  }

  void routeEdges() {
    size_t between = 0;
    for (const GraphEdge& edge : edges_) {
      const LayoutRect& from = result_.nodes[edge.from];
      const LayoutRect& to = result_.nodes[edge.to];
      std::vector<LayoutPoint> route{{from.x + from.width, from.y + from.height / 2}};
      if (components_.componentOf[edge.from] != components_.componentOf[edge.to]) {
        for (int bend : chains_[between++]) addBend(route, bend);
      }
      route.push_back({to.x, to.y + to.height / 2});
      result_.routes.push_back(std::move(route));
    }
  }

  // A long edge crosses the whole column horizontally, so that it does not run behind that column's nodes.
  void addBend(std::vector<LayoutPoint>& route, int bend) const {
    const Column& column = columns_[graph_.layerOf[bend]];
    route.push_back({column.x, centres_[bend]});
    route.push_back({column.x + column.width, centres_[bend]});
  }

  struct Column {
    double x;
    double width;
  };

  const std::vector<LayoutSize>& nodes_;
  const std::vector<GraphEdge>& edges_;
  const LayoutOptions& options_;
  StronglyConnected components_;
  std::vector<Block> blocks_;
  std::vector<GraphEdge> blockEdges_;
  ProperLayers graph_;                    // vertices are the blocks, then the bends
  std::vector<std::vector<int>> chains_;  // the bends of each block edge
  std::vector<double> heights_;
  std::vector<double> weights_;
  std::vector<Column> columns_;
  std::vector<double> centres_;
  LayoutResult result_;
};

}  // namespace

LayoutResult layOut(const std::vector<LayoutSize>& nodes, const std::vector<GraphEdge>& edges,
                    const LayoutOptions& options) {
  return Sugiyama(nodes, edges, options).run();
}

}  // namespace vmscope::ui
