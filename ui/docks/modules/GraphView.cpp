#include "ui/docks/modules/GraphView.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/docks/modules/ModuleGraph.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr double kSmallestScale = 0.02;
constexpr double kLargestScale = 4;
constexpr double kMargin = 24;
constexpr double kMarginShare = 12;    // of the picture, where there is little room
constexpr double kReadableHeight = 9;  // pixels of a box below which its label is left out
constexpr int kFade = 150;             // milliseconds of a change of status
constexpr size_t kMostFades = 12;      // more at once are no longer followed
constexpr int kDragStart = 4;          // pixels

}  // namespace

GraphView::GraphView(const ModuleGraph& graph, const Theme& theme, QWidget* parent)
    : QWidget(parent), graph_(graph), theme_(theme) {
  setAccessibleName(tr("Module graph"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  fading_.setStartValue(0.0);
  fading_.setEndValue(1.0);
  fading_.setDuration(kFade);
  connect(&fading_, &QVariantAnimation::valueChanged, this, &GraphView::fade);
  connect(&fading_, &QVariantAnimation::finished, this, [this] { emphasis_.fades.clear(); });
  connect(&graph_, &ModuleGraph::changed, this, [this] {
    followStatuses();
    updateDependents();
    update();
  });
  connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GraphView::setShape(const GraphShape& shape) {
  const int chosen = chosenModule();
  shape_ = shape;
  emphasis_ = {};
  fading_.stop();
  statuses_.clear();
  followStatuses();
  const bool isKnown = chosen >= 0 && chosen < static_cast<int>(shape_.boxOfModule.size());
  emphasis_.box = isKnown ? shape_.boxOfModule[chosen] : -1;
  updateDependents();
  search(searched_);
  if (fits_) fit();
  update();
}

void GraphView::followStatuses() {
  const bool isFollowed = !theme_.isMotionReduced() && isVisible() && statuses_.size() == shape_.boxes.size();
  const size_t before = emphasis_.fades.size();
  statuses_.resize(shape_.boxes.size());
  for (size_t box = 0; box < shape_.boxes.size(); ++box) {
    const ModuleStatus status = GraphPainter::statusOf(graph_, shape_.boxes[box]);
    if (isFollowed && status != statuses_[box]) emphasis_.fades.push_back({static_cast<int>(box), statuses_[box], 0});
    statuses_[box] = status;
  }
  if (emphasis_.fades.size() == before) return;
  if (emphasis_.fades.size() > kMostFades) emphasis_.fades.clear();
  fading_.stop();
  if (!emphasis_.fades.empty()) fading_.start();
}

void GraphView::fade() {
  for (GraphFade& each : emphasis_.fades) each.progress = fading_.currentValue().toDouble();
  update();
}

int GraphView::chosenModule() const {
  return emphasis_.box < 0 || shape_.isEmpty() ? -1 : shape_.boxes[emphasis_.box].modules.front();
}

void GraphView::chooseModule(int module) {
  const bool isShown = module >= 0 && module < static_cast<int>(shape_.boxOfModule.size());
  chooseBox(isShown ? shape_.boxOfModule[module] : -1);
}

void GraphView::chooseBox(int box) {
  emphasis_.box = box;
  emphasis_.pathLines.clear();
  updateDependents();
  if (box >= 0) reveal(box);
  update();
  const int module = chosenModule();
  if (module >= 0) {
    const ModuleNode& node = graph_.modules()[module];
    setAccessibleDescription(tr("%1, %2").arg(node.identifier, theme_.mark(node.status).word));
  }
  emit moduleChosen(module);
}

void GraphView::updateDependents() {
  emphasis_.blocked.assign(shape_.boxes.size(), false);
  emphasis_.poisoned.assign(shape_.boxes.size(), false);
  if (emphasis_.box < 0) return;
  for (int module : shape_.boxes[emphasis_.box].modules) {
    for (int other : graph_.blockedBy(module)) {
      if (const int box = shape_.boxOfModule[other]; box >= 0) emphasis_.blocked[box] = true;
    }
    for (int other : graph_.poisonedBy(module)) {
      if (const int box = shape_.boxOfModule[other]; box >= 0) emphasis_.poisoned[box] = true;
    }
  }
}

void GraphView::showPath(const std::vector<int>& imports) {
  emphasis_.pathLines.clear();
  for (size_t i = 0; i < shape_.lines.size(); ++i) {
    const std::vector<int>& carried = shape_.lines[i].imports;
    const bool isOn = std::any_of(imports.begin(), imports.end(), [&](int import) {
      return std::find(carried.begin(), carried.end(), import) != carried.end();
    });
    if (isOn) emphasis_.pathLines.push_back(static_cast<int>(i));
  }
  update();
}

int GraphView::search(const QString& text) {
  searched_ = text;
  emphasis_.found.clear();
  update();
  if (text.isEmpty()) return 0;
  int count = 0;
  for (const GraphBox& box : shape_.boxes) {
    const bool isMatch = std::any_of(box.modules.begin(), box.modules.end(), [&](int module) {
      return graph_.modules()[module].identifier.contains(text, Qt::CaseInsensitive);
    });
    emphasis_.found.push_back(isMatch);
    count += isMatch ? 1 : 0;
  }
  return count;
}

void GraphView::goToFound(int step) {
  const int count = static_cast<int>(emphasis_.found.size());
  for (int i = 1; i <= count; ++i) {
    const int box = ((emphasis_.box + step * i) % count + count) % count;
    if (emphasis_.found[box]) return chooseBox(box);
  }
}

void GraphView::fit() {
  const LayoutSize& size = shape_.layout.size;
  if (shape_.isEmpty() || width() <= 0) return;
  const double margin = std::min({kMargin, width() / kMarginShare, height() / kMarginShare});
  const double across = (width() - 2 * margin) / std::max(1.0, size.width);
  const double down = (height() - 2 * margin) / std::max(1.0, size.height);
  scale_ = std::clamp(std::min(across, down), kSmallestScale, 1.0);
  offset_ = QPointF(width() - size.width * scale_, height() - size.height * scale_) / 2;
  fits_ = true;
  update();
}

void GraphView::zoom(double factor) {
  zoomAround(rect().center(), factor);
}

void GraphView::zoomAround(const QPointF& position, double factor) {
  const QPointF scene = toScene(position);
  scale_ = std::clamp(scale_ * factor, kSmallestScale, kLargestScale);
  offset_ = position - scene * scale_;
  fits_ = false;
  update();
}

void GraphView::reveal(int box) {
  const LayoutRect& rect = shape_.layout.nodes[box];
  const QRectF shown(QPointF(rect.x, rect.y) * scale_ + offset_, QSizeF(rect.width, rect.height) * scale_);
  QPointF move;
  if (shown.left() < 0) move.setX(kMargin - shown.left());
  if (shown.right() > width()) move.setX(width() - kMargin - shown.right());
  if (shown.top() < 0) move.setY(kMargin - shown.top());
  if (shown.bottom() > height()) move.setY(height() - kMargin - shown.bottom());
  offset_ += move;
}

QPoint GraphView::pointOf(int module) const {
  const LayoutRect& rect = shape_.layout.nodes[shape_.boxOfModule[module]];
  return (QPointF(rect.x + rect.width / 2, rect.y + rect.height / 2) * scale_ + offset_).toPoint();
}

int GraphView::boxAt(const QPointF& position) const {
  const QPointF scene = toScene(position);
  const auto holds = [&](const LayoutRect& r) { return QRectF(r.x, r.y, r.width, r.height).contains(scene); };
  const auto found = std::find_if(shape_.layout.nodes.begin(), shape_.layout.nodes.end(), holds);
  return found == shape_.layout.nodes.end() ? -1 : static_cast<int>(found - shape_.layout.nodes.begin());
}

GraphPainter::Detail GraphView::detail() const {
  const double height = shape_.isEmpty() ? 0 : shape_.layout.nodes.front().height * scale_;
  return height < kReadableHeight ? GraphPainter::Detail::Coarse : GraphPainter::Detail::Full;
}

void GraphView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_.colour(Colour::Surface));
  if (!shape_.isEmpty()) {
    painter.save();
    painter.translate(offset_);
    painter.scale(scale_, scale_);
    const QRectF visible(toScene(QPointF(0, 0)), QSizeF(size()) / scale_);
    GraphPainter(graph_, theme_, colourOf_).paint(painter, shape_, emphasis_, visible, detail());
    painter.restore();
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme_.colour(Colour::Accent), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

void GraphView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (fits_) fit();
}

void GraphView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers() & Qt::ShiftModifier) {
    offset_ += QPointF(event->angleDelta().y() + event->angleDelta().x(), 0) / 2;
    fits_ = false;
    update();
  } else {
    zoomAround(event->position(), std::pow(1.0015, event->angleDelta().y()));
  }
  event->accept();
}

