#include "ui/docks/console/ConsoleDelegate.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/docks/console/ConsoleModel.h"
#include "ui/docks/values/SpanPainter.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kStripe = 3;
constexpr int kSign = 20;  // the column of the level's sign or the count of repeats
constexpr int kTriangle = 14;
constexpr int kFewestColumns = 20;
constexpr double kLaterOpacity = 0.3;  // of what is not there yet at the moment that is shown

}  // namespace

ConsoleDelegate::ConsoleDelegate(const ConsoleModel& model, const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), model_(model), theme_(theme) {}

int ConsoleDelegate::lineHeight() const {
  const int fromFont =
      static_cast<int>(std::ceil(QFontMetricsF(theme_.codeFont()).height())) + Theme::space(Space::Tiny);
  return std::max(fromFont, theme_.rowHeight() - Theme::space(Space::Tiny));
}

int ConsoleDelegate::textColumns(int rowWidth) const {
  const qreal cell = QFontMetricsF(theme_.codeFont()).horizontalAdvance(QLatin1Char('0'));
  const int around = kStripe + Theme::space(Space::Tiny) + kSign + kTriangle + Theme::space(Space::Group);
  const int columns = static_cast<int>((rowWidth - around) / cell);
  return std::max(kFewestColumns, columns);
}

QSize ConsoleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {100, lineHeight()};
}

QRectF ConsoleDelegate::triangleRect(const QRectF& row, const ConsoleLine& line) const {
  const int indent = (line.entry->depth + line.depth) * Theme::space(Space::Group);
  return {row.left() + kStripe + Theme::space(Space::Tiny) + kSign + indent, row.top(), kTriangle, row.height()};
}

qreal ConsoleDelegate::textLeft(const QRectF& row, const ConsoleLine& line) const {
  const QRectF triangle = triangleRect(row, line);
  const bool hasTriangle = line.node || line.entry->isExpandable();
  return hasTriangle ? triangle.right() : triangle.left();
}

QRectF ConsoleDelegate::placeRect(const QRectF& row, const ConsoleLine& line) const {
  if (!line.isFirst() || line.entry->place.url.isEmpty())
    return {row.right() - Theme::space(Space::Small), row.top(), 0, row.height()};
  const qreal width = QFontMetricsF(theme_.codeFont(TextSize::Small)).horizontalAdvance(shortText(line.entry->place));
  const qreal widest = row.width() / 3;
  const qreal used = std::min(width, widest);
  return {row.right() - Theme::space(Space::Small) - used, row.top(), used, row.height()};
}

QColor ConsoleDelegate::plainColour(const ConsoleEntry& entry) const {
  if (entry.level == ConsoleLevel::Error) return theme_.colour(Colour::Vermilion);
  if (entry.level == ConsoleLevel::Verbose) return theme_.colour(Colour::Muted);
  return theme_.colour(Colour::Text);
}

void ConsoleDelegate::paintBackground(QPainter& painter, const QStyleOptionViewItem& option,
                                      const ConsoleLine& line) const {
  const double strength = theme_.isDark() ? 0.12 : 0.07;
  if (line.entry->level == ConsoleLevel::Error) painter.fillRect(option.rect, theme_.tint(Colour::Vermilion, strength));
  if (line.entry->level == ConsoleLevel::Warning) painter.fillRect(option.rect, theme_.tint(Colour::Yellow, strength));
  if (option.state & QStyle::State_Selected) painter.fillRect(option.rect, theme_.selection());
  if (line.isFirst() && option.rect.top() > 0) {
    painter.setPen(theme_.tint(Colour::Line, 0.6));
    painter.drawLine(option.rect.topLeft(), option.rect.topRight());
  }
  const QRect stripe(option.rect.left(), option.rect.top(), kStripe, option.rect.height());
  if (line.entry->executionContextId != 0) {
    painter.fillRect(stripe, theme_.contextColour(colourOf_ ? colourOf_(line.entry->executionContextId) : -1));
  }
}

void ConsoleDelegate::paintSign(QPainter& painter, const QRectF& row, const ConsoleLine& line) const {
  const QRectF area(row.left() + kStripe + Theme::space(Space::Tiny), row.top(), kSign, row.height());
  if (line.entry->repeats > 1) return paintRepeats(painter, area, line);
  const QRect icon(static_cast<int>(area.left()), static_cast<int>(row.center().y()) - 7, 14, 14);
  const auto draw = [&](const char* name, Colour colour) {
    theme_.icon(QLatin1String(name), colour).paint(&painter, icon);
  };
  switch (line.entry->kind) {
    case ConsoleEntry::Kind::Input:
      return draw("chevron-right", Colour::Accent);
    case ConsoleEntry::Kind::Note:
      return draw("note", Colour::Muted);
    case ConsoleEntry::Kind::Result:
      break;
    case ConsoleEntry::Kind::Message:
      if (line.entry->level == ConsoleLevel::Error) return draw("error", Colour::Vermilion);
      if (line.entry->level == ConsoleLevel::Warning) return draw("warning", Colour::Yellow);
      return;
  }
  painter.setPen(theme_.colour(Colour::Muted));
  painter.setFont(theme_.codeFont());
  painter.drawText(icon, Qt::AlignCenter, QStringLiteral("←"));
}

