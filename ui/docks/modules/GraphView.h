#pragma once

#include <QVariantAnimation>
#include <QWidget>

#include "ui/docks/modules/GraphPainter.h"

namespace vmscope::ui {

class ModuleGraph;
class Theme;

// The picture of the module graph: the wheel zooms, dragging moves, a click chooses a module, Shift+click asks for the
// path to it; arrow keys follow imports. GUI thread; owned by the modules dock; ModuleTableModel says the same as text.
class GraphView : public QWidget {
  Q_OBJECT

 public:
  GraphView(const ModuleGraph& graph, const Theme& theme, QWidget* parent = nullptr);

  void setContextColours(std::function<int(int)> colourOf) { colourOf_ = std::move(colourOf); }
  void setShape(const GraphShape& shape);
  const GraphShape& shape() const { return shape_; }

  int chosenModule() const;
  void chooseModule(int module);
  // Shows the imports (indexes into the graph) as a path; none to clear it.
  void showPath(const std::vector<int>& imports);
  // Brings boxes forward whose label has this text; returns how many.
  int search(const QString& text);
  void goToFound(int step);

  void fit();
  void zoom(double factor);
  QPoint pointOf(int module) const;
  double scale() const { return scale_; }
  bool isFading() const { return fading_.state() == QAbstractAnimation::Running; }

  QSize sizeHint() const override { return {480, 320}; }
  QSize minimumSizeHint() const override { return {120, 80}; }

 signals:
  void moduleChosen(int module);
  void moduleActivated(int module);
  void pathWanted(int from, int to);
  void menuWanted(int module, const QPoint& globalPosition);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  int boxAt(const QPointF& position) const;
  void chooseBox(int box);
  void zoomAround(const QPointF& position, double factor);
  void reveal(int box);
  void follow(int key);
  void updateDependents();
  // What each box shows now; a change fades where a person can follow it.
  void followStatuses();
  void fade();
  QPointF toScene(const QPointF& position) const { return (position - offset_) / scale_; }
  GraphPainter::Detail detail() const;

  const ModuleGraph& graph_;
  const Theme& theme_;
  std::function<int(int)> colourOf_;
  GraphShape shape_;
  GraphEmphasis emphasis_;
  std::vector<ModuleStatus> statuses_;  // by box, as last shown
  QVariantAnimation fading_;
  QString searched_;
  double scale_ = 1;
  QPointF offset_;
  QPointF pressedAt_;
  QPointF offsetAtPress_;
  bool isDragging_ = false;
  bool fits_ = true;  // until a person zooms or moves
};

}  // namespace vmscope::ui
