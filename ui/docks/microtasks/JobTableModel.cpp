#include "ui/docks/microtasks/JobTableModel.h"

#include <algorithm>

#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

// A table of so many rows takes a view several milliseconds to begin anew, and a queue that is drained changes faster.
constexpr int kManyRows = 1000;
constexpr int kChangesDelay = 100;  // milliseconds in which changes of many rows are taken as one

int jobsIn(const Lane& lane) {
  return static_cast<int>(lane.shown()) + (lane.running ? 1 : 0);
}

}  // namespace

JobTableModel::JobTableModel(QueueBoard& board, const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), board_(board), theme_(theme) {
  later_.setSingleShot(true);
  later_.setInterval(kChangesDelay);
  connect(&later_, &QTimer::timeout, this, &JobTableModel::beginAnew);
  connect(&board_, &QueueBoard::lanesReset, this, &JobTableModel::beginAnew);
  connect(&board_, &QueueBoard::laneChanged, this, [this] {
    if (rows_ < kManyRows) return beginAnew();
    if (!later_.isActive()) later_.start();
  });
  connect(&board_, &QueueBoard::laneRead, this, [this](int lane) {
    const int first = firstRows_[static_cast<size_t>(lane)];
    const int rows = jobsIn(board_.lanes()[static_cast<size_t>(lane)]);
    if (rows > 0) emit dataChanged(index(first, 0), index(first + rows - 1, ColumnCount - 1));
  });
  count();
}

// Rows that the board has no job for any more, until then, are empty.
void JobTableModel::beginAnew() {
  later_.stop();
  beginResetModel();
  count();
  endResetModel();
}

void JobTableModel::count() {
  firstRows_.clear();
  rows_ = 0;
  for (const Lane& lane : board_.lanes()) {
    firstRows_.push_back(rows_);
    rows_ += jobsIn(lane);
  }
}

int JobTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : rows_;
}

int JobTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

const Lane* JobTableModel::laneOf(int row, qint64& position) const {
  if (row < 0 || row >= rows_) return nullptr;
  const auto after = std::upper_bound(firstRows_.begin(), firstRows_.end(), row);
  const size_t at = static_cast<size_t>(after - firstRows_.begin()) - 1;
  const Lane& lane = board_.lanes()[at];
  position = row - firstRows_[at] - (lane.running ? 1 : 0);
  if (position >= lane.shown()) return nullptr;
  return &lane;
}

const QueueJob* JobTableModel::jobAt(int row) const {
  qint64 position = 0;
  const Lane* lane = laneOf(row, position);
  if (!lane) return nullptr;
  return position < 0 ? &*lane->running : lane->waiting(position);
}

int JobTableModel::rowOfJob(qint64 jobId) const {
  for (size_t at = 0; at < firstRows_.size(); ++at) {
    const Lane& lane = board_.lanes()[at];
    if (lane.running && lane.running->id == jobId) return firstRows_[at];
    const qint64 position = lane.positionOf(jobId);
    if (position >= 0) return firstRows_[at] + static_cast<int>(position) + (lane.running ? 1 : 0);
  }
  return -1;
}

QString JobTableModel::standing(qint64 position) const {
  return position < 0 ? tr("running") : tr("%L1. in line").arg(position + 1);
}

QString JobTableModel::text(const QueueJob& job, int column) const {
  switch (column) {
    case Kind: {
      const Mark mark = theme_.mark(job.kind);
      return mark.glyph.isEmpty() ? mark.word : mark.glyph + QLatin1Char(' ') + mark.word;
    }
    case Handler:
      return job.handler.isEmpty() ? tr("(anonymous)") : job.handler;
    case Place:
      return job.place.url.isEmpty() ? QString() : shortText(job.place);
    case Context:
      return nameOf_ && job.executionContextId ? nameOf_(job.executionContextId) : QString();
    case Cause:
      return job.causeText();
    default:
      return {};
  }
}

// What is shown has to be read; until then a job has its number and its place in the line.
QVariant JobTableModel::unread(const Lane& lane, qint64 position, int column) const {
  board_.want(lane.id, position, position);
  return column == Kind ? QStringLiteral("…") : QString();
}

QVariant JobTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  qint64 position = 0;
  const Lane* lane = laneOf(index.row(), position);
  if (!lane) return {};
  const QueueJob* job = jobAt(index.row());
  const qint64 id = job ? job->id : lane->idAt(position);
  const int column = index.column();
  if (role == JobRole) return id;
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
    if (column == Number) return QString::number(id);
    if (column == Queue) return lane->name;
    if (column == Standing) return standing(position);
    if (!job) return unread(*lane, position, column);
    return role == Qt::ToolTipRole && column == Place ? job->place.url : text(*job, column);
  }
  if (!job || column != Kind) return {};
  const Mark mark = theme_.mark(job->kind);
  if (role == Qt::ForegroundRole) return theme_.colour(mark.colour);
  if (role == Qt::DecorationRole && !mark.iconName.isEmpty()) return theme_.icon(mark.iconName, mark.colour);
  return {};
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  const QString titles[ColumnCount] = {tr("Job"),     tr("Queue"), tr("Standing"), tr("Kind"),
                                       tr("Handler"), tr("Place"), tr("Context"),  tr("Cause")};
  return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

}  // namespace vmscope::ui
