#include "ui/docks/microtasks/LanePainter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kChipLetters = 21;
constexpr int kLeastOfName = 8;  // letters
constexpr int kShortChipLetters = 14;
constexpr int kHeaderLetters = 18;
constexpr int kShortHeaderLetters = 13;
constexpr int kRadius = 4;
constexpr double kDotShare = 0.625;  // of an icon
constexpr int kArrow = 24;           // between the slot and the head of the queue

}  // namespace

int LanePainter::lineHeight() const {
  return QFontMetrics(theme_.font()).height();
}

int LanePainter::gap() const {
  return Theme::space(Space::Small);
}

int LanePainter::padding(LaneForm form) const {
  return Theme::space(form == LaneForm::OneLine ? Space::Tiny : Space::Small);
}

int LanePainter::chipWidth(LaneForm form) const {
  const int letters = form == LaneForm::OneLine ? kShortChipLetters : kChipLetters;
  return QFontMetrics(theme_.codeFont(TextSize::Small)).horizontalAdvance(QLatin1Char('0')) * letters + 16;
}

int LanePainter::chipHeight(LaneForm form) const {
  if (form == LaneForm::OneLine) return lineHeight() + Theme::space(Space::Tiny);
  return lineHeight() + QFontMetrics(theme_.codeFont(TextSize::Small)).height() + Theme::space(Space::Small);
}

int LanePainter::headerWidth(LaneForm form) const {
  const int letters = form == LaneForm::OneLine ? kShortHeaderLetters : kHeaderLetters;
  return QFontMetrics(theme_.font()).horizontalAdvance(QLatin1Char('n')) * letters + 2 * Theme::space(Space::Small);
}

int LanePainter::laneHeight(LaneForm form) const {
  const int header = form == LaneForm::HeaderAbove ? lineHeight() + Theme::space(Space::Tiny) : 0;
  return header + chipHeight(form) + 2 * padding(form);
}

int LanePainter::slotLeft(LaneForm form) const {
  return form == LaneForm::HeaderAbove ? Theme::space(Space::Small) : headerWidth(form);
}

int LanePainter::slotLeft() const {
  return slotLeft(form_);
}

int LanePainter::queueLeft() const {
  return slotLeft() + chipWidth() + kArrow;
}

int LanePainter::chipTop() const {
  return laneHeight() - padding(form_) - chipHeight();
}

int LanePainter::widthFor(LaneForm form, int jobs) const {
  return slotLeft(form) + chipWidth(form) + kArrow + jobs * (chipWidth(form) + gap());
}

void LanePainter::paintHeader(QPainter& painter, const QRect& lane, const Lane& shown, bool isCurrent) const {
  const bool isAbove = form_ == LaneForm::HeaderAbove;
  const QRect rect(lane.left(), lane.top(), isAbove ? lane.width() : headerWidth(form_) - gap(),
                   isAbove ? padding(form_) + lineHeight() : lane.height());
  painter.fillRect(rect, theme_.colour(Colour::Surface));
  if (isCurrent) painter.fillRect(QRect(lane.left(), lane.top(), 3, lane.height()), theme_.colour(Colour::Accent));
  const QRect inner = rect.adjusted(Theme::space(Space::Small), isAbove ? padding(form_) : 0,
                                    isAbove ? -Theme::space(Space::Small) : 0, 0);
  QFont bold = theme_.font();
  bold.setWeight(QFont::DemiBold);
  const int nameHeight = QFontMetrics(bold).height();
  const bool isOneLine = form_ != LaneForm::HeaderBeside;
  const int nameTop = isOneLine ? inner.center().y() + 1 - nameHeight / 2 : inner.center().y() + 1 - nameHeight;
  QRect name(inner.left(), nameTop, inner.width(), nameHeight);
  name.setLeft(paintDots(painter, shown, name.left(), name.center().y()));
  painter.setFont(bold);
  if (!isOneLine) {
    paintName(painter, name, shown);
    return paintStanding(painter, QRect(inner.left(), name.bottom() + 1, inner.width(), nameHeight), shown);
  }
  const int wide = painter.fontMetrics().horizontalAdvance(shown.name) + 1;
  const int most = isAbove ? inner.right() - inner.width() / 2 : inner.right();
  name.setRight(std::min(name.left() + wide, std::max(name.left(), most)));
  paintName(painter, name, shown);
  const int left = name.right() + Theme::space(Space::Small);
  paintStanding(painter, QRect(left, name.top(), std::max(0, inner.right() - left), name.height()), shown);
}

// Where the next thing may begin.
int LanePainter::paintDots(QPainter& painter, const Lane& lane, int left, int middle) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const qreal dot = theme_.iconExtent() * kDotShare;
  for (size_t i = 0; i < std::min<size_t>(lane.contexts.size(), 3); ++i) {
    painter.setBrush(theme_.contextColour(colourOf_ ? colourOf_(lane.contexts[i]) : -1));
    painter.drawEllipse(QRectF(left, middle + 0.5 - dot / 2, dot, dot));
    left += qRound(dot) + Theme::space(Space::Tiny);
  }
  return left;
}

void LanePainter::paintName(QPainter& painter, const QRect& rect, const Lane& lane) const {
  painter.setPen(theme_.colour(Colour::Text));
  painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(lane.name, Qt::ElideRight, rect.width()));
}

