#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "ui/docks/modules/LayeredLayout.h"

namespace vmscope::ui {

class ModuleGraph;

// What the picture leaves out or draws as one.
struct GraphFilter {
  int executionContextId = 0;  // 0: all contexts
  bool collapseFolders = false;
};

// A box of the picture: one module, or a folder with all its modules. A value.
struct GraphBox {
  QString label;
  std::vector<int> modules;  // indexes into the graph
  bool isFolder = false;
};

// A line of the picture: one import or, between folders, several. A value.
struct GraphLine {
  int from = 0;
  int to = 0;
  std::vector<int> imports;  // indexes into the graph
};

// The picture of a graph before and after it is laid out; plain data that a worker thread may fill in. A value.
struct GraphShape {
  std::vector<GraphBox> boxes;
  std::vector<GraphLine> lines;
  std::vector<int> boxOfModule;  // -1 when left out
  LayoutResult layout;

  bool isEmpty() const { return boxes.empty(); }
};

// The boxes and lines, not yet laid out.
GraphShape shapeOf(const ModuleGraph& graph, const GraphFilter& filter);
// How large each box is; `widthOf` gives the width for a label.
std::vector<LayoutSize> boxSizes(const GraphShape& shape, double height,
                                 const std::function<double(const QString&)>& widthOf);
void layOutShape(GraphShape& shape, const std::vector<LayoutSize>& sizes);

}  // namespace vmscope::ui
