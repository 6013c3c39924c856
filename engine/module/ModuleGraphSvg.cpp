// The module graph as a picture: importers left of what they import.
#include <algorithm>
#include <map>
#include <vector>

#include "engine/TextColumns.h"
#include "engine/module/ModuleGraph.h"
#include "engine/module/ModuleNames.h"

namespace vmscope {

namespace {

constexpr int kColumn = 280;
constexpr int kRow = 56;
constexpr int kBoxWidth = 200;
constexpr int kBoxHeight = 36;
constexpr int kMargin = 30;
constexpr std::size_t kLabelColumns = 28;
constexpr int kSweeps = 4;

std::string escaped(std::string_view text) {
  std::string result;
  for (const char each : text) {
    switch (each) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += each;
    }
  }
  return result;
}

/// Where the boxes stand: in the column of the longest way from a module that nobody imports, a cycle counting as one;
/// in a column, each near those that import it.
class Layout {
 public:
  struct Spot {
    int column;
    int row;
    int x() const { return kMargin + column * kColumn; }
    int y() const { return kMargin + row * kRow; }
  };

  explicit Layout(const ModuleGraph& graph) {
    for (const ModuleNode& node : graph.nodes()) group_[node.id] = node.id;
    for (const auto& cycle : graph.cycles()) {
      for (const int id : cycle) group_[id] = cycle.front();
    }
    for (const ModuleNode& node : graph.nodes()) {
      for (const auto& target : node.targets) {
        if (!target || !group_.contains(*target) || *target == node.id) continue;
        importers_[*target].push_back(node.id);
        targets_[node.id].push_back(*target);
      }
    }
    chooseColumns(graph);
    for (int i = 0; i < kSweeps; ++i) chooseRows();
  }

  const Spot& of(int id) const { return spots_.at(id); }
  bool has(int id) const { return spots_.contains(id); }

 private:
  // Each pass moves what is imported behind its importers, until nothing moves: as often as the longest way is long.
  // Inside a cycle the order is the one in which it was found.
  void chooseColumns(const ModuleGraph& graph) {
    std::map<int, int> columns;
    std::map<int, int> inside;
    for (const auto& cycle : graph.cycles()) {
      for (std::size_t i = 0; i < cycle.size(); ++i) inside[cycle[i]] = static_cast<int>(i);
    }
    for (bool hasMoved = true; hasMoved;) {
      hasMoved = false;
      for (const auto& [id, targets] : targets_) {
        for (const int target : targets) {
          if (group_[target] == group_[id]) continue;
          const int least = columns[group_[id]] + inside[id] + 1;
          const int now = columns[group_[target]];
          if (now + inside[target] >= least) continue;
          columns[group_[target]] = std::max(least - inside[target], now + 1);
          hasMoved = true;
        }
      }
    }
    for (const ModuleNode& node : graph.nodes()) {
      const int column = columns[group_[node.id]] + inside[node.id];
      auto& members = columns_[column];
      spots_[node.id] = {column, static_cast<int>(members.size())};
      members.push_back(node.id);
    }
  }

  void chooseRows() {
    for (auto& [column, members] : columns_) {
      std::map<int, double> wanted;
      for (const int id : members) wanted[id] = meanRow(importers_[id], spots_[id].row);
      std::stable_sort(members.begin(), members.end(), [&](int a, int b) { return wanted[a] < wanted[b]; });
      for (std::size_t row = 0; row < members.size(); ++row) spots_[members[row]].row = static_cast<int>(row);
    }
  }

  double meanRow(const std::vector<int>& ids, int otherwise) const {
    if (ids.empty()) return otherwise;
    double sum = 0;
    for (const int id : ids) sum += spots_.at(id).row;
    return sum / static_cast<double>(ids.size());
  }

