// The module graph as a picture: importers left of what they import.
#include <algorithm>
#include <map>
#include <set>

#include "engine/module/ModuleGraph.h"

namespace vmscope {

namespace {

constexpr int kColumn = 260;
constexpr int kRow = 56;
constexpr int kBoxWidth = 200;
constexpr int kBoxHeight = 36;
constexpr int kMargin = 20;
constexpr std::size_t kLabelLength = 26;

struct Spot {
  int x;
  int y;
};

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

// The end of a long URL says more than its beginning.
std::string label(const std::string& identifier) {
  if (identifier.size() <= kLabelLength) return identifier;
  return "..." + identifier.substr(identifier.size() - kLabelLength + 3);
}

// Breadth first from the modules that nobody imports, then from what only a cycle reaches.
std::map<int, Spot> place(const std::vector<ModuleNode>& nodes) {
  std::set<int> imported;
  for (const ModuleNode& node : nodes) {
    for (const auto& target : node.targets) {
      if (target && *target != node.id) imported.insert(*target);
    }
  }
  std::map<int, const ModuleNode*> byId;
  for (const ModuleNode& node : nodes) byId[node.id] = &node;
  std::map<int, Spot> spots;
  std::map<int, int> used;  // rows per column
  const auto visitFrom = [&](int root) {
    std::vector<std::pair<int, int>> open{{root, 0}};
    for (std::size_t i = 0; i < open.size(); ++i) {
      const auto [id, column] = open[i];
      if (!byId.contains(id) || spots.contains(id)) continue;
      spots[id] = {kMargin + column * kColumn, kMargin + used[column]++ * kRow};
      for (const auto& target : byId[id]->targets) {
        if (target) open.emplace_back(*target, column + 1);
      }
    }
  };
  for (const ModuleNode& node : nodes) {
    if (!imported.contains(node.id)) visitFrom(node.id);
  }
  for (const ModuleNode& node : nodes) visitFrom(node.id);
  return spots;
}

std::string line(const Spot& from, const Spot& to, bool isSource) {
  const int x1 = from.x + kBoxWidth;
  const int y1 = from.y + kBoxHeight / 2;
  const int y2 = to.y + kBoxHeight / 2;
  const int bend = kColumn / 3;
  return "  <path class=\"" + std::string(isSource ? "import source" : "import") + "\" d=\"M" + std::to_string(x1) +
         " " + std::to_string(y1) + " C" + std::to_string(x1 + bend) + " " + std::to_string(y1) + " " +
         std::to_string(to.x - bend) + " " + std::to_string(y2) + " " + std::to_string(to.x) + " " +
         std::to_string(y2) + "\"/>\n";
}

std::string box(const ModuleNode& node, const Spot& spot) {
  const std::string state = std::string(nameOf(node.status)) + (node.awaiting ? ", awaiting" : "");
  return "  <g class=\"" + std::string(nameOf(node.status)) + "\"><title>" + escaped(node.identifier) + ": " + state +
         "</title><rect x=\"" + std::to_string(spot.x) + "\" y=\"" + std::to_string(spot.y) + "\" width=\"" +
         std::to_string(kBoxWidth) + "\" height=\"" + std::to_string(kBoxHeight) + "\" rx=\"6\"/><text x=\"" +
         std::to_string(spot.x + 10) + "\" y=\"" + std::to_string(spot.y + 15) + "\">" +
         escaped(label(node.identifier)) + "</text><text class=\"state\" x=\"" + std::to_string(spot.x + 10) +
         "\" y=\"" + std::to_string(spot.y + 29) + "\">" + state + "</text></g>\n";
}

constexpr const char* kStyle =
    "  <style>rect{fill:#fff;stroke:#8a8f98;stroke-width:1.5} text{font:12px sans-serif;fill:#20242b}\n"
    "  .state{font-size:10px;fill:#5c626d} .import{fill:none;stroke:#9aa0aa;marker-end:url(#arrow)}\n"
    "  .source{stroke-dasharray:4 3} .evaluated rect{stroke:#2f8f5b} .errored rect{stroke:#d64545}\n"
    "  .evaluating rect{stroke:#c78a1d} .linked rect,.linking rect{stroke:#3d74c9}</style>\n"
    "  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
    "orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#9aa0aa\"/></marker></defs>\n";

}  // namespace

std::string ModuleGraph::toSvg() const {
  const auto spots = place(nodes_);
  Spot size{kMargin, kMargin};
  for (const auto& [id, spot] : spots) {
    size.x = std::max(size.x, spot.x + kBoxWidth + kMargin);
    size.y = std::max(size.y, spot.y + kBoxHeight + kMargin);
  }
  const std::string width = std::to_string(size.x);
  const std::string height = std::to_string(size.y);
  std::string text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
                     "\" viewBox=\"0 0 " + width + " " + height + "\">\n" + kStyle;
  for (const ModuleNode& node : nodes_) {
    for (std::size_t i = 0; i < node.targets.size(); ++i) {
      const auto to = node.targets[i] ? spots.find(*node.targets[i]) : spots.end();
      if (to != spots.end()) text += line(spots.at(node.id), to->second, node.requests[i].phase == ImportPhase::Source);
    }
  }
  for (const ModuleNode& node : nodes_) text += box(node, spots.at(node.id));
  return text + "</svg>\n";
}

}  // namespace vmscope
