#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

#include "ui/docks/modules/GraphShape.h"

namespace vmscope::ui {

class ModuleGraph;
class Theme;

// The graph as files: text for Graphviz, and pictures of a laid-out shape.

QString dotText(const ModuleGraph& graph);

struct GraphPicture {
  const ModuleGraph& graph;
  const GraphShape& shape;
  const Theme& theme;
  std::function<int(int)> colourOf;
};

QByteArray svgOf(const GraphPicture& picture);
// At twice the size on screen, but at most 16,384 pixels wide and high; a larger graph is scaled down.
QByteArray pngOf(const GraphPicture& picture);

}  // namespace vmscope::ui
