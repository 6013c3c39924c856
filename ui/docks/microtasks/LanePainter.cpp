#include "ui/docks/microtasks/LanePainter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kChipLetters = 21;
constexpr int kHeaderLetters = 18;
constexpr int kRadius = 4;
constexpr int kDot = 10;

}  // namespace

int LanePainter::chipWidth() const {
  return QFontMetrics(theme_.codeFont(TextSize::Small)).horizontalAdvance(QLatin1Char('0')) * kChipLetters + 16;
}

int LanePainter::chipHeight() const {
  const int lines = QFontMetrics(theme_.font()).height() + QFontMetrics(theme_.codeFont(TextSize::Small)).height();
  return lines + Theme::space(Space::Small);
}

int LanePainter::headerWidth() const {
  return QFontMetrics(theme_.font()).horizontalAdvance(QLatin1Char('n')) * kHeaderLetters +
         2 * Theme::space(Space::Small);
}

int LanePainter::laneHeight() const {
  return chipHeight() + 2 * Theme::space(Space::Small);
}

int LanePainter::gap() const {
  return Theme::space(Space::Small);
}

void LanePainter::paintHeader(QPainter& painter, const QRect& rect, const Lane& lane, bool isCurrent) const {
  painter.fillRect(rect, theme_.colour(Colour::Surface));
  if (isCurrent) painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme_.colour(Colour::Accent));
  const int padding = Theme::space(Space::Small);
  int x = rect.left() + padding;
  const int middle = rect.center().y();
  QFont bold = theme_.font();
  bold.setWeight(QFont::DemiBold);
  const qreal nameMiddle = middle + 1 - QFontMetricsF(bold).height() / 2;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  for (size_t i = 0; i < std::min<size_t>(lane.contexts.size(), 3); ++i) {
    painter.setBrush(theme_.contextColour(colourOf_ ? colourOf_(lane.contexts[i]) : -1));
    painter.drawEllipse(QPointF(x + kDot / 2.0, nameMiddle), kDot / 2.0, kDot / 2.0);
    x += kDot + Theme::space(Space::Tiny);
  }
  painter.setFont(bold);
  painter.setPen(theme_.colour(Colour::Text));
  const QRect upper(x, rect.top(), rect.right() - x - padding, rect.height() / 2 + 1);
  painter.drawText(upper, Qt::AlignLeft | Qt::AlignBottom,
                   painter.fontMetrics().elidedText(lane.name, Qt::ElideRight, upper.width()));

  const QFont small = theme_.font(TextSize::Small);
  painter.setFont(small);
  QRect lower(rect.left() + padding, middle + 1, rect.width() - 2 * padding, rect.height() / 2);
  if (lane.isHeld) {
    const int side = QFontMetrics(small).height();
    theme_.icon(QStringLiteral("hold"), Colour::Orange)
        .paint(&painter, QRect(lower.left(), lower.top() + 1, side, side));
    lower.setLeft(lower.left() + side + Theme::space(Space::Tiny));
  }
  painter.setPen(theme_.colour(lane.isHeld || lane.pausedAt ? Colour::Orange : Colour::Muted));
  const bool fits = painter.fontMetrics().horizontalAdvance(lane.standing()) <= lower.width();
  const QString standing = fits ? lane.standing() : lane.shortStanding();
  painter.drawText(lower, Qt::AlignLeft | Qt::AlignTop,
                   painter.fontMetrics().elidedText(standing, Qt::ElideRight, lower.width()));
}

LanePainter::ChipLook LanePainter::lookOf(const QueueJob& job) const {
  const bool isStuck = std::find(stuck_.begin(), stuck_.end(), job.id) != stuck_.end();
  return isStuck ? ChipLook::Stuck : ChipLook::Waiting;
}

QColor LanePainter::colourOf(const QueueJob& job, ChipLook look) const {
  if (look == ChipLook::Running) return theme_.colour(Colour::OnAccent);
  if (look == ChipLook::Stuck) return theme_.colour(Colour::Vermilion);
  return theme_.colour(theme_.mark(job.kind).colour);
}

