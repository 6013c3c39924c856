#include "ui/docks/microtasks/LanesView.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "ui/docks/microtasks/LanePainter.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kMotion = 120;        // milliseconds
constexpr int kMovesPerSecond = 8;  // more than that is counted, not moved
constexpr int kArrow = 24;          // between the slot and the head of the queue

}  // namespace

LanesView::LanesView(QueueBoard& board, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), board_(board), theme_(theme), lanes_(std::make_unique<LanePainter>(theme)) {
  setAccessibleName(tr("Queues, one lane each"));
  setFrameShape(NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  motion_.setStartValue(0.0);
  motion_.setEndValue(1.0);
  motion_.setEasingCurve(QEasingCurve::OutCubic);
  connect(&motion_, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
  connect(&board_, &QueueBoard::lanesReset, this, [this] {
    motion_.stop();
    updateScrollBars();
    tellChoice();
    viewport()->update();
  });
  connect(&board_, &QueueBoard::laneAboutToChange, this, &LanesView::rememberPlaces);
  connect(&board_, &QueueBoard::laneChanged, this, &LanesView::move);
  connect(&board_, &QueueBoard::choiceChanged, this, &LanesView::showChoice);
  connect(&board_, &QueueBoard::laneRead, this, [this] {
    tellChoice();
    viewport()->update();
  });
  connect(&theme_, &Theme::changed, this, [this] {
    updateScrollBars();
    viewport()->update();
  });
  sinceMove_.start();
  updateScrollBars();
}

LanesView::~LanesView() = default;

void LanesView::setContextColours(std::function<int(int)> colourOf) {
  lanes_->setContextColours(std::move(colourOf));
}

void LanesView::setStuckJobs(std::vector<qint64> jobIds) {
  lanes_->setStuckJobs(std::move(jobIds));
  viewport()->update();
}

QSize LanesView::sizeHint() const {
  return {lanes_->headerWidth() + 3 * lanes_->chipWidth(),
          std::max<int>(2, static_cast<int>(board_.lanes().size())) * lanes_->laneHeight()};
}

QSize LanesView::minimumSizeHint() const {
  return {lanes_->headerWidth() + lanes_->chipWidth(), lanes_->laneHeight()};
}

int LanesView::lanesHeight() const {
  return static_cast<int>(board_.lanes().size()) * lanes_->laneHeight();
}

void LanesView::updateScrollBars() {
  qint64 longest = 0;
  for (const Lane& lane : board_.lanes())
    longest = std::max(longest, lane.shown() + (lane.length > lane.shown() ? 1 : 0));
  const int step = lanes_->chipWidth() + lanes_->gap();
  const int fixed = lanes_->headerWidth() + lanes_->chipWidth() + kArrow;
  horizontalScrollBar()->setSingleStep(step);
  horizontalScrollBar()->setPageStep(std::max(step, viewport()->width() - fixed));
  horizontalScrollBar()->setRange(
      0, static_cast<int>(std::max<qint64>(0, longest * step - (viewport()->width() - fixed))));
  const int height = lanesHeight();
  verticalScrollBar()->setSingleStep(lanes_->laneHeight() / 2);
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
}

void LanesView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  updateScrollBars();
}

int LanesView::chipLeft(int job) const {
  const int fixed = lanes_->headerWidth() + lanes_->chipWidth() + kArrow;
  return fixed + job * (lanes_->chipWidth() + lanes_->gap()) - horizontalScrollBar()->value();
}

int LanesView::firstVisibleJob() const {
  return horizontalScrollBar()->value() / (lanes_->chipWidth() + lanes_->gap());
}

QRect LanesView::rectOf(const Target& target) const {
  const int top = target.lane * lanes_->laneHeight() - verticalScrollBar()->value() + Theme::space(Space::Small);
  const int left = target.job == Target::kRunning ? lanes_->headerWidth() : chipLeft(target.job);
  return {left, top, lanes_->chipWidth(), lanes_->chipHeight()};
}

LanesView::Target LanesView::targetAt(const QPoint& position) const {
  const int row = (position.y() + verticalScrollBar()->value()) / lanes_->laneHeight();
  if (row < 0 || row >= static_cast<int>(board_.lanes().size())) return {};
  const Lane& lane = board_.lanes()[row];
  if (lane.running && rectOf({row, Target::kRunning}).contains(position)) return {row, Target::kRunning};
  const int fixed = lanes_->headerWidth() + lanes_->chipWidth() + kArrow;
  if (position.x() < fixed) return {row, -1};
  const int job = (position.x() - fixed + horizontalScrollBar()->value()) / (lanes_->chipWidth() + lanes_->gap());
  const bool hits = job < static_cast<int>(lane.shown()) && rectOf({row, job}).contains(position);
  return {row, hits ? job : -1};
}

const QueueJob* LanesView::jobAt(const Target& target) const {
  if (target.lane < 0) return nullptr;
  const Lane& lane = board_.lanes()[target.lane];
  if (target.job == Target::kRunning) return lane.running ? &*lane.running : nullptr;
  return target.job >= 0 ? lane.waiting(target.job) : nullptr;
}

qint64 LanesView::idAt(const Target& target) const {
  if (target.lane < 0) return 0;
  const Lane& lane = board_.lanes()[target.lane];
  if (target.job == Target::kRunning) return lane.running ? lane.running->id : 0;
  return lane.idAt(target.job);
}

void LanesView::rememberPlaces(int row) {
  placesBefore_.clear();
  const Lane& lane = board_.lanes()[row];
  const int first = firstVisibleJob();
  const int last = std::min(static_cast<int>(lane.shown()), first + viewport()->width() / lanes_->chipWidth() + 2);
  for (int job = first; job < last; ++job) placesBefore_.insert(lane.idAt(job), chipLeft(job));
  if (lane.running) placesBefore_.insert(lane.running->id, lanes_->headerWidth());
}

void LanesView::move(int row) {
  updateScrollBars();
  viewport()->update();
  if (sinceMove_.elapsed() > 1000) {
    recentMoves_ = 0;
    sinceMove_.restart();
  }
  motion_.stop();
  if (theme_.isMotionReduced() || ++recentMoves_ > kMovesPerSecond || !isVisible()) return;
  movingRow_ = row;
  motion_.setDuration(kMotion);
  motion_.start();
}

qreal LanesView::placeNow(int row, qint64 jobId, qreal rest, qreal entry) const {
  if (row != movingRow_ || !isMoving()) return rest;
  const qreal start = placesBefore_.value(jobId, entry);
  return start + (rest - start) * motion_.currentValue().toReal();
}

void LanesView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), theme_.colour(Colour::Surface));
  const int first = verticalScrollBar()->value() / lanes_->laneHeight();
  const int last = (verticalScrollBar()->value() + viewport()->height()) / lanes_->laneHeight();
  for (int row = first; row <= last && row < static_cast<int>(board_.lanes().size()); ++row) paintLane(painter, row);
}

