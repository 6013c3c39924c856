#include "ui/docks/modules/GraphPainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "ui/docks/modules/ModuleGraph.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr double kArrow = 5;
constexpr double kRadius = 4;
constexpr double kBulge = 28;
constexpr size_t kDenseLines = 2000;  // from here on lines are drawn without smoothing, which costs most of a frame

QRectF rectOf(const LayoutRect& rect) {
  return {rect.x, rect.y, rect.width, rect.height};
}
QPointF pointOf(const LayoutPoint& point) {
  return {point.x, point.y};
}

bool flagged(const std::vector<bool>& flags, int index) {
  return !flags.empty() && flags[static_cast<size_t>(index)];
}

QColor mixed(const QColor& from, const QColor& to, double share) {
  const auto between = [share](float a, float b) { return a + (b - a) * static_cast<float>(share); };
  return QColor::fromRgbF(between(from.redF(), to.redF()), between(from.greenF(), to.greenF()),
                          between(from.blueF(), to.blueF()), between(from.alphaF(), to.alphaF()));
}

// Lines inside a cycle's block may lead down, up or back; those bulge out beside the boxes.
bool isBeside(const GraphShape& shape, const GraphLine& line) {
  return shape.layout.nodes[line.to].x < shape.layout.nodes[line.from].x + shape.layout.nodes[line.from].width;
}

struct Curve {
  QPainterPath path;
  QPointF tip;
  double direction = 1;  // which way the arrow points: 1 right, -1 left
};

Curve besideCurve(const GraphShape& shape, const GraphLine& line) {
  const QRectF from = rectOf(shape.layout.nodes[line.from]);
  const QRectF to = rectOf(shape.layout.nodes[line.to]);
  // Two modules that import each other get a line each: down leaves and arrives outside the one that leads up.
  const double apart = (line.from == line.to || to.y() >= from.y() ? 1 : -1) * to.height() / 5;
  const QPointF start(from.right(), from.center().y() - apart);
  const QPointF end(to.right(), to.center().y() + apart);
  const double reach =
      std::max(start.x(), end.x()) + kBulge / 2 + apart + std::min(kBulge, std::abs(end.y() - start.y()) / 6);
  Curve curve{QPainterPath(start), end, -1};
  curve.path.cubicTo(QPointF(reach, start.y()), QPointF(reach, end.y()), end);
  return curve;
}

QRectF segmentRect(const LayoutPoint& from, const LayoutPoint& to) {
  return QRectF(QPointF(from.x, std::min(from.y, to.y)), QPointF(to.x, std::max(from.y, to.y))).adjusted(-2, -2, 2, 2);
}

void addSegment(QPainterPath& path, const QPointF& from, const QPointF& to) {
  if (path.isEmpty() || path.currentPosition() != from) path.moveTo(from);
  if (qFuzzyCompare(from.y(), to.y())) return path.lineTo(to);
  const double half = (to.x() - from.x()) / 2;
  path.cubicTo(from + QPointF(half, 0), to - QPointF(half, 0), to);
}

// The line, but only what of it may be seen: in a dense graph a long line has hundreds of bends.
Curve curveOf(const GraphShape& shape, size_t index, const QRectF& visible) {
  const GraphLine& line = shape.lines[index];
  if (isBeside(shape, line)) {
    Curve curve = besideCurve(shape, line);
    return curve.path.controlPointRect().intersects(visible) ? curve : Curve{{}, curve.tip, curve.direction};
  }
  const std::vector<LayoutPoint>& route = shape.layout.routes[index];
  Curve curve{{}, pointOf(route.back()), 1};
  for (size_t i = 1; i < route.size(); ++i) {
    if (!segmentRect(route[i - 1], route[i]).intersects(visible)) continue;
    addSegment(curve.path, pointOf(route[i - 1]), pointOf(route[i]));
  }
  return curve;
}

void paintArrow(QPainter& painter, const Curve& curve, const QColor& colour) {
  QPainterPath arrow(curve.tip);
  arrow.lineTo(curve.tip + QPointF(-kArrow * curve.direction * 1.4, -kArrow * 0.7));
  arrow.lineTo(curve.tip + QPointF(-kArrow * curve.direction * 1.4, kArrow * 0.7));
  painter.fillPath(arrow, colour);
}

}  // namespace

