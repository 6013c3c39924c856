#include "ui/docks/memory/MemoryModel.h"

#include <QLocale>
#include <algorithm>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

QString bytesText(double bytes) {
  return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

MemoryModel::MemoryModel(const Theme& theme, QObject* parent) : QAbstractTableModel(parent), theme_(theme) {}

void MemoryModel::setMeasurement(const protocol::vm::MeasureMemoryResult& measurement) {
  beginResetModel();
  rows_.clear();
  for (const auto& context : measurement.contexts) {
    rows_.push_back(
        {static_cast<int>(context.executionContextId), QString::fromStdString(context.name), context.bytes});
  }
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.bytes > b.bytes; });
  rows_.push_back({0, tr("Shared by all"), measurement.sharedBytes});
  total_ = 0;
  for (const Row& row : rows_) total_ += row.bytes;
  endResetModel();
}

void MemoryModel::clear() {
  beginResetModel();
  rows_.clear();
  total_ = 0;
  endResetModel();
}

int MemoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MemoryModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant MemoryModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[static_cast<size_t>(index.row())];
  const double fraction = total_ > 0 ? row.bytes / total_ : 0;
  switch (role) {
    case Qt::DisplayRole:
      if (index.column() == Name) return row.name;
      if (index.column() == Bytes) return bytesText(row.bytes);
      return tr("%L1 %").arg(fraction * 100, 0, 'f', 1);
    case Qt::ToolTipRole:
      return tr("%1: %L2 bytes").arg(row.name).arg(static_cast<qint64>(row.bytes));
    case Qt::DecorationRole:
      if (index.column() != Name || row.executionContextId == 0) return {};
      return theme_.contextDot(colourOf_ ? colourOf_(row.executionContextId) : -1);
    case Qt::TextAlignmentRole:
      return index.column() == Bytes ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
      return row.executionContextId == 0 ? QVariant(theme_.colour(Colour::Muted)) : QVariant();
    case FractionRole:
      return fraction;
    case ColourRole:
      return row.executionContextId == 0 || !colourOf_ ? theme_.colour(Colour::Muted)
                                                       : theme_.contextColour(colourOf_(row.executionContextId));
    default:
      return {};
  }
}

QVariant MemoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role == Qt::TextAlignmentRole && section == Bytes) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  const QString titles[ColumnCount] = {tr("Context"), tr("Bytes"), tr("Share")};
  return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

}  // namespace vmscope::ui
