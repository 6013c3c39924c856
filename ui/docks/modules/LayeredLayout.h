#pragma once

#include <vector>

#include "ui/docks/modules/StronglyConnected.h"

namespace vmscope::ui {

struct LayoutSize {
  double width = 0;
  double height = 0;
};

struct LayoutPoint {
  double x = 0;
  double y = 0;
};

struct LayoutRect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

// Distances in the units of the node sizes.
struct LayoutOptions {
  double layerGap = 64;
  double nodeGap = 12;
  double cyclePadding = 8;
  int sweeps = 6;
  // Edges that would need more bends than this, all together, are drawn straight when they are long.
  int bendBudget = 300000;
};

// Several modules that import each other, drawn as one block with an outline.
struct LayoutCycle {
  std::vector<int> nodes;
  LayoutRect outline;
};

struct LayoutResult {
  std::vector<LayoutRect> nodes;
  std::vector<int> layers;
  // One polyline for each edge given, from the right side of its start to the left side of its end.
  std::vector<std::vector<LayoutPoint>> routes;
  std::vector<LayoutCycle> cycles;
  LayoutSize size;
};

// Lays out a directed graph from left to right after Sugiyama: cycles are condensed (Tarjan), layers are longest
// paths, crossings are reduced by barycentres, rows are placed by isotonic regression. The same graph always gives the
// same picture. Plain data in and out, so that it can run on any thread.
LayoutResult layOut(const std::vector<LayoutSize>& nodes, const std::vector<GraphEdge>& edges,
                    const LayoutOptions& options = {});

}  // namespace vmscope::ui
