#pragma once

#include <QVariantAnimation>

#include "ui/docks/modules/GraphPainter.h"
#include "ui/docks/parts/PictureView.h"

namespace vmscope::ui {

class ModuleGraph;

// The picture of the module graph: the wheel zooms, dragging moves, a click chooses a module, Shift+click asks for the
// path to it; arrow keys follow imports. GUI thread; owned by the modules dock; ModuleTableModel says the same as text.
class GraphView : public PictureView {
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
  void draw(QPainter& painter) override;
  QString tipAt(const QPoint& position) const override;
  bool go(int key) override;
  void activateChosen() override;
  QRect chosenRect() const override;
  void wantMenu(std::optional<QPoint> position, const QPoint& globalPosition) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  int boxAt(const QPointF& position) const;
  QRectF rectOf(int box) const;
  void chooseBox(int box);
  void zoomAround(const QPointF& position, double factor);
  void reveal(int box);
  void follow(int key);
  void updateDependents();
  void tellChoice();
  // What each box shows now; a change fades where a person can follow it.
  void followStatuses();
  void fade();
  QPointF toScene(const QPointF& position) const { return (position - offset_) / scale_; }
  GraphPainter::Detail detail() const;

  const ModuleGraph& graph_;
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
