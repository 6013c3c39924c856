#include "ui/docks/modules/LayerOrder.h"

#include <algorithm>
#include <numeric>

namespace vmscope::ui {
namespace {

using Positions = std::vector<int>;

Positions positionsOf(const ProperLayers& graph) {
  Positions positions(graph.layerOf.size(), 0);
  for (const std::vector<int>& layer : graph.layers) {
    for (size_t row = 0; row < layer.size(); ++row) positions[layer[row]] = static_cast<int>(row);
  }
  return positions;
}

void orderByBarycentre(std::vector<int>& layer, const Adjacency& neighbours, Positions& positions) {
  std::vector<std::pair<double, int>> keyed;
  keyed.reserve(layer.size());
  for (int vertex : layer) {
    double sum = 0;
    for (const int* n = neighbours.begin(vertex); n != neighbours.end(vertex); ++n) sum += positions[*n];
    const int degree = neighbours.degree(vertex);
    keyed.emplace_back(degree ? sum / degree : positions[vertex], vertex);
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (size_t row = 0; row < layer.size(); ++row) {
    layer[row] = keyed[row].second;
    positions[layer[row]] = static_cast<int>(row);
  }
}

class CrossingCounter {
 public:
  long long count(const std::vector<int>& layer, const Adjacency& outgoing, const Positions& positions, int nextSize) {
    int leaves = 1;
    while (leaves < nextSize) leaves *= 2;
    tree_.assign(2 * leaves, 0);
    long long crossings = 0;
    for (int vertex : layer) {
      ends_.clear();
      for (const int* n = outgoing.begin(vertex); n != outgoing.end(vertex); ++n) ends_.push_back(positions[*n]);
      std::sort(ends_.begin(), ends_.end());
      for (int end : ends_) crossings += insert(end + leaves);
    }
    return crossings;
  }

 private:
  // Adds one edge end and returns how many earlier ends lie strictly below it.
  long long insert(int slot) {
    long long below = 0;
    ++tree_[slot];
    for (; slot > 1; slot /= 2) {
      if (slot % 2 == 0) below += tree_[slot + 1];
      ++tree_[slot / 2];
    }
    return below;
  }

  std::vector<int> tree_;
  std::vector<int> ends_;
};

// Positions that keep x[i+1] - x[i] >= distance[i], as near as possible (weighted least squares) to the wishes.
class IsotonicRow {
 public:
  void place(const std::vector<double>& wishes, const std::vector<double>& weights, const std::vector<double>& offsets,
             std::vector<double>& out) {
    blocks_.clear();
    for (size_t i = 0; i < wishes.size(); ++i) {
      Block block{weights[i] * (wishes[i] - offsets[i]), weights[i], i, i + 1};
      while (!blocks_.empty() && blocks_.back().mean() > block.mean()) {
        block = merge(blocks_.back(), block);
        blocks_.pop_back();
      }
      blocks_.push_back(block);
    }
    out.resize(wishes.size());
    for (const Block& block : blocks_) {
      for (size_t i = block.first; i < block.last; ++i) out[i] = block.mean() + offsets[i];
    }
  }

 private:
  struct Block {
    double sum;
    double weight;
    size_t first;
    size_t last;
    double mean() const { return sum / weight; }
  };

  static Block merge(const Block& a, const Block& b) { return {a.sum + b.sum, a.weight + b.weight, a.first, b.last}; }

  std::vector<Block> blocks_;
};

class RowPlacer {
 public:
  RowPlacer(const ProperLayers& graph, const std::vector<double>& heights, const std::vector<double>& weights,
            double gap)
      : graph_(graph),
        weights_(weights),
        outgoing_(static_cast<int>(heights.size()), graph.edges, Adjacency::Direction::Outgoing),
        incoming_(static_cast<int>(heights.size()), graph.edges, Adjacency::Direction::Incoming),
        centres_(heights.size(), 0) {
    for (const std::vector<int>& layer : graph.layers) offsets_.push_back(packed(layer, heights, gap));
    for (size_t i = 0; i < graph.layers.size(); ++i) {
      for (size_t row = 0; row < graph.layers[i].size(); ++row) centres_[graph.layers[i][row]] = offsets_[i][row];
    }
  }

  std::vector<double> run(int sweeps) {
    const int last = static_cast<int>(graph_.layers.size()) - 1;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (int layer = 1; layer <= last; ++layer) place(layer, &incoming_, nullptr);
      for (int layer = last - 1; layer >= 0; --layer) place(layer, &outgoing_, nullptr);
    }
    for (int layer = 0; layer <= last; ++layer) place(layer, &incoming_, &outgoing_);
    return std::move(centres_);
  }

 private:
  static std::vector<double> packed(const std::vector<int>& layer, const std::vector<double>& heights, double gap) {
    std::vector<double> offsets(layer.size());
    double top = 0;
    for (size_t row = 0; row < layer.size(); ++row) {
      offsets[row] = top + heights[layer[row]] / 2;
      top += heights[layer[row]] + gap;
    }
    for (double& offset : offsets) offset -= top / 2;
    return offsets;
  }

  void place(int index, const Adjacency* first, const Adjacency* second) {
    const std::vector<int>& layer = graph_.layers[index];
    wishes_.clear();
    rowWeights_.clear();
    for (int vertex : layer) addWish(vertex, first, second);
    row_.place(wishes_, rowWeights_, offsets_[index], placed_);
    for (size_t row = 0; row < layer.size(); ++row) centres_[layer[row]] = placed_[row];
  }

  void addWish(int vertex, const Adjacency* first, const Adjacency* second) {
    double sum = 0;
    int count = 0;
    for (const Adjacency* side : {first, second}) {
      if (!side) continue;
      for (const int* n = side->begin(vertex); n != side->end(vertex); ++n, ++count) sum += centres_[*n];
    }
    // A vertex without neighbours on this side stays where it is, but lets the others push it away.
    wishes_.push_back(count ? sum / count : centres_[vertex]);
    rowWeights_.push_back(count ? weights_[vertex] * count : 0.05);
  }

  const ProperLayers& graph_;
  const std::vector<double>& weights_;
  Adjacency outgoing_;
  Adjacency incoming_;
  std::vector<std::vector<double>> offsets_;
  std::vector<double> centres_;
  std::vector<double> wishes_;
  std::vector<double> rowWeights_;
  std::vector<double> placed_;
  IsotonicRow row_;
};

}  // namespace

long long countCrossings(const ProperLayers& graph) {
  const Adjacency outgoing(static_cast<int>(graph.layerOf.size()), graph.edges, Adjacency::Direction::Outgoing);
  const Positions positions = positionsOf(graph);
  CrossingCounter counter;
  long long crossings = 0;
  for (size_t layer = 0; layer + 1 < graph.layers.size(); ++layer) {
    const int nextSize = static_cast<int>(graph.layers[layer + 1].size());
    crossings += counter.count(graph.layers[layer], outgoing, positions, nextSize);
  }
  return crossings;
}

void reduceCrossings(ProperLayers& graph, int sweeps) {
  const int vertexCount = static_cast<int>(graph.layerOf.size());
  const Adjacency outgoing(vertexCount, graph.edges, Adjacency::Direction::Outgoing);
  const Adjacency incoming(vertexCount, graph.edges, Adjacency::Direction::Incoming);
  Positions positions = positionsOf(graph);
  std::vector<std::vector<int>> best = graph.layers;
  long long fewest = countCrossings(graph);
  for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
    for (size_t layer = 1; layer < graph.layers.size(); ++layer) {
      orderByBarycentre(graph.layers[layer], incoming, positions);
    }
    for (size_t layer = graph.layers.size(); layer-- > 0;) {
      orderByBarycentre(graph.layers[layer], outgoing, positions);
    }
    const long long crossings = countCrossings(graph);
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = graph.layers;
  }
  graph.layers = std::move(best);
}

std::vector<double> placeRows(const ProperLayers& graph, const std::vector<double>& heights,
                              const std::vector<double>& weights, double gap, int sweeps) {
  return RowPlacer(graph, heights, weights, gap).run(sweeps);
}

}  // namespace vmscope::ui