GraphPainter::GraphPainter(const ModuleGraph& graph, const Theme& theme, std::function<int(int)> colourOf)
    : graph_(graph), theme_(theme), colourOf_(std::move(colourOf)) {}

double GraphPainter::boxHeight(const Theme& theme) {
  return QFontMetricsF(theme.codeFont(TextSize::Small)).height() + 12;
}

double GraphPainter::boxWidth(const Theme& theme, const QString& label) {
  const QFontMetricsF metrics(theme.codeFont(TextSize::Small));
  const double widest = metrics.horizontalAdvance(QLatin1Char('0')) * 36;
  const double order = metrics.horizontalAdvance(QStringLiteral("000"));
  return std::min(metrics.horizontalAdvance(label), widest) + boxHeight(theme) + order + 12;
}

ModuleStatus GraphPainter::statusOf(const ModuleGraph& graph, const GraphBox& box) {
  static constexpr ModuleStatus kMostUrgentFirst[] = {ModuleStatus::Errored,    ModuleStatus::AwaitingTopLevel,
                                                      ModuleStatus::Evaluating, ModuleStatus::Linking,
                                                      ModuleStatus::Unlinked,   ModuleStatus::Linked};
  for (ModuleStatus status : kMostUrgentFirst) {
    for (int module : box.modules) {
      if (graph.modules()[module].status == status) return status;
    }
  }
  return ModuleStatus::Evaluated;
}

void GraphPainter::paintCycles(QPainter& painter, const GraphShape& shape) const {
  painter.setBrush(theme_.tint(Colour::Orange, theme_.isDark() ? 0.08 : 0.04));
  painter.setPen(QPen(theme_.tint(Colour::Orange, 0.7), 1.2, Qt::DashLine));
  for (const LayoutCycle& cycle : shape.layout.cycles) painter.drawRoundedRect(rectOf(cycle.outline), 8, 8);
}

void GraphPainter::paintLines(QPainter& painter, const GraphShape& shape, const GraphEmphasis& emphasis,
                              const QRectF& visible, Detail detail) const {
  const QColor quiet = theme_.tint(Colour::Muted, detail == Detail::Coarse ? 0.25 : 0.45);
  const QColor near = theme_.colour(Colour::Text);
  painter.setBrush(Qt::NoBrush);
  const bool isDense = shape.lines.size() > kDenseLines;
  painter.setRenderHint(QPainter::Antialiasing, detail == Detail::Full && !isDense);
  const double width = detail == Detail::Coarse || isDense ? 0 : 1.1;
  painter.setPen(QPen(quiet, width));
  for (size_t i = 0; i < shape.lines.size(); ++i) {
    const GraphLine& line = shape.lines[i];
    const bool isNear = emphasis.box >= 0 && (line.from == emphasis.box || line.to == emphasis.box);
    if (detail == Detail::Coarse && !isNear) {
      const QRectF from = rectOf(shape.layout.nodes[line.from]);
      const QRectF to = rectOf(shape.layout.nodes[line.to]);
      painter.drawLine(QPointF(from.right(), from.center().y()), QPointF(to.left(), to.center().y()));
      continue;
    }
    const Curve curve = curveOf(shape, i, visible);
    if (curve.path.isEmpty()) continue;
    if (isNear) painter.setPen(QPen(near, 1.4));
    painter.drawPath(curve.path);
    paintArrow(painter, curve, isNear ? near : quiet);
    if (isNear) painter.setPen(QPen(quiet, width));
  }
}

void GraphPainter::paintPath(QPainter& painter, const GraphShape& shape, const GraphEmphasis& emphasis,
                             const QRectF& visible) const {
  for (int index : emphasis.pathLines) {
    const Curve curve = curveOf(shape, static_cast<size_t>(index), visible);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.colour(Colour::Accent), 3));
    painter.drawPath(curve.path);
    paintArrow(painter, curve, theme_.colour(Colour::Accent));
  }
}