void LanePainter::paintStanding(QPainter& painter, const QRect& rect, const Lane& lane) const {
  painter.setFont(theme_.font(TextSize::Small));
  QRect words = rect;
  const int side = painter.fontMetrics().height();
  if (lane.isHeld && rect.width() >= side) {
    theme_.icon(QStringLiteral("hold"), Colour::Orange)
        .paint(&painter, QRect(rect.left(), rect.center().y() + 1 - side / 2, side, side));
    words.setLeft(words.left() + side + Theme::space(Space::Tiny));
  }
  painter.setPen(theme_.colour(lane.isHeld || lane.pausedAt ? Colour::Orange : Colour::Muted));
  painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, standingIn(words.width(), painter.fontMetrics(), lane));
}

// The most that there is room for: in words, in few words, or how many wait.
QString LanePainter::standingIn(int width, const QFontMetrics& metrics, const Lane& lane) const {
  const auto fits = [&](const QString& words) { return metrics.horizontalAdvance(words) <= width; };
  if (fits(lane.standing())) return lane.standing();
  if (form_ != LaneForm::OneLine) return metrics.elidedText(lane.shortStanding(), Qt::ElideRight, width);
  if (lane.length == 0) return {};
  if (fits(lane.shortStanding())) return lane.shortStanding();
  return metrics.elidedText(QLocale().toString(lane.length), Qt::ElideRight, width);
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

  const bool isOneLine = form_ == LaneForm::OneLine;
  const QRectF inner = rect.adjusted(8, 0, -8, 0);
  const qreal line = lineHeight();
  const QRectF upper(inner.left(), rect.top() + (isOneLine ? (rect.height() - line) / 2 : 4), inner.width(), line);
  const QColor colour = colourOf(job, look);
  painter.setFont(theme_.font());
  paintSign(painter, QRectF(upper.left(), upper.top(), line, line), job, look, colour);
  const QString number = QString::number(job.id);
  painter.setFont(theme_.font(TextSize::Small));
  painter.setPen(isRunning ? colour : theme_.colour(Colour::Muted));
  painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, number);
  const qreal taken = painter.fontMetrics().horizontalAdvance(number) + Theme::space(Space::Small);
  const QRectF beside = upper.adjusted(line + 4, 0, -taken, 0);
  const QColor words = isRunning ? colour : theme_.colour(Colour::Text);
  if (isOneLine) return paintHandler(painter, beside, job, words);
  painter.setFont(theme_.font());
  painter.setPen(colour);
  painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter, theme_.mark(job.kind).word);
  const qreal codeHeight = QFontMetricsF(theme_.codeFont(TextSize::Small)).height();
  paintHandler(painter, QRectF(inner.left(), upper.bottom(), inner.width(), codeHeight), job, words);
}

// Its name, and where it stands as far as there is room; where it stands when it has no name.
void LanePainter::paintHandler(QPainter& painter, const QRectF& rect, const QueueJob& job, const QColor& colour) const {
  painter.setFont(theme_.codeFont(TextSize::Small));
  painter.setPen(colour);
  const QFontMetricsF metrics(painter.font());
  const QString place = job.place.url.isEmpty() ? QString() : shortText(job.place);
  const qreal space = metrics.horizontalAdvance(QLatin1Char(' '));
  const QString name = job.nameText();
  const bool hasRoomForBoth =
      metrics.horizontalAdvance(place) + space + metrics.horizontalAdvance(name.left(kLeastOfName)) <= rect.width();
  const bool showsPlace = !place.isEmpty() && (hasRoomForBoth || job.handler.isEmpty());
  const bool showsName = !showsPlace || hasRoomForBoth;
  qreal left = rect.width();
  if (showsPlace) {
    const QString shown = metrics.elidedText(place, Qt::ElideMiddle, rect.width());
    painter.drawText(rect, (showsName ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, shown);
    left -= metrics.horizontalAdvance(shown) + space;
  }
  if (!showsName) return;
  painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, left));
}

void LanePainter::paintUnread(QPainter& painter, const QRectF& rect, qint64 jobId, bool isChosen) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(theme_.colour(Colour::Sunken));
  painter.setPen(isChosen ? QPen(theme_.colour(Colour::Accent), 2) : QPen(theme_.colour(Colour::Line), 1));
  painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
  painter.setFont(theme_.font(TextSize::Small));
  painter.setPen(theme_.colour(Colour::Muted));
  const qreal height = std::min<qreal>(rect.height() - 4, lineHeight());
  const QRectF upper(rect.left() + 8, form_ == LaneForm::OneLine ? rect.center().y() - height / 2 : rect.top() + 4,
                     rect.width() - 16, height);
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
  const QRectF inner = rect.adjusted(8, 0, -8, 0);
  const QString place =
      painter.fontMetrics().elidedText(shortText(*lane.pausedAt), Qt::ElideMiddle, static_cast<int>(inner.width()));
  const QString words =
      form_ == LaneForm::OneLine ? place : QCoreApplication::translate("LanesView", "paused at\n%1").arg(place);
  painter.drawText(inner, Qt::AlignCenter, words);
}

void LanePainter::paintMore(QPainter& painter, const QRectF& rect, qint64 count) const {
  painter.setFont(theme_.font(TextSize::Small));
  painter.setPen(theme_.colour(Colour::Muted));
  painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                   QCoreApplication::translate("LanesView", "and %L1 more").arg(count));
}

}  // namespace vmscope::ui
