#include "ui/docks/timeline/TimelineStrip.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/docks/timeline/TraceLog.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr std::array kBandWords{
    QT_TRANSLATE_NOOP("TimelineStrip", "tasks"),
    QT_TRANSLATE_NOOP("TimelineStrip", "jobs"),
    QT_TRANSLATE_NOOP("TimelineStrip", "modules"),
    QT_TRANSLATE_NOOP("TimelineStrip", "console"),
};
constexpr int kBands = static_cast<int>(kBandWords.size());
constexpr int kPastVeil = 140;  // of 255, over what has not happened yet

QString wordOfBand(const char* word) {
  return QCoreApplication::translate("TimelineStrip", word);
}

struct Band {
  int row;
  Colour colour;
};

Band bandOf(TraceRecord::Kind kind) {
  using Kind = TraceRecord::Kind;
  switch (kind) {
    case Kind::TaskStart:
    case Kind::TaskEnd:
    case Kind::CheckpointStart:
    case Kind::CheckpointEnd:
      return {0, Colour::Orange};
    case Kind::Enqueue:
      return {1, Colour::Green};
    case Kind::JobStart:
    case Kind::JobEnd:
      return {1, Colour::Blue};
    case Kind::ModuleStatus:
      return {2, Colour::Purple};
    case Kind::Console:
      return {3, Colour::Muted};
    case Kind::Exception:
      return {3, Colour::Vermilion};
  }
  return {0, Colour::Muted};
}

}  // namespace

TimelineStrip::TimelineStrip(const TraceLog& log, const Theme& theme, QWidget* parent)
    : PictureView(theme, tr("Timeline"), parent), log_(log) {
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
  connect(&log_, &TraceLog::appended, this, &TimelineStrip::invalidate);
  connect(&log_, &TraceLog::cleared, this, &TimelineStrip::invalidate);
  connect(&log_, &TraceLog::droppedOldest, this, &TimelineStrip::invalidate);
  connect(&theme, &Theme::changed, this, &TimelineStrip::measure);
  measure();
}

QSize TimelineStrip::sizeHint() const {
  return {320, kBands * lineHeight() + Theme::space(Space::Tiny)};
}

QSize TimelineStrip::minimumSizeHint() const {
  return {wordsWidth_ + 80, kBands * lineHeight() / 2 + Theme::space(Space::Tiny)};
}

int TimelineStrip::lineHeight() const {
  return QFontMetrics(theme().font(TextSize::Small)).height();
}

void TimelineStrip::measure() {
  const QFontMetrics metrics(theme().font(TextSize::Small));
  wordsWidth_ = 0;
  for (const char* word : kBandWords) wordsWidth_ = std::max(wordsWidth_, metrics.horizontalAdvance(wordOfBand(word)));
  updateGeometry();
  invalidate();
}

void TimelineStrip::invalidate() {
  scale_.measure(log_);
  events_ = QPixmap();
  repaintSoon();
}

void TimelineStrip::resizeEvent(QResizeEvent* event) {
  PictureView::resizeEvent(event);
  events_ = QPixmap();
}

bool TimelineStrip::hasWords() const {
  return viewport()->height() >= sizeHint().height();
}

int TimelineStrip::left() const {
  return Theme::space(Space::Small) + (hasWords() ? wordsWidth_ + Theme::space(Space::Small) : 0);
}

int TimelineStrip::across() const {
  return std::max(1, viewport()->width() - left() - Theme::space(Space::Small));
}

int TimelineStrip::xOf(int position) const {
  return left() + static_cast<int>(std::lround(scale_.shareOf(position) * across()));
}

int TimelineStrip::positionAt(int x) const {
  return log_.count() == 0 || x < left() ? -1 : scale_.rowAt((x + 0.5 - left()) / across());
}

void TimelineStrip::setPresent(int position) {
  if (present_ == position) return;
  present_ = position;
  repaintSoon();
}

