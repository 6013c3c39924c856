#include "ui/docks/microtasks/StuckModel.h"

#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

void StuckModel::setWaits(std::vector<StuckWait> waits) {
  beginResetModel();
  waits_ = std::move(waits);
  endResetModel();
}

int StuckModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(waits_.size());
}

QVariant StuckModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const StuckWait& stuck = wait(index.row());
  if (role == Qt::DecorationRole) return theme_.icon(QStringLiteral("warning"), Colour::Vermilion);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  const QString place = stuck.place.url.isEmpty() ? QString() : tr(" at %1").arg(shortText(stuck.place));
  const QString what =
      theme_.mark(stuck.kind).word + QLatin1Char(' ') + (stuck.handler.isEmpty() ? tr("(anonymous)") : stuck.handler);
  return tr("%1 waits on the queue of %2%3: %4").arg(what, stuck.queue, place, stuck.reason());
}

}  // namespace vmscope::ui