  std::map<int, int> group_;  // the cycle that a module is in, by its first member
  std::map<int, std::vector<int>> importers_;
  std::map<int, std::vector<int>> targets_;
  std::map<int, std::vector<int>> columns_;
  std::map<int, Spot> spots_;
};

using Spot = Layout::Spot;

std::string point(int x, int y) {
  return std::to_string(x) + " " + std::to_string(y);
}

std::string curve(int x1, int y1, int bendX1, int bendY1, int bendX2, int bendY2, int x2, int y2) {
  return "M" + point(x1, y1) + " C" + point(bendX1, bendY1) + " " + point(bendX2, bendY2) + " " + point(x2, y2);
}

// To the right where it can; what leads back, in a cycle, goes around below.
std::string pathOf(const Spot& from, const Spot& to) {
  const int right = from.x() + kBoxWidth;
  const int fromMiddle = from.y() + kBoxHeight / 2;
  const int toMiddle = to.y() + kBoxHeight / 2;
  if (to.column > from.column) {
    const int bend = (to.x() - right) / 2;
    return curve(right, fromMiddle, right + bend, fromMiddle, to.x() - bend, toMiddle, to.x(), toMiddle);
  }
  constexpr int kAside = kBoxWidth / 4;
  const int below = std::max(from.y(), to.y()) + kBoxHeight + 22;
  const int start = from.x() + kBoxWidth - kAside;
  const int end = to.x() + (to.x() == from.x() && to.y() == from.y() ? kBoxWidth - 2 * kAside : kAside);
  return curve(start, from.y() + kBoxHeight, start, below, end, below, end, to.y() + kBoxHeight);
}

std::string line(const Spot& from, const Spot& to, bool isSource) {
  const bool leadsBack = to.column <= from.column;
  return "  <path class=\"import" + std::string(isSource ? " source" : "") + (leadsBack ? " back" : "") + "\" d=\"" +
         pathOf(from, to) + "\"/>\n";
}

std::string box(const ModuleNode& node, const std::string& name, const Spot& spot) {
  const std::string state = stateOf(node);
  const std::string order = node.evaluationOrder ? std::to_string(*node.evaluationOrder) + " " : "";
  const std::string x = std::to_string(spot.x() + 10);
  return "  <g class=\"" + std::string(nameOf(node.status)) + " " + state + "\"><title>" + escaped(node.identifier) +
         ": " + state + "</title><rect x=\"" + std::to_string(spot.x()) + "\" y=\"" + std::to_string(spot.y()) +
         "\" width=\"" + std::to_string(kBoxWidth) + "\" height=\"" + std::to_string(kBoxHeight) +
         "\" rx=\"6\"/><text x=\"" + x + "\" y=\"" + std::to_string(spot.y() + 15) + "\">" +
         escaped(endOf(name, kLabelColumns)) + "</text><text class=\"state\" x=\"" + x + "\" y=\"" +
         std::to_string(spot.y() + 29) + "\">" + order + state + "</text></g>\n";
}

constexpr const char* kStyle =
    "  <style>rect{fill:#fff;stroke:#8a8f98;stroke-width:1.5} text{font:12px sans-serif;fill:#20242b}\n"
    "  .state{font-size:10px;fill:#5c626d} .import{fill:none;stroke:#9aa0aa;marker-end:url(#arrow)}\n"
    "  .source{stroke-dasharray:4 3} .back{stroke:#c78a1d} .evaluated rect{stroke:#2f8f5b}\n"
    "  .errored rect{stroke:#d64545} .evaluating rect,.awaiting rect,.waiting rect{stroke:#c78a1d}\n"
    "  .awaiting rect{stroke-dasharray:5 3} .linked rect,.linking rect{stroke:#3d74c9} .paper{stroke:none}</style>\n"
    "  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
    "orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#9aa0aa\"/></marker></defs>\n"
    "  <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n";

}  // namespace

std::string ModuleGraph::toSvg() const {
  const Layout layout(*this);
  const ShortNames names(nodes_);
  int right = 2 * kMargin;
  int bottom = 2 * kMargin;
  for (const ModuleNode& node : nodes_) {
    right = std::max(right, layout.of(node.id).x() + kBoxWidth + kMargin);
    bottom = std::max(bottom, layout.of(node.id).y() + kBoxHeight + kMargin);
  }
  const std::string width = std::to_string(right);
  const std::string height = std::to_string(bottom);
  std::string text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
                     "\" viewBox=\"0 0 " + width + " " + height + "\">\n" + kStyle;
  for (const ModuleNode& node : nodes_) {
    for (std::size_t i = 0; i < node.targets.size(); ++i) {
      if (!node.targets[i] || !layout.has(*node.targets[i])) continue;
      const bool isSource = node.requests[i].phase == ImportPhase::Source;
      text += line(layout.of(node.id), layout.of(*node.targets[i]), isSource);
    }
  }
  for (const ModuleNode& node : nodes_) text += box(node, names.of(node), layout.of(node.id));
  return text + "</svg>\n";
}

}  // namespace vmscope