void LanePainter::paintSign(QPainter& painter, const QRectF& rect, const QueueJob& job, ChipLook look,
                            const QColor& colour) const {
  const JobStanding standing = look == ChipLook::Running ? JobStanding::Running
                               : look == ChipLook::Stuck ? JobStanding::Stuck
                                                         : JobStanding::Waiting;
  const Mark mark = theme_.mark(standing, job.kind);
  if (!mark.iconName.isEmpty()) {
    const int side = static_cast<int>(std::min(rect.width(), rect.height()));
    theme_.icon(mark.iconName, colour)
        .paint(&painter,
               QRect(static_cast<int>(rect.left()), static_cast<int>(rect.center().y()) - side / 2, side, side));
    return;
  }
  painter.setPen(colour);
  painter.drawText(rect, Qt::AlignCenter, mark.glyph);
}

void LanePainter::paintChip(QPainter& painter, const QRectF& rect, const QueueJob& job, ChipLook look,
                            bool isChosen) const {
  const bool isRunning = look == ChipLook::Running;
  const Colour token = look == ChipLook::Stuck ? Colour::Vermilion : theme_.mark(job.kind).colour;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(isRunning ? theme_.colour(Colour::Accent) : theme_.tint(token, theme_.isDark() ? 0.16 : 0.08));
  painter.setPen(isChosen ? QPen(theme_.colour(Colour::Accent), 2)
                          : QPen(isRunning ? theme_.colour(Colour::Accent) : theme_.tint(token, 0.45), 1));
  painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  if (isChosen && isRunning) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.colour(Colour::OnAccent), 1));
    painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), kRadius - 1, kRadius - 1);
  }

  const QRectF inner = rect.adjusted(8, 4, -8, -4);
  const QFont normal = theme_.font();
  const QFont code = theme_.codeFont(TextSize::Small);
  const QRectF upper(inner.left(), inner.top(), inner.width(), QFontMetricsF(normal).height());
  const QRectF lower(inner.left(), upper.bottom(), inner.width(), QFontMetricsF(code).height());
  const QColor colour = colourOf(job, look);
  painter.setFont(normal);
  const qreal sign = upper.height();
  paintSign(painter, QRectF(upper.left(), upper.top(), sign, upper.height()), job, look, colour);
  painter.setPen(colour);
  painter.drawText(upper.adjusted(sign + 4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, theme_.mark(job.kind).word);
  painter.setFont(theme_.font(TextSize::Small));
  painter.setPen(isRunning ? colour : theme_.colour(Colour::Muted));
  painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("%1").arg(job.id));
  painter.setFont(code);
  painter.setPen(isRunning ? colour : theme_.colour(Colour::Text));
  painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(code).elidedText(job.handlerText(), Qt::ElideMiddle, lower.width()));
}

void LanePainter::paintUnread(QPainter& painter, const QRectF& rect, qint64 jobId, bool isChosen) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(theme_.colour(Colour::Sunken));
  painter.setPen(isChosen ? QPen(theme_.colour(Colour::Accent), 2) : QPen(theme_.colour(Colour::Line), 1));
  painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  painter.setFont(theme_.font(TextSize::Small));
  painter.setPen(theme_.colour(Colour::Muted));
  const QRectF upper(rect.left() + 8, rect.top() + 4, rect.width() - 16, QFontMetricsF(theme_.font()).height());
  painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("…"));
  painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, QString::number(jobId));
}

void LanePainter::paintEmptySlot(QPainter& painter, const QRectF& rect, const Lane& lane) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme_.colour(Colour::Line), 1, Qt::DashLine));
  painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  painter.setFont(theme_.font(TextSize::Small));
  painter.setPen(theme_.colour(lane.pausedAt ? Colour::Orange : Colour::Muted));
  if (!lane.pausedAt) {
    painter.drawText(rect, Qt::AlignCenter, QCoreApplication::translate("LanesView", "no job runs"));
    return;
  }
  const QRectF inner = rect.adjusted(8, 4, -8, -4);
  const QString place =
      painter.fontMetrics().elidedText(shortText(*lane.pausedAt), Qt::ElideMiddle, static_cast<int>(inner.width()));
  painter.drawText(inner, Qt::AlignCenter, QCoreApplication::translate("LanesView", "paused at\n%1").arg(place));
}

void LanePainter::paintMore(QPainter& painter, const QRectF& rect, qint64 count) const {
  painter.setFont(theme_.font(TextSize::Small));
  painter.setPen(theme_.colour(Colour::Muted));
  painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                   QCoreApplication::translate("LanesView", "and %L1 more").arg(count));
}

}  // namespace vmscope::ui