void LanesView::paintLane(QPainter& painter, int row) {
  const Lane& lane = board_.lanes()[row];
  const int top = row * lanes_->laneHeight() - verticalScrollBar()->value();
  const QRect band(0, top, viewport()->width(), lanes_->laneHeight());
  painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), theme_.colour(Colour::Line));

  const int queueLeft = lanes_->headerWidth() + lanes_->chipWidth() + kArrow;
  painter.save();
  painter.setClipRect(QRect(queueLeft - 2, top, viewport()->width() - queueLeft + 2, band.height() - 1));
  paintWaiting(painter, row);
  painter.restore();

  QRectF slot = rectOf({row, Target::kRunning});
  lanes_->paintEmptySlot(painter, slot, lane);
  painter.setPen(theme_.colour(Colour::Muted));
  painter.setFont(theme_.font());
  painter.drawText(QRectF(slot.right(), slot.top(), kArrow, slot.height()), Qt::AlignCenter, QStringLiteral("←"));
  if (lane.running) {
    slot.moveLeft(placeNow(row, lane.running->id, slot.left(), slot.left()));
    painter.fillRect(slot, theme_.colour(Colour::Surface));
    lanes_->paintChip(painter, slot, *lane.running, LanePainter::ChipLook::Running,
                      lane.running->id == board_.currentJob());
  }
  lanes_->paintHeader(painter, QRect(0, top, lanes_->headerWidth() - lanes_->gap(), band.height() - 1), lane,
                      lane.id == board_.currentQueue());
  if (hasFocus() && lane.id == board_.currentQueue() && board_.currentJob() == 0) {
    painter.setPen(QPen(theme_.colour(Colour::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(band.adjusted(1, 1, -1, -2));
  }
}

void LanesView::paintWaiting(QPainter& painter, int row) {
  const Lane& lane = board_.lanes()[row];
  const int count = static_cast<int>(lane.shown());
  const int step = lanes_->chipWidth() + lanes_->gap();
  int firstUnread = -1;
  int lastUnread = -1;
  int at = firstVisibleJob();
  for (; at < count && chipLeft(at) < viewport()->width(); ++at) {
    const qint64 id = lane.idAt(at);
    const bool isChosen = id == board_.currentJob();
    QRectF rect = rectOf({row, at});
    rect.moveLeft(placeNow(row, id, rect.left(), rect.left() + step / 2.0));
    if (const QueueJob* job = lane.waiting(at)) {
      lanes_->paintChip(painter, rect, *job, lanes_->lookOf(*job), isChosen);
      continue;
    }
    lanes_->paintUnread(painter, rect, id, isChosen);
    if (firstUnread < 0) firstUnread = at;
    lastUnread = at;
  }
  if (at == count && lane.length > count) lanes_->paintMore(painter, rectOf({row, count}), lane.length - count);
  if (firstUnread >= 0) board_.want(lane.id, firstUnread, lastUnread);
}

LanesView::Target LanesView::chosen() const {
  for (size_t row = 0; row < board_.lanes().size(); ++row) {
    const Lane& lane = board_.lanes()[row];
    if (lane.id != board_.currentQueue()) continue;
    if (lane.running && lane.running->id == board_.currentJob()) return {static_cast<int>(row), Target::kRunning};
    return {static_cast<int>(row), static_cast<int>(lane.positionOf(board_.currentJob()))};
  }
  return {};
}

void LanesView::choose(const Target& target) {
  if (target.lane < 0) return;
  if (const qint64 id = idAt(target)) {
    board_.chooseJob(id);
  } else {
    board_.chooseQueue(board_.lanes()[target.lane].id);
  }
}

void LanesView::chooseBeside(int step) {
  Target target = chosen();
  if (target.lane < 0) return;
  const Lane& lane = board_.lanes()[target.lane];
  const int leftmost = lane.running ? -1 : 0;
  const int at = target.job == Target::kRunning ? -1 : target.job;
  const bool hasChoice = board_.currentJob() != 0;
  const int wanted = hasChoice ? std::clamp(at + step, leftmost, static_cast<int>(lane.shown()) - 1) : leftmost;
  choose({target.lane, wanted < 0 && lane.running ? Target::kRunning : wanted});
}

void LanesView::chooseLane(int step) {
  const int wanted = chosen().lane + step;
  if (wanted >= 0 && wanted < static_cast<int>(board_.lanes().size())) board_.chooseQueue(board_.lanes()[wanted].id);
}

void LanesView::showChoice() {
  const Target target = chosen();
  if (target.job >= 0) {
    const int left = chipLeft(target.job);
    const int fixed = lanes_->headerWidth() + lanes_->chipWidth() + kArrow;
    const int over = left + lanes_->chipWidth() - viewport()->width();
    if (left < fixed) horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (fixed - left));
    if (over > 0) horizontalScrollBar()->setValue(horizontalScrollBar()->value() + over);
  }
  tellChoice();
  viewport()->update();
}

void LanesView::tellChoice() {
  const Target target = chosen();
  const QueueJob* job = jobAt(target);
  QString said = target.lane < 0 ? QString() : board_.lanes()[target.lane].sentence();
  if (job)
    said = tr("Job %1, %2, %3, %4")
               .arg(QString::number(job->id), theme_.mark(job->kind).word, job->handlerText(), job->causeText());
  setAccessibleDescription(said);
}

void LanesView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const Target target = targetAt(event->pos());
  choose(target);
  if (const QueueJob* job = jobAt(target)) emit jobActivated(job->id);
}

