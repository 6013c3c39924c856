#pragma once

#include <vector>

#include "ui/docks/modules/StronglyConnected.h"

namespace vmscope::ui {

// A graph whose edges lead from one layer to the very next (long edges are chains through bend vertices).
struct ProperLayers {
  std::vector<std::vector<int>> layers;  // the vertices of each layer, from top to bottom
  std::vector<int> layerOf;
  std::vector<GraphEdge> edges;
};

// Reorders each layer by its neighbours' barycentres, forth and back `sweeps` times, keeping the order with the fewest
// crossings seen.
void reduceCrossings(ProperLayers& graph, int sweeps);

// How many pairs of edges cross (counted with an accumulator tree, O(E log V)).
long long countCrossings(const ProperLayers& graph);

// Vertical centres for the vertices: each as near to its neighbours' mean as the order and the sizes in `heights`,
// kept `gap` apart, allow (isotonic regression in each layer, alternating `sweeps` times).
std::vector<double> placeRows(const ProperLayers& graph, const std::vector<double>& heights,
                              const std::vector<double>& weights, double gap, int sweeps);

}  // namespace vmscope::ui
