#include "ui/docks/debugger/CallStackModel.h"

#include "ui/docks/debugger/PauseState.h"
#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

CallStackModel::CallStackModel(const PauseState& state, const Theme& theme, QObject* parent)
    : QAbstractListModel(parent), state_(state), theme_(theme) {
  connect(&state_, &PauseState::paused, this, &CallStackModel::rebuild);
  connect(&state_, &PauseState::resumed, this, &CallStackModel::rebuild);
  connect(&state_, &PauseState::frameChosen, this, [this] {
    if (!rows_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
  });
  rebuild();
}

void CallStackModel::rebuild() {
  beginResetModel();
  rows_.clear();
  if (state_.pause()) {
    for (const CallFrame& frame : state_.pause()->callFrames) {
      const QString name = frame.functionName.isEmpty() ? tr("(anonymous)") : frame.functionName;
      rows_.push_back({Kind::Frame,
                       name,
                       {frame.url, frame.location.lineNumber, frame.location.columnNumber, frame.location.scriptId}});
    }
    if (state_.pause()->asyncStackTrace) appendAsync(*state_.pause()->asyncStackTrace);
  }
  endResetModel();
}

void CallStackModel::appendAsync(const StackTrace& stack) {
  const QString cause = stack.description.isEmpty() ? tr("async") : stack.description;
  rows_.push_back({Kind::AsyncCause, tr("%1 (async)").arg(cause), {}});
  for (const StackFrame& frame : stack.callFrames) {
    const QString name = frame.functionName.isEmpty() ? tr("(anonymous)") : frame.functionName;
    rows_.push_back({Kind::AsyncFrame, name, {frame.url, frame.lineNumber, frame.columnNumber, frame.scriptId}});
  }
  if (stack.parent) appendAsync(*stack.parent);
}

int CallStackModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

Qt::ItemFlags CallStackModel::flags(const QModelIndex& index) const {
  if (!index.isValid() || kindOf(index.row()) == Kind::AsyncCause) return Qt::NoItemFlags;
  return QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren;
}

QVariant CallStackModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[static_cast<size_t>(index.row())];
  const bool isPlaced = !row.place.url.isEmpty() || !row.place.scriptId.isEmpty();
  const QString place = isPlaced ? shortText(row.place) : QString();
  switch (role) {
    case Qt::DisplayRole:
      return row.text;
    case Qt::ToolTipRole:
      return row.place.url;
    case Qt::AccessibleTextRole:
      return place.isEmpty() ? row.text : tr("%1 at %2").arg(row.text, place);
    case Qt::ForegroundRole:
      return theme_.colour(row.kind == Kind::Frame ? Colour::Text : Colour::Muted);
    case Qt::FontRole:
      return row.kind == Kind::AsyncCause ? theme_.font(TextSize::Small) : theme_.codeFont();
    case Qt::DecorationRole:
      if (row.kind == Kind::Frame && index.row() == state_.frameIndex())
        return theme_.icon(QStringLiteral("chevron-right"), Colour::Accent);
      return theme_.icon(QStringLiteral("none"));
    case KindRole:
      return static_cast<int>(row.kind);
    case PlaceTextRole:
      return place;
    default:
      return {};
  }
}

}  // namespace vmscope::ui
