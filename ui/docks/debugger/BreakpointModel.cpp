#include "ui/docks/debugger/BreakpointModel.h"

#include "ui/editor/live/BreakpointBinder.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

BreakpointModel::BreakpointModel(Breakpoints& breakpoints, const BreakpointBinder& binder, const Theme& theme,
                                 QObject* parent)
    : QAbstractListModel(parent), breakpoints_(breakpoints), binder_(binder), theme_(theme) {
  connect(&breakpoints_, &Breakpoints::changed, this, &BreakpointModel::rebuild);
  connect(&binder_, &BreakpointBinder::bindingChanged, this, [this] {
    if (!rows_.empty()) emit dataChanged(index(0), index(rowCount() - 1));
  });
  rebuild();
}

void BreakpointModel::rebuild() {
  beginResetModel();
  rows_ = breakpoints_.all();
  endResetModel();
}

int BreakpointModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QString BreakpointModel::text(const Breakpoint& breakpoint) const {
  if (!breakpoint.logMessage.isEmpty()) return tr("logs %1").arg(breakpoint.logMessage);
  if (!breakpoint.condition.isEmpty()) return tr("if %1").arg(breakpoint.condition);
  const bool isWaiting = breakpoint.state == Breakpoint::State::Enabled && !binder_.isBound(breakpoint);
  return isWaiting ? tr("binds when its script runs") : tr("always");
}

QVariant BreakpointModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Breakpoint& at = breakpoint(index.row());
  const QString place = QStringLiteral("%1:%2").arg(at.document).arg(at.line + 1);
  static constexpr const char* kIcons[] = {"breakpoint", "breakpoint-conditional", "logpoint"};
  const bool isOn = at.state == Breakpoint::State::Enabled;
  switch (role) {
    case Qt::DisplayRole:
      return text(at);
    case PlaceTextRole:
      return place;
    case Qt::AccessibleTextRole:
      return tr("%1, %2").arg(place, text(at));
    case Qt::ToolTipRole:
      return tr("%1: %2").arg(place, text(at));
    case Qt::CheckStateRole:
      return isOn ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
      return theme_.icon(QLatin1String(kIcons[static_cast<int>(at.kind())]),
                         isOn && binder_.isBound(at) ? Colour::Vermilion : Colour::Muted);
    case Qt::ForegroundRole:
      return theme_.colour(isOn ? Colour::Text : Colour::Muted);
    default:
      return {};
  }
}

bool BreakpointModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
  const Breakpoint at = breakpoint(index.row());
  const bool isOn = value.toInt() == Qt::Checked;
  breakpoints_.setState(at.document, at.line, isOn ? Breakpoint::State::Enabled : Breakpoint::State::Disabled);
  return true;
}

Qt::ItemFlags BreakpointModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) return Qt::NoItemFlags;
  return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

}  // namespace vmscope::ui