void GraphView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  pressedAt_ = event->position();
  offsetAtPress_ = offset_;
  isDragging_ = false;
}

void GraphView::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) {
    setCursor(boxAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    return;
  }
  const QPointF moved = event->position() - pressedAt_;
  if (!isDragging_ && moved.manhattanLength() < kDragStart) return;
  isDragging_ = true;
  fits_ = false;
  offset_ = offsetAtPress_ + moved;
  setCursor(Qt::ClosedHandCursor);
  update();
}

void GraphView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (isDragging_) {
    isDragging_ = false;
    setCursor(Qt::ArrowCursor);
    return;
  }
  const int box = boxAt(event->position());
  const bool asksPath = event->modifiers() & Qt::ShiftModifier && emphasis_.box >= 0 && box >= 0;
  if (asksPath) {
    emit pathWanted(chosenModule(), shape_.boxes[box].modules.front());
  } else {
    chooseBox(box);
  }
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event) {
  const int box = boxAt(event->position());
  if (box >= 0) emit moduleActivated(shape_.boxes[box].modules.front());
}

void GraphView::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const int box = byKey ? emphasis_.box : boxAt(event->pos());
  if (box < 0) return;
  const int module = shape_.boxes[box].modules.front();
  emit menuWanted(module, byKey ? mapToGlobal(pointOf(module)) : event->globalPos());
}

