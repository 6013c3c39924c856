#include "ui/docks/timeline/TraceModel.h"

#include <QLocale>

#include "ui/docks/timeline/TraceLog.h"
#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

Colour colourOf(TraceRecord::Kind kind) {
  using Kind = TraceRecord::Kind;
  switch (kind) {
    case Kind::Enqueue:
      return Colour::Green;
    case Kind::JobStart:
    case Kind::JobEnd:
      return Colour::Blue;
    case Kind::TaskStart:
    case Kind::TaskEnd:
      return Colour::Orange;
    case Kind::ModuleStatus:
      return Colour::Purple;
    case Kind::Exception:
      return Colour::Vermilion;
    default:
      return Colour::Muted;
  }
}

bool isCheckpoint(TraceRecord::Kind kind) {
  return kind == TraceRecord::Kind::CheckpointStart || kind == TraceRecord::Kind::CheckpointEnd;
}

}  // namespace

TraceModel::TraceModel(const TraceLog& log, const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), log_(log), theme_(theme) {
  connect(&log_, &TraceLog::cleared, this, [this] {
    beginResetModel();
    present_ = -1;
    endResetModel();
  });
  connect(&log_, &TraceLog::aboutToAppend, this, [this](int first, int last) { beginInsertRows({}, first, last); });
  connect(&log_, &TraceLog::appended, this, [this] { endInsertRows(); });
  connect(&log_, &TraceLog::aboutToDrop, this, [this](int count) { beginRemoveRows({}, 0, count - 1); });
  connect(&log_, &TraceLog::droppedOldest, this, [this](int count) {
    present_ = std::max(-1, present_ - count);
    endRemoveRows();
  });
}

void TraceModel::setPresent(int row) {
  if (present_ == row) return;
  const int first = std::max(0, std::min(present_, row));
  const int last = std::min(rowCount() - 1, std::max(present_, row));
  present_ = row;
  if (first <= last) emit dataChanged(index(first, 0), index(last, ColumnCount - 1), {Qt::ForegroundRole});
}

int TraceModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : log_.count();
}

int TraceModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString TraceModel::text(const TraceRecord& record, int column) const {
  switch (column) {
    case Moment:
      return momentText(record.at);
    case What:
      return wordOf(record.kind);
    case Text:
      if (isCheckpoint(record.kind)) return {};  // which What says already
      return record.jobId ? tr("%1: %2").arg(QString::number(record.jobId), record.text) : record.text;
    case Context:
      return nameOf_ && record.executionContextId ? nameOf_(record.executionContextId) : QString();
    case Place:
      return record.place.url.isEmpty() ? QString() : shortText(record.place);
    case Cause: {
      const int cause = log_.positionOf(record.cause);
      return cause < 0 ? QString() : tr("%1 %2").arg(wordOf(log_.at(cause).kind), log_.at(cause).text);
    }
    default:
      return {};
  }
}

QString TraceModel::sentence(int row) const {
  const TraceRecord& record = log_.at(row);
  const QLocale locale;
  return tr("%1 of %2, %3: %4 %5")
      .arg(locale.toString(row + 1), locale.toString(log_.count()), momentText(record.at), wordOf(record.kind),
           text(record, Text))
      .trimmed();
}

QVariant TraceModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const TraceRecord& record = log_.at(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return text(record, index.column());
    case Qt::ToolTipRole:
      return index.column() == Place ? record.place.url : text(record, index.column());
    case Qt::TextAlignmentRole:
      return index.column() == Moment ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
      if (present_ >= 0 && index.row() > present_) return theme_.colour(Colour::Disabled);
      return index.column() == What ? QVariant(theme_.colour(colourOf(record.kind))) : QVariant();
    default:
      return {};
  }
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role == Qt::TextAlignmentRole && section == Moment) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  const QString titles[ColumnCount] = {tr("Moment"), tr("What"), tr("Which"), tr("Context"), tr("Place"), tr("Cause")};
  return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

}  // namespace vmscope::ui
