#include "ui/docks/microtasks/LanesView.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "ui/docks/microtasks/LanePainter.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kMotion = 120;        // milliseconds
constexpr int kMovesPerSecond = 8;  // more than that is counted, not moved
constexpr int kJobsInView = 3;      // that a lane should show without being scrolled
constexpr int kFewestLanes = 2;     // that are always in view

}  // namespace

LanesView::LanesView(QueueBoard& board, const Theme& theme, QWidget* parent)
    : PictureView(theme, tr("Queues, one lane each"), parent),
      board_(board),
      lanes_(std::make_unique<LanePainter>(theme)) {
  motion_.setStartValue(0.0);
  motion_.setEndValue(1.0);
  motion_.setEasingCurve(QEasingCurve::OutCubic);
  connect(&motion_, &QVariantAnimation::valueChanged, this, &LanesView::repaintSoon);
  connect(&board_, &QueueBoard::lanesReset, this, [this] {
    motion_.stop();
    arrange();
    tellChoice();
  });
  connect(&board_, &QueueBoard::laneAboutToChange, this, &LanesView::rememberPlaces);
  connect(&board_, &QueueBoard::laneChanged, this, &LanesView::move);
  connect(&board_, &QueueBoard::choiceChanged, this, &LanesView::showChoice);
  connect(&board_, &QueueBoard::laneRead, this, [this] {
    tellChoice();
    repaintSoon();
  });
  connect(&theme, &Theme::changed, this, &LanesView::arrange);
  sinceMove_.start();
  arrange();
}

LanesView::~LanesView() = default;

void LanesView::setContextColours(std::function<int(int)> colourOf) {
  lanes_->setContextColours(std::move(colourOf));
}

void LanesView::setStuckJobs(std::vector<qint64> jobIds) {
  lanes_->setStuckJobs(std::move(jobIds));
  repaintSoon();
}

void LanesView::setBelow(QWidget& below) {
  below_ = &below;
  below_->setParent(viewport());
  below_->installEventFilter(this);
  arrange();
}

QSize LanesView::sizeHint() const {
  const int lanes = std::max(kFewestLanes, static_cast<int>(board_.lanes().size()));
  return {lanes_->widthFor(LaneForm::HeaderBeside, kJobsInView - 1),
          lanes * lanes_->laneHeight(LaneForm::HeaderBeside)};
}

QSize LanesView::minimumSizeHint() const {
  return {lanes_->widthFor(LaneForm::OneLine, 0), leastUsefulSize().height()};
}

QSize LanesView::leastUsefulSize() const {
  return {lanes_->widthFor(LaneForm::OneLine, 1),
          kFewestLanes * lanes_->laneHeight(LaneForm::OneLine) + horizontalScrollBar()->sizeHint().height()};
}

int LanesView::lanesHeight() const {
  return static_cast<int>(board_.lanes().size()) * lanes_->laneHeight();
}

void LanesView::arrange() {
  chooseForm();
  if (below_) below_->setGeometry(0, lanesHeight(), viewport()->width(), roomBelow());
  updateScrollBars();
  updateGeometry();
  repaintSoon();
}

int LanesView::roomBelow() const {
  return std::max(0, viewport()->height() - lanesHeight());
}

// The first form that lets all lanes be seen.
void LanesView::chooseForm() {
  const int count = static_cast<int>(board_.lanes().size());
  const bool isShared = below_ && below_->isVisibleTo(viewport());
  // As if the scroll bar were always there, which comes and goes with the form.
  const int below = isShared ? std::max(0, below_->heightForWidth(width())) : 0;
  const int room = height() - horizontalScrollBar()->sizeHint().height() - below;
  const bool isNarrow = width() < lanes_->widthFor(LaneForm::HeaderBeside, kJobsInView);
  const auto fits = [&](LaneForm form) { return count * lanes_->laneHeight(form) <= room; };
  lanes_->setForm(isNarrow && fits(LaneForm::HeaderAbove) ? LaneForm::HeaderAbove
                  : fits(LaneForm::HeaderBeside)          ? LaneForm::HeaderBeside
                                                          : LaneForm::OneLine);
}