void GraphPainter::paintBox(QPainter& painter, const GraphShape& shape, int index, const GraphEmphasis& emphasis,
                            Detail detail) const {
  const GraphBox& box = shape.boxes[index];
  const QRectF rect = rectOf(shape.layout.nodes[index]);
  const ModuleStatus status = statusOf(graph_, box);
  const Mark mark = theme_.mark(status);
  const auto fade = std::find_if(emphasis.fades.begin(), emphasis.fades.end(),
                                 [index](const GraphFade& each) { return each.box == index; });
  const double shown = fade == emphasis.fades.end() ? 1 : fade->progress;
  const auto tint = [&](double strength) {
    const QColor now = theme_.tint(mark.colour, strength);
    return shown < 1 ? mixed(theme_.tint(theme_.mark(fade->before).colour, strength), now, shown) : now;
  };
  const ModuleNode& first = graph_.modules()[box.modules.front()];
  const bool isFaded = !emphasis.found.empty() && !flagged(emphasis.found, index);
  const double opacity = isFaded ? 0.3 : 1.0;
  painter.setOpacity(opacity);
  painter.setBrush(tint(theme_.isDark() ? 0.18 : 0.10));
  if (detail == Detail::Coarse) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint(0.6));
    painter.drawRect(rect);
  } else {
    painter.setPen(QPen(theme_.contextColour(colourOf_ ? colourOf_(first.executionContextId) : -1), 1.2));
    painter.drawRoundedRect(rect, kRadius, kRadius);
    const QRectF sign(rect.left() + 3, rect.top(), rect.height() - 3, rect.height());
    if (shown < 1) {
      painter.setOpacity(opacity * (1 - shown));
      paintSign(painter, sign, fade->before);
      painter.setOpacity(opacity * shown);
    }
    paintSign(painter, sign, status);
    painter.setOpacity(opacity);
    paintLabel(painter, rect.adjusted(sign.width() + 4, 0, -6, 0), box, theme_.colour(Colour::Text));
  }
  painter.setBrush(Qt::NoBrush);
  const QRectF around = rect.adjusted(-3, -3, 3, 3);
  const auto outline = [&](Colour token, Qt::PenStyle style) {
    painter.setPen(QPen(theme_.colour(token), 2, style));
    painter.drawRoundedRect(around, kRadius + 2, kRadius + 2);
  };
  if (flagged(emphasis.blocked, index)) outline(Colour::Purple, Qt::DashLine);
  if (flagged(emphasis.poisoned, index)) outline(Colour::Vermilion, Qt::DashLine);
  if (emphasis.box == index) outline(Colour::Accent, Qt::SolidLine);
  painter.setOpacity(1);
}

void GraphPainter::paintSign(QPainter& painter, const QRectF& rect, ModuleStatus status) const {
  const Mark mark = theme_.mark(status);
  painter.setFont(theme_.font());
  painter.setPen(theme_.colour(mark.colour));
  if (mark.iconName.isEmpty()) return painter.drawText(rect, Qt::AlignCenter, mark.glyph);
  theme_.icon(mark.iconName, mark.colour).paint(&painter, rect.adjusted(3, 3, -3, -3).toRect());
}

void GraphPainter::paintLabel(QPainter& painter, const QRectF& rect, const GraphBox& box, const QColor& colour) const {
  const QFont font = theme_.codeFont(TextSize::Small);
  const int order = box.isFolder ? -1 : graph_.modules()[box.modules.front()].evaluationOrder;
  QRectF area = rect;
  painter.setFont(font);
  if (order >= 0) {
    const QString number = QString::number(order + 1);
    painter.setPen(theme_.colour(Colour::Muted));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, number);
    area.setRight(area.right() - QFontMetricsF(font).horizontalAdvance(number) - 6);
  }
  painter.setPen(colour);
  painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(font).elidedText(box.label, Qt::ElideMiddle, area.width() + 0.5));
}

void GraphPainter::paint(QPainter& painter, const GraphShape& shape, const GraphEmphasis& emphasis,
                         const QRectF& visible, Detail detail) const {
  painter.setRenderHint(QPainter::Antialiasing, detail == Detail::Full);
  paintCycles(painter, shape);
  paintLines(painter, shape, emphasis, visible, detail);
  painter.setRenderHint(QPainter::Antialiasing, true);
  paintPath(painter, shape, emphasis, visible);
  painter.setRenderHint(QPainter::Antialiasing, detail == Detail::Full);
  const QRectF near = visible.adjusted(-8, -8, 8, 8);
  for (size_t i = 0; i < shape.boxes.size(); ++i) {
    if (rectOf(shape.layout.nodes[i]).intersects(near)) paintBox(painter, shape, static_cast<int>(i), emphasis, detail);
  }
}

}  // namespace vmscope::ui
