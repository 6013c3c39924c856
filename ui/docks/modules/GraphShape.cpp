#include "ui/docks/modules/GraphShape.h"

#include <QHash>
#include <map>

#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/values/StyledText.h"

namespace vmscope::ui {
namespace {

// Modules of the same name are told apart by their folders' last parts.
QHash<QString, int> nameCounts(const ModuleGraph& graph) {
  QHash<QString, int> counts;
  for (const ModuleNode& module : graph.modules()) ++counts[module.shortName()];
  return counts;
}

QString labelOf(const ModuleNode& module, const QHash<QString, int>& counts) {
  const QString folder = lastNameOf(module.folder());
  if (counts.value(module.shortName()) < 2 || folder.isEmpty()) return module.shortName();
  return QStringLiteral("%1/%2").arg(folder, module.shortName());
}

int folderBox(GraphShape& shape, QHash<QString, int>& folders, const QString& folder) {
  const auto known = folders.constFind(folder);
  if (known != folders.constEnd()) return *known;
  GraphBox box;
  box.label = lastNameOf(folder) + QLatin1Char('/');
  box.isFolder = true;
  shape.boxes.push_back(box);
  return *folders.insert(folder, static_cast<int>(shape.boxes.size()) - 1);
}

void addBoxes(GraphShape& shape, const ModuleGraph& graph, const GraphFilter& filter) {
  const QHash<QString, int> counts = nameCounts(graph);
  QHash<QString, int> folders;
  shape.boxOfModule.assign(graph.modules().size(), -1);
  for (size_t i = 0; i < graph.modules().size(); ++i) {
    const ModuleNode& module = graph.modules()[i];
    if (filter.executionContextId != 0 && module.executionContextId != filter.executionContextId) continue;
    int box = static_cast<int>(shape.boxes.size());
    if (filter.collapseFolders && !module.folder().isEmpty()) {
      box = folderBox(shape, folders, module.folder());
    } else {
      shape.boxes.push_back({labelOf(module, counts), {}, false});
    }
    shape.boxes[box].modules.push_back(static_cast<int>(i));
    shape.boxOfModule[i] = box;
  }
  for (GraphBox& box : shape.boxes) {
    if (box.isFolder) box.label += QStringLiteral(" (%1)").arg(box.modules.size());
  }
}

void addLines(GraphShape& shape, const ModuleGraph& graph, const GraphFilter& filter) {
  std::map<std::pair<int, int>, int> known;
  for (size_t i = 0; i < graph.imports().size(); ++i) {
    const ModuleImport& import = graph.imports()[i];
    if (import.to < 0) continue;
    const int from = shape.boxOfModule[import.from];
    const int to = shape.boxOfModule[import.to];
    const bool isInside = from == to && filter.collapseFolders;
    if (from < 0 || to < 0 || isInside) continue;
    const auto [place, isNew] = known.try_emplace({from, to}, static_cast<int>(shape.lines.size()));
    if (isNew) shape.lines.push_back({from, to, {}});
    shape.lines[place->second].imports.push_back(static_cast<int>(i));
  }
}

}  // namespace

GraphShape shapeOf(const ModuleGraph& graph, const GraphFilter& filter) {
  GraphShape shape;
  addBoxes(shape, graph, filter);
  addLines(shape, graph, filter);
  return shape;
}

std::vector<LayoutSize> boxSizes(const GraphShape& shape, double height,
                                 const std::function<double(const QString&)>& widthOf) {
  std::vector<LayoutSize> sizes;
  for (const GraphBox& box : shape.boxes) sizes.push_back({widthOf(box.label), height});
  return sizes;
}

void layOutShape(GraphShape& shape, const std::vector<LayoutSize>& sizes) {
  std::vector<GraphEdge> edges;
  for (const GraphLine& line : shape.lines) edges.push_back({line.from, line.to});
  shape.layout = layOut(sizes, edges);
}

}  // namespace vmscope::ui