void LanesView::updateScrollBars() {
  qint64 longest = 0;
  for (const Lane& lane : board_.lanes())
    longest = std::max(longest, lane.shown() + (lane.length > lane.shown() ? 1 : 0));
  const int step = lanes_->chipWidth() + lanes_->gap();
  const int room = std::max(0, viewport()->width() - lanes_->queueLeft());
  horizontalScrollBar()->setSingleStep(step);
  horizontalScrollBar()->setPageStep(std::max(step, room));
  horizontalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>(0, longest * step - room)));
  verticalScrollBar()->setSingleStep(lanes_->laneHeight() / 2);
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setRange(0, std::max(0, lanesHeight() - viewport()->height()));
}

void LanesView::resizeEvent(QResizeEvent* event) {
  PictureView::resizeEvent(event);
  arrange();
}

bool LanesView::eventFilter(QObject* watched, QEvent* event) {
  const bool isOfRoom = event->type() == QEvent::Hide || event->type() == QEvent::Show;
  if (watched == below_ && isOfRoom) arrange();
  return PictureView::eventFilter(watched, event);
}

int LanesView::chipLeft(int job) const {
  return lanes_->queueLeft() + job * (lanes_->chipWidth() + lanes_->gap()) - horizontalScrollBar()->value();
}

int LanesView::firstVisibleJob() const {
  return horizontalScrollBar()->value() / (lanes_->chipWidth() + lanes_->gap());
}

QRect LanesView::bandOf(int row) const {
  return {0, row * lanes_->laneHeight() - verticalScrollBar()->value(), viewport()->width(), lanes_->laneHeight()};
}

QRect LanesView::rectOf(const Target& target) const {
  const int left = target.job == Target::kRunning ? lanes_->slotLeft() : chipLeft(target.job);
  return {left, bandOf(target.lane).top() + lanes_->chipTop(), lanes_->chipWidth(), lanes_->chipHeight()};
}

LanesView::Target LanesView::targetAt(const QPoint& position) const {
  const int row = (position.y() + verticalScrollBar()->value()) / lanes_->laneHeight();
  if (row < 0 || row >= static_cast<int>(board_.lanes().size())) return {};
  const Lane& lane = board_.lanes()[row];
  if (lane.running && rectOf({row, Target::kRunning}).contains(position)) return {row, Target::kRunning};
  if (position.x() < lanes_->queueLeft()) return {row, -1};
  const int job =
      (position.x() - lanes_->queueLeft() + horizontalScrollBar()->value()) / (lanes_->chipWidth() + lanes_->gap());
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
  if (lane.running) placesBefore_.insert(lane.running->id, lanes_->slotLeft());
}

void LanesView::move(int row) {
  updateScrollBars();
  repaintSoon();
  if (sinceMove_.elapsed() > 1000) {
    recentMoves_ = 0;
    sinceMove_.restart();
  }
  motion_.stop();
  if (theme().isMotionReduced() || ++recentMoves_ > kMovesPerSecond || !isVisible()) return;
  movingRow_ = row;
  motion_.setDuration(kMotion);
  motion_.start();
}

qreal LanesView::placeNow(int row, qint64 jobId, qreal rest, qreal entry) const {
  if (row != movingRow_ || !isMoving()) return rest;
  const qreal start = placesBefore_.value(jobId, entry);
  return start + (rest - start) * motion_.currentValue().toReal();
}

void LanesView::draw(QPainter& painter) {
  const int first = verticalScrollBar()->value() / lanes_->laneHeight();
  const int last = (verticalScrollBar()->value() + viewport()->height()) / lanes_->laneHeight();
  for (int row = first; row <= last && row < static_cast<int>(board_.lanes().size()); ++row) paintLane(painter, row);
}

