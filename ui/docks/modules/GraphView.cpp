#include "ui/docks/modules/GraphView.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/values/StyledText.h"
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
    : PictureView(theme, tr("Module graph"), parent), graph_(graph) {
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setMouseTracking(true);
  fading_.setStartValue(0.0);
  fading_.setEndValue(1.0);
  fading_.setDuration(kFade);
  connect(&fading_, &QVariantAnimation::valueChanged, this, &GraphView::fade);
  connect(&fading_, &QVariantAnimation::finished, this, [this] { emphasis_.fades.clear(); });
  connect(&graph_, &ModuleGraph::changed, this, [this] {
    followStatuses();
    updateDependents();
    tellChoice();
    repaintSoon();
  });
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
  repaintSoon();
}

void GraphView::followStatuses() {
  const bool isFollowed = !theme().isMotionReduced() && isVisible() && statuses_.size() == shape_.boxes.size();
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
  repaintSoon();
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
  repaintSoon();
  tellChoice();
  emit moduleChosen(chosenModule());
}

void GraphView::tellChoice() {
  const int module = chosenModule();
  if (module < 0) return setAccessibleDescription({});
  const ModuleNode& node = graph_.modules()[module];
  setAccessibleDescription(tr("%1, %2").arg(readableUrl(node.identifier), theme().mark(node.status).word));
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
  repaintSoon();
}

int GraphView::search(const QString& text) {
  searched_ = text;
  emphasis_.found.clear();
  repaintSoon();
  if (text.isEmpty()) return 0;
  int count = 0;
  for (const GraphBox& box : shape_.boxes) {
    const bool isMatch = std::any_of(box.modules.begin(), box.modules.end(), [&](int module) {
      return readableUrl(graph_.modules()[module].identifier).contains(text, Qt::CaseInsensitive);
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
  const QSizeF room = viewport()->size();
  if (shape_.isEmpty() || room.isEmpty()) return;
  const double margin = std::min({kMargin, room.width() / kMarginShare, room.height() / kMarginShare});
  const double across = (room.width() - 2 * margin) / std::max(1.0, size.width);
  const double down = (room.height() - 2 * margin) / std::max(1.0, size.height);
  scale_ = std::clamp(std::min(across, down), kSmallestScale, 1.0);
  offset_ = QPointF(room.width() - size.width * scale_, room.height() - size.height * scale_) / 2;
  fits_ = true;
  repaintSoon();
}

void GraphView::zoom(double factor) {
  zoomAround(viewport()->rect().center(), factor);
}

void GraphView::zoomAround(const QPointF& position, double factor) {
  const QPointF scene = toScene(position);
  scale_ = std::clamp(scale_ * factor, kSmallestScale, kLargestScale);
  offset_ = position - scene * scale_;
  fits_ = false;
  repaintSoon();
}

QRectF GraphView::rectOf(int box) const {
  const LayoutRect& rect = shape_.layout.nodes[box];
  return {QPointF(rect.x, rect.y) * scale_ + offset_, QSizeF(rect.width, rect.height) * scale_};
}

void GraphView::reveal(int box) {
  const QRectF shown = rectOf(box);
  const QSizeF room = viewport()->size();
  QPointF move;
  if (shown.left() < 0) move.setX(kMargin - shown.left());
  if (shown.right() > room.width()) move.setX(room.width() - kMargin - shown.right());
  if (shown.top() < 0) move.setY(kMargin - shown.top());
  if (shown.bottom() > room.height()) move.setY(room.height() - kMargin - shown.bottom());
  offset_ += move;
}

QPoint GraphView::pointOf(int module) const {
  return rectOf(shape_.boxOfModule[module]).center().toPoint();
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

void GraphView::draw(QPainter& painter) {
  if (shape_.isEmpty()) return;
  painter.translate(offset_);
  painter.scale(scale_, scale_);
  const QRectF visible(toScene(QPointF(0, 0)), QSizeF(viewport()->size()) / scale_);
  GraphPainter(graph_, theme(), colourOf_).paint(painter, shape_, emphasis_, visible, detail());
}

void GraphView::resizeEvent(QResizeEvent* event) {
  PictureView::resizeEvent(event);
  if (fits_) fit();
}

void GraphView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers() & Qt::ShiftModifier) {
    offset_ += QPointF(event->angleDelta().y() + event->angleDelta().x(), 0) / 2;
    fits_ = false;
    repaintSoon();
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
    viewport()->setCursor(boxAt(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    return;
  }
  const QPointF moved = event->position() - pressedAt_;
  if (!isDragging_ && moved.manhattanLength() < kDragStart) return;
  isDragging_ = true;
  fits_ = false;
  offset_ = offsetAtPress_ + moved;
  viewport()->setCursor(Qt::ClosedHandCursor);
  repaintSoon();
}

void GraphView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (isDragging_) {
    isDragging_ = false;
    viewport()->setCursor(Qt::ArrowCursor);
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

QRect GraphView::chosenRect() const {
  return emphasis_.box < 0 ? QRect() : rectOf(emphasis_.box).toAlignedRect();
}

// The mouse asks about a module without choosing it: the menu offers the path from the chosen one.
void GraphView::wantMenu(std::optional<QPoint> position, const QPoint& globalPosition) {
  const int box = position ? boxAt(*position) : emphasis_.box;
  if (box >= 0) emit menuWanted(shape_.boxes[box].modules.front(), globalPosition);
}

void GraphView::activateChosen() {
  if (chosenModule() >= 0) emit moduleActivated(chosenModule());
}

bool GraphView::go(int key) {
  switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom(1.25);
      return true;
    case Qt::Key_Minus:
      zoom(0.8);
      return true;
    case Qt::Key_0:
      fit();
      return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
      follow(key);
      return true;
    default:
      return false;
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

QString GraphView::tipAt(const QPoint& position) const {
  const int box = boxAt(position);
  if (box < 0) return {};
  const ModuleNode& module = graph_.modules()[shape_.boxes[box].modules.front()];
  const QString text = shape_.boxes[box].isFolder ? module.folder() : module.identifier;
  return tr("%1\n%2").arg(readableUrl(text), theme().mark(module.status).word);
}

}  // namespace vmscope::ui
