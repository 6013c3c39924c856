#include "ui/docks/timers/TimerTableModel.h"

#include <algorithm>

#include "ui/docks/values/StyledText.h"

namespace vmscope::ui {

using protocol::microtasks::Timer;
using protocol::microtasks::TimerKind;

void TimerTableModel::setTimers(std::vector<Timer> timers) {
  beginResetModel();
  timers_ = std::move(timers);
  passed_ = 0;
  std::stable_sort(timers_.begin(), timers_.end(),
                   [](const Timer& a, const Timer& b) { return a.dueInMillis < b.dueInMillis; });
  endResetModel();
}

void TimerTableModel::setPassed(double milliseconds) {
  passed_ = milliseconds;
  if (!timers_.empty()) emit dataChanged(index(0, Due), index(rowCount() - 1, Due), {Qt::DisplayRole});
}

double TimerTableModel::dueIn(const Timer& timer) const {
  return std::max(0.0, timer.dueInMillis - passed_);
}

SourcePlace TimerTableModel::placeOf(int row) const {
  const auto& location = timers_[static_cast<size_t>(row)].handler.location;
  if (!location) return {};
  return {QString::fromStdString(location->url.value_or("")), static_cast<int>(location->line.value_or(0)),
          static_cast<int>(location->column.value_or(0)), QString::fromStdString(location->scriptId.value_or(""))};
}

QString TimerTableModel::sentence() const {
  if (timers_.empty()) return tr("No timer waits");
  return tr("Timers that wait: %L1, the next is due in %L2 ms")
      .arg(timers_.size())
      .arg(dueIn(timers_.front()), 0, 'f', 0);
}

int TimerTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(timers_.size());
}

int TimerTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString TimerTableModel::text(const Timer& timer, int column) const {
  switch (column) {
    case Due:
      return dueIn(timer) <= 0 ? tr("now") : tr("in %L1 ms").arg(dueIn(timer), 0, 'f', 0);
    case Kind:
      if (timer.kind == TimerKind::Immediate) return tr("immediate");
      if (timer.kind == TimerKind::Timeout) return tr("timeout");
      return timer.periodMillis ? tr("every %L1 ms").arg(*timer.periodMillis, 0, 'f', 0) : tr("interval");
    case Handler:
      return timer.handler.name.empty() ? tr("(anonymous)") : QString::fromStdString(timer.handler.name);
    case Context:
      return nameOf_ && timer.executionContextId ? nameOf_(static_cast<int>(*timer.executionContextId)) : QString();
    case Number:
      return QString::number(timer.timerId);
    default:
      return {};
  }
}

QVariant TimerTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  if (index.column() != Place) return text(timers_[static_cast<size_t>(index.row())], index.column());
  const SourcePlace place = placeOf(index.row());
  if (place.url.isEmpty()) return {};
  return role == Qt::ToolTipRole ? place.url : shortText(place);
}

QVariant TimerTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  const QString titles[ColumnCount] = {tr("Due"), tr("Kind"), tr("Handler"), tr("Place"), tr("Context"), tr("Timer")};
  return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

}  // namespace vmscope::ui