void LanesView::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() != QContextMenuEvent::Keyboard) choose(targetAt(event->pos()));
  const Target target = chosen();
  if (board_.currentJob() == 0 || target.lane < 0) return;
  const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
  emit menuWanted(isByMouse ? event->globalPos() : viewport()->mapToGlobal(rectOf(target).center()));
}

void LanesView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return chooseBeside(-1);
    case Qt::Key_Right:
      return chooseBeside(1);
    case Qt::Key_Home:
      return chooseBeside(-1'000'000'000);
    case Qt::Key_End:
      return chooseBeside(1'000'000'000);
    case Qt::Key_Up:
      return chooseLane(-1);
    case Qt::Key_Down:
      return chooseLane(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (board_.currentJob() != 0) emit jobActivated(board_.currentJob());
      return;
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

void LanesView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void LanesView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

bool LanesView::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const Target target = targetAt(help->pos());
  const QueueJob* job = jobAt(target);
  if (job) {
    QToolTip::showText(
        help->globalPos(),
        tr("Job %1: %2\n%3\n%4")
            .arg(QString::number(job->id), theme_.mark(job->kind).word, job->handlerText(), job->causeText()),
        viewport());
  } else if (target.lane >= 0) {
    QToolTip::showText(help->globalPos(), board_.lanes()[target.lane].sentence(), viewport());
  } else {
    QToolTip::hideText();
  }
  return true;
}

}  // namespace vmscope::ui