void GraphView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(1.25);
    case Qt::Key_Minus:
      return zoom(0.8);
    case Qt::Key_0:
      return fit();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
      return follow(event->key());
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (chosenModule() >= 0) emit moduleActivated(chosenModule());
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

// Right goes to an import and Left to an importer, the nearest first; Up and Down to what stands above and below.
void GraphView::follow(int key) {
  if (shape_.isEmpty()) return;
  if (emphasis_.box < 0) return chooseBox(0);
  const LayoutRect& here = shape_.layout.nodes[emphasis_.box];
  int best = -1;
  double nearest = 0;
  const auto consider = [&](int box) {
    const LayoutRect& there = shape_.layout.nodes[box];
    const bool isAhead = key == Qt::Key_Left ? there.x < here.x : key == Qt::Key_Right ? there.x > here.x : true;
    const double detour =
        isAhead ? 0 : shape_.layout.size.width + shape_.layout.size.height;  // only when nothing is ahead
    const double distance = std::abs(there.y - here.y) + std::abs(there.x - here.x) / 4 + detour;
    if (box == emphasis_.box || (best >= 0 && distance >= nearest)) return;
    best = box;
    nearest = distance;
  };
  if (key == Qt::Key_Left || key == Qt::Key_Right) {
    for (const GraphLine& line : shape_.lines) {
      if (key == Qt::Key_Right && line.from == emphasis_.box) consider(line.to);
      if (key == Qt::Key_Left && line.to == emphasis_.box) consider(line.from);
    }
  } else {
    for (size_t box = 0; box < shape_.boxes.size(); ++box) {
      const LayoutRect& there = shape_.layout.nodes[box];
      const bool isSameColumn = shape_.layout.layers[box] == shape_.layout.layers[emphasis_.box];
      if (isSameColumn && (key == Qt::Key_Up ? there.y < here.y : there.y > here.y)) consider(static_cast<int>(box));
    }
  }
  if (best >= 0) chooseBox(best);
}

bool GraphView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int box = boxAt(help->pos());
  if (box < 0) {
    QToolTip::hideText();
    return true;
  }
  const ModuleNode& module = graph_.modules()[shape_.boxes[box].modules.front()];
  const QString text = shape_.boxes[box].isFolder ? module.folder() : module.identifier;
  QToolTip::showText(help->globalPos(), tr("%1\n%2").arg(text, theme_.mark(module.status).word), this);
  return true;
}

}  // namespace vmscope::ui
