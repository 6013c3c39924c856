#include "ui/docks/microtasks/JobTableModel.h"

#include <algorithm>

#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

int jobsIn(const Lane& lane) {
  return static_cast<int>(lane.jobs.size()) + (lane.running ? 1 : 0);
}

}  // namespace

JobTableModel::JobTableModel(const QueueBoard& board, const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), board_(board), theme_(theme) {
  connect(&board_, &QueueBoard::lanesReset, this, [this] {
    beginResetModel();
    count();
    endResetModel();
  });
  connect(&board_, &QueueBoard::laneAboutToChange, this, [this] { beginResetModel(); });
  connect(&board_, &QueueBoard::laneChanged, this, [this] {
    count();
    endResetModel();
  });
  count();
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

const Lane* JobTableModel::laneOf(int row, int& jobInLane) const {
  if (row < 0 || row >= rows_) return nullptr;
  const auto after = std::upper_bound(firstRows_.begin(), firstRows_.end(), row);
  const size_t lane = static_cast<size_t>(after - firstRows_.begin()) - 1;
  jobInLane = row - firstRows_[lane];
  return &board_.lanes()[lane];
}

const QueueJob* JobTableModel::jobAt(int row) const {
  int jobInLane = 0;
  const Lane* lane = laneOf(row, jobInLane);
  if (!lane) return nullptr;
  if (lane->running && jobInLane == 0) return &*lane->running;
  return &lane->jobs[static_cast<size_t>(jobInLane - (lane->running ? 1 : 0))];
}

int JobTableModel::rowOfJob(qint64 jobId) const {
  for (int row = 0; row < rows_; ++row) {
    if (jobAt(row)->id == jobId) return row;
  }
  return -1;
}

QString JobTableModel::text(const Lane& lane, const QueueJob& job, int jobInLane, int column) const {
  const bool isRunning = lane.running && jobInLane == 0;
  switch (column) {
    case Number:
      return QString::number(job.id);
    case Queue:
      return lane.name;
    case Standing:
      if (isRunning) return tr("running");
      return tr("%L1. in line").arg(jobInLane + (lane.running ? 0 : 1));
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

QVariant JobTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  int jobInLane = 0;
  const Lane* lane = laneOf(index.row(), jobInLane);
  const QueueJob* job = jobAt(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return text(*lane, *job, jobInLane, index.column());
    case Qt::ToolTipRole:
      return index.column() == Place ? job->place.url : text(*lane, *job, jobInLane, index.column());
    case Qt::ForegroundRole:
      return index.column() == Kind ? QVariant(theme_.colour(theme_.mark(job->kind).colour)) : QVariant();
    case Qt::DecorationRole: {
      const Mark mark = theme_.mark(job->kind);
      if (index.column() != Kind || mark.iconName.isEmpty()) return {};
      return theme_.icon(mark.iconName, mark.colour);
    }
    case JobRole:
      return job->id;
    default:
      return {};
  }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  const QString titles[ColumnCount] = {tr("Job"),     tr("Queue"), tr("Standing"), tr("Kind"),
                                       tr("Handler"), tr("Place"), tr("Context"),  tr("Cause")};
  return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

}  // namespace vmscope::ui