void LanesView::paintLane(QPainter& painter, int row) {
  const Lane& lane = board_.lanes()[row];
  const QRect band = bandOf(row);
  painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), theme().colour(Colour::Line));

  painter.save();
  painter.setClipRect(band.adjusted(lanes_->queueLeft() - 2, 0, 0, -1));
  paintWaiting(painter, row);
  painter.restore();

  QRectF slot = rectOf({row, Target::kRunning});
  lanes_->paintEmptySlot(painter, slot, lane);
  painter.setPen(theme().colour(Colour::Muted));
  painter.setFont(theme().font());
  const QRectF arrow(slot.right(), slot.top(), lanes_->queueLeft() - slot.right(), slot.height());
  painter.drawText(arrow, Qt::AlignCenter, QStringLiteral("←"));
  if (lane.running) {
    slot.moveLeft(placeNow(row, lane.running->id, slot.left(), slot.left()));
    painter.fillRect(slot, theme().colour(Colour::Surface));
    lanes_->paintChip(painter, slot, *lane.running, LanePainter::ChipLook::Running,
                      lane.running->id == board_.currentJob());
  }
  lanes_->paintHeader(painter, band.adjusted(0, 0, 0, -1), lane, lane.id == board_.currentQueue());
}

// Around the lane that the keys act on.
QRect LanesView::focusRing() const {
  const int row = chosen().lane;
  return row < 0 ? viewport()->rect() : bandOf(row).adjusted(0, 0, 0, -1);
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
  if (target.lane >= 0) showLane(target.lane);
  if (target.job >= 0) {
    const int left = chipLeft(target.job);
    const int under = lanes_->queueLeft() - left;
    const int over = left + lanes_->chipWidth() - viewport()->width();
    if (under > 0) horizontalScrollBar()->setValue(horizontalScrollBar()->value() - under);
    if (over > 0) horizontalScrollBar()->setValue(horizontalScrollBar()->value() + over);
  }
  tellChoice();
  repaintSoon();
}

void LanesView::showLane(int row) {
  const QRect band = bandOf(row);
  const int over = band.bottom() - viewport()->height();
  if (over > 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + over);
  if (band.top() < 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + band.top());
}

void LanesView::tellChoice() {
  const Target target = chosen();
  const QueueJob* job = jobAt(target);
  QString said = target.lane < 0 ? QString() : board_.lanes()[target.lane].sentence();
  if (job)
    said = tr("Job %1, %2, %3, %4")
               .arg(QString::number(job->id), theme().mark(job->kind).word, job->handlerText(), job->causeText());
  setAccessibleDescription(said);
}

void LanesView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const Target target = targetAt(event->pos());
  choose(target);
  if (const QueueJob* job = jobAt(target)) emit jobActivated(job->id);
}

void LanesView::wantMenu(std::optional<QPoint> position, const QPoint& globalPosition) {
  if (position) choose(targetAt(*position));
  if (board_.currentJob() != 0 && chosen().lane >= 0) emit menuWanted(globalPosition);
}

QRect LanesView::chosenRect() const {
  const Target target = chosen();
  return target.lane < 0 || board_.currentJob() == 0 ? QRect() : rectOf(target);
}

void LanesView::activateChosen() {
  if (board_.currentJob() != 0) emit jobActivated(board_.currentJob());
}

bool LanesView::go(int key) {
  switch (key) {
    case Qt::Key_Left:
      chooseBeside(-1);
      return true;
    case Qt::Key_Right:
      chooseBeside(1);
      return true;
    case Qt::Key_Home:
      chooseBeside(-1'000'000'000);
      return true;
    case Qt::Key_End:
      chooseBeside(1'000'000'000);
      return true;
    case Qt::Key_Up:
      chooseLane(-1);
      return true;
    case Qt::Key_Down:
      chooseLane(1);
      return true;
    default:
      return false;
  }
}

QString LanesView::tipAt(const QPoint& position) const {
  const Target target = targetAt(position);
  if (target.lane < 0) return {};
  const QueueJob* job = jobAt(target);
  if (!job) return board_.lanes()[target.lane].sentence();
  return tr("Job %1: %2\n%3\n%4")
      .arg(QString::number(job->id), theme().mark(job->kind).word, job->handlerText(), job->causeText());
}

}  // namespace vmscope::ui