void ConsoleDelegate::paintRepeats(QPainter& painter, const QRectF& area, const ConsoleLine& line) const {
  const QString count = line.entry->repeats > 999 ? QStringLiteral("1k+") : QString::number(line.entry->repeats);
  const QFont font = theme_.font(TextSize::Small);
  const qreal height = QFontMetricsF(font).height();
  const QRectF badge(area.left() - 1, area.center().y() - height / 2, area.width() - 2, height);
  const Colour token = line.entry->level == ConsoleLevel::Error     ? Colour::Vermilion
                       : line.entry->level == ConsoleLevel::Warning ? Colour::Yellow
                                                                    : Colour::Accent;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.tint(token, theme_.isDark() ? 0.35 : 0.18));
  painter.drawRoundedRect(badge, height / 2, height / 2);
  painter.setPen(theme_.colour(Colour::Text));
  QFont fitted = font;
  if (count.size() > 2) fitted.setPointSizeF(font.pointSizeF() * 0.8);
  painter.setFont(fitted);
  painter.drawText(badge, Qt::AlignCenter, count);
}

void ConsoleDelegate::paintTriangle(QPainter& painter, const QRectF& row, const ConsoleLine& line) const {
  if (!line.isExpandable()) return;
  const QPointF centre = triangleRect(row, line).center() - QPointF(2, 0);
  QPainterPath triangle;
  if (line.isOpen()) {
    triangle.moveTo(centre + QPointF(-4, -2));
    triangle.lineTo(centre + QPointF(4, -2));
    triangle.lineTo(centre + QPointF(0, 3));
  } else {
    triangle.moveTo(centre + QPointF(-2, -4));
    triangle.lineTo(centre + QPointF(3, 0));
    triangle.lineTo(centre + QPointF(-2, 4));
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillPath(triangle, theme_.colour(Colour::Muted));
}

void ConsoleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const ConsoleLine& line = model_.line(index.row());
  const QRectF row(option.rect);
  painter->save();
  painter->setClipRect(option.rect);
  if (model_.isLater(*line.entry)) painter->setOpacity(kLaterOpacity);
  paintBackground(*painter, option, line);
  if (line.isFirst()) paintSign(*painter, row, line);
  paintTriangle(*painter, row, line);

  const QRectF place = placeRect(row, line);
  const ConsoleLineText content = textOf(line);
  const bool isTitle = line.entry->opensGroup && !line.node;
  QFont font = theme_.codeFont();
  font.setBold(isTitle);
  const qreal left = textLeft(row, line);
  const QRectF area(left, row.top(), place.left() - Theme::space(Space::Small) - left, row.height());
  SpanPainter spans(theme_, font, plainColour(*line.entry));
  spans.setStyles(content.styles);
  spans.draw(*painter, area, content.text, content.spans);
  if (place.width() > 0) {
    QFont small = theme_.codeFont(TextSize::Small);
    small.setUnderline(option.state & QStyle::State_MouseOver);
    painter->setFont(small);
    painter->setPen(theme_.colour(Colour::Muted));
    const QString text = painter->fontMetrics().elidedText(shortText(line.entry->place), Qt::ElideLeft,
                                                           static_cast<int>(place.width()) + 1);
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
  }
  if (option.state & QStyle::State_HasFocus) {
    painter->setPen(QPen(theme_.colour(Colour::Accent), 1, Qt::DotLine));
    painter->drawRect(row.adjusted(kStripe + 1, 0.5, -1, -0.5));
  }
  painter->restore();
}

ConsoleDelegate::Hit ConsoleDelegate::hitAt(const QPoint& position, const QRect& rect, int index) const {
  const ConsoleLine& line = model_.line(index);
  const QRectF row(rect);
  const QRectF place = placeRect(row, line);
  if (place.width() > 0 && place.contains(position)) return {Hit::What::Place, line.entry->place};
  if (line.isExpandable() && position.x() < triangleRect(row, line).right() && position.x() > kStripe) {
    return {Hit::What::Triangle, {}};
  }
  const ConsoleLineText content = textOf(line);
  const SpanPainter spans(theme_, theme_.codeFont(), {});
  const int at = spans.spanAt(position.x() - textLeft(row, line), content.text, content.spans);
  if (at < 0) return {};
  const TextSpan& span = content.spans[static_cast<size_t>(at)];
  if (span.link >= 0) return {Hit::What::Place, content.links[static_cast<size_t>(span.link)]};
  const bool isGetter = line.node && line.node->kind == ValueNode::Kind::Accessor && span.kind == TextKind::Muted;
  if (isGetter) return {Hit::What::Getter, {}};
  return line.isExpandable() ? Hit{Hit::What::Triangle, {}} : Hit{};
}

}  // namespace vmscope::ui
