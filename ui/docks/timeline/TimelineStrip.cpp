#include "ui/docks/timeline/TimelineStrip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/docks/timeline/TraceLog.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kBands = 4;  // tasks, jobs, modules, console

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
    : QWidget(parent), log_(log), theme_(theme) {
  setAccessibleName(tr("Timeline"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&log_, &TraceLog::appended, this, &TimelineStrip::invalidate);
  connect(&log_, &TraceLog::cleared, this, &TimelineStrip::invalidate);
  connect(&log_, &TraceLog::droppedOldest, this, &TimelineStrip::invalidate);
  connect(&theme_, &Theme::changed, this, &TimelineStrip::invalidate);
}

QSize TimelineStrip::sizeHint() const {
  return {320, 44};
}

void TimelineStrip::invalidate() {
  events_ = QPixmap();
  update();
}

void TimelineStrip::resizeEvent(QResizeEvent*) {
  invalidate();
}

double TimelineStrip::duration() const {
  return log_.count() == 0 ? 0 : std::max(1.0, log_.at(log_.count() - 1).at - log_.at(0).at);
}

int TimelineStrip::xOf(int position) const {
  if (position < 0 || log_.count() == 0) return Theme::space(Space::Small);
  const int margin = Theme::space(Space::Small);
  return margin +
         static_cast<int>(std::lround((log_.at(position).at - log_.at(0).at) / duration() * (width() - 2 * margin)));
}

// The last row that had happened at the moment under x.
int TimelineStrip::positionAt(int x) const {
  const int margin = Theme::space(Space::Small);
  if (log_.count() == 0 || x < margin) return -1;
  const double at = log_.at(0).at + duration() * (x + 0.5 - margin) / std::max(1, width() - 2 * margin);
  int low = 0;
  int high = log_.count();
  while (low < high) {
    const int middle = (low + high) / 2;
    if (log_.at(middle).at <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

void TimelineStrip::setPresent(int position) {
  if (present_ == position) return;
  present_ = position;
  update();
}

void TimelineStrip::drawEvents() {
  const qreal ratio = devicePixelRatioF();
  events_ = QPixmap(size() * ratio);
  events_.setDevicePixelRatio(ratio);
  events_.fill(theme_.colour(Colour::Sunken));
  QPainter painter(&events_);
  const double bandHeight = (height() - 4.0) / kBands;
  std::array<int, kBands> lastX;
  lastX.fill(-1);
  for (int i = 0; i < log_.count(); ++i) {
    const Band band = bandOf(log_.at(i).kind);
    const int x = xOf(i);
    if (lastX[static_cast<size_t>(band.row)] == x) continue;  // a line for each pixel is enough
    lastX[static_cast<size_t>(band.row)] = x;
    painter.fillRect(QRectF(x, 2 + band.row * bandHeight + 1, 2, bandHeight - 2), theme_.colour(band.colour));
  }
}

void TimelineStrip::paintEvent(QPaintEvent*) {
  if (events_.isNull()) drawEvents();
  QPainter painter(this);
  painter.drawPixmap(0, 0, events_);
  if (log_.count() == 0) return;
  const int x = xOf(present_);
  painter.fillRect(QRect(x + 1, 0, width() - x, height()),
                   QColor(theme_.colour(Colour::Surface).red(), theme_.colour(Colour::Surface).green(),
                          theme_.colour(Colour::Surface).blue(), 140));
  painter.fillRect(QRect(x - 1, 0, 2, height()), theme_.colour(Colour::Accent));
  if (hasFocus()) {
    painter.setPen(QPen(theme_.colour(Colour::Accent), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

void TimelineStrip::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit scrubbed(positionAt(event->pos().x()));
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) emit scrubbed(positionAt(event->pos().x()));
}

void TimelineStrip::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      emit scrubbed(std::max(-1, present_ - 1));
      return;
    case Qt::Key_Right:
      emit scrubbed(std::min(log_.count() - 1, present_ + 1));
      return;
    case Qt::Key_Home:
      emit scrubbed(-1);
      return;
    case Qt::Key_End:
      emit scrubbed(log_.count() - 1);
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace vmscope::ui
