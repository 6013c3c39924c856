#pragma once

#include <QPainterPath>
#include <functional>
#include <vector>

#include "ui/docks/modules/GraphShape.h"
#include "ui/theme/Tokens.h"

class QPainter;

namespace vmscope::ui {

class ModuleGraph;
class Theme;

// A box whose status has just changed. A value.
struct GraphFade {
  int box = -1;
  ModuleStatus before = ModuleStatus::Unlinked;
  double progress = 1;  // 0 when it begins, 1 when only the new status is seen
};

// What a person pointed out in the picture; the painter brings it forward. A value.
struct GraphEmphasis {
  int box = -1;                // chosen
  std::vector<int> pathLines;  // from one module to another
  std::vector<bool> found;     // by box: matches the search; empty when nothing is searched for
  std::vector<bool> blocked;   // by box: waits for the chosen module's top-level await
  std::vector<bool> poisoned;  // by box: errored because of the chosen module
  std::vector<GraphFade> fades;
};

// Draws a laid-out shape, for the view and for exports. Lives while something is painted.
class GraphPainter {
 public:
  enum class Detail { Full, Coarse };

  GraphPainter(const ModuleGraph& graph, const Theme& theme, std::function<int(int)> colourOf);

  static double boxHeight(const Theme& theme);
  // What a box shows: its module's status, or the one of a folder that most needs attention.
  static ModuleStatus statusOf(const ModuleGraph& graph, const GraphBox& box);
  static double boxWidth(const Theme& theme, const QString& label);

  void paint(QPainter& painter, const GraphShape& shape, const GraphEmphasis& emphasis, const QRectF& visible,
             Detail detail) const;

 private:
  void paintCycles(QPainter& painter, const GraphShape& shape) const;
  void paintLines(QPainter& painter, const GraphShape& shape, const GraphEmphasis& emphasis, const QRectF& visible,
                  Detail detail) const;
  void paintPath(QPainter& painter, const GraphShape& shape, const GraphEmphasis& emphasis,
                 const QRectF& visible) const;
  void paintBox(QPainter& painter, const GraphShape& shape, int index, const GraphEmphasis& emphasis,
                Detail detail) const;
  void paintSign(QPainter& painter, const QRectF& rect, ModuleStatus status) const;
  void paintLabel(QPainter& painter, const QRectF& rect, const GraphBox& box, const QColor& colour) const;

  const ModuleGraph& graph_;
  const Theme& theme_;
  std::function<int(int)> colourOf_;
};

}  // namespace vmscope::ui