void TimelineStrip::drawEvents() {
  const qreal ratio = devicePixelRatioF();
  events_ = QPixmap(viewport()->size() * ratio);
  events_.setDevicePixelRatio(ratio);
  events_.fill(theme().colour(Colour::Sunken));
  QPainter painter(&events_);
  drawPauses(painter);
  drawBands(painter);
  const double bandHeight = (viewport()->height() - 4.0) / kBands;
  std::array<int, kBands> lastX;
  lastX.fill(-1);
  for (int i = 0; i < log_.count(); ++i) {
    const Band band = bandOf(log_.at(i).kind);
    const int x = xOf(i);
    if (lastX[static_cast<size_t>(band.row)] == x) continue;  // a line for each pixel is enough
    lastX[static_cast<size_t>(band.row)] = x;
    painter.fillRect(QRectF(x, 2 + band.row * bandHeight + 1, 2, bandHeight - 2), theme().colour(band.colour));
  }
}

void TimelineStrip::drawBands(QPainter& painter) const {
  const double bandHeight = (viewport()->height() - 4.0) / kBands;
  painter.setFont(theme().font(TextSize::Small));
  for (int row = 0; row < kBands; ++row) {
    const double top = 2 + row * bandHeight;
    if (row > 0) painter.fillRect(QRectF(0, top, viewport()->width(), 1), theme().colour(Colour::Line));
    if (!hasWords()) continue;
    painter.setPen(theme().colour(Colour::Muted));
    painter.drawText(QRectF(Theme::space(Space::Small), top, wordsWidth_ + 1, bandHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, wordOfBand(kBandWords[static_cast<size_t>(row)]));
  }
}

void TimelineStrip::drawPauses(QPainter& painter) const {
  for (const TraceScale::Pause& pause : scale_.pauses()) {
    const QRectF gap(left() + pause.from * across() + 3, 0, (pause.to - pause.from) * across() - 4,
                     viewport()->height());
    if (gap.width() < 1) continue;
    painter.fillRect(gap, QBrush(theme().colour(Colour::Line), Qt::BDiagPattern));
  }
}

void TimelineStrip::draw(QPainter& painter) {
  if (events_.isNull()) drawEvents();
  painter.drawPixmap(0, 0, events_);
  if (log_.count() == 0) return;
  const int x = xOf(present_);
  QColor veil = theme().colour(Colour::Surface);
  veil.setAlpha(kPastVeil);
  painter.fillRect(QRect(x + 2, 0, viewport()->width() - x, viewport()->height()), veil);
  painter.fillRect(QRect(x - 1, 0, 2, viewport()->height()), theme().colour(Colour::Accent));
}

QString TimelineStrip::tipAt(const QPoint& position) const {
  const double share = static_cast<double>(position.x() - left()) / across();
  for (const TraceScale::Pause& pause : scale_.pauses()) {
    if (share > pause.from && share < pause.to) return tr("Nothing happened for %1.").arg(momentText(pause.micros));
  }
  const int row = positionAt(position.x());
  if (row < 0) return {};
  const TraceRecord& record = log_.at(row);
  return tr("%1: %2 %3").arg(momentText(record.at), wordOf(record.kind), record.text);
}

void TimelineStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit scrubbed(positionAt(event->pos().x()));
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) emit scrubbed(positionAt(event->pos().x()));
}

bool TimelineStrip::go(int key) {
  switch (key) {
    case Qt::Key_Left:
      emit scrubbed(std::max(-1, present_ - 1));
      return true;
    case Qt::Key_Right:
      emit scrubbed(std::min(log_.count() - 1, present_ + 1));
      return true;
    case Qt::Key_Home:
      emit scrubbed(-1);
      return true;
    case Qt::Key_End:
      emit scrubbed(log_.count() - 1);
      return true;
    default:
      return false;
  }
}

}  // namespace vmscope::ui
