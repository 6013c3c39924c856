#include "ui/docks/timeline/MomentModels.h"

#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

void ModuleMomentModel::show(const std::vector<ModuleMoment>& modules) {
  beginResetModel();
  modules_ = modules;
  endResetModel();
}

int ModuleMomentModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(modules_.size());
}

QVariant ModuleMomentModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ModuleMoment& module = modules_[static_cast<size_t>(index.row())];
  const Mark mark = theme_.mark(module.status);
  const QString name = lastNameOf(module.identifier);
  switch (role) {
    case Qt::DisplayRole:
      return mark.glyph.isEmpty() ? tr("%1 %2").arg(name, mark.word) : tr("%1 %2 %3").arg(mark.glyph, name, mark.word);
    case Qt::ToolTipRole:
      return readableUrl(module.identifier);
    case Qt::ForegroundRole:
      return theme_.colour(mark.colour);
    case Qt::DecorationRole:
      return mark.iconName.isEmpty() ? QVariant() : theme_.icon(mark.iconName, mark.colour);
    default:
      return {};
  }
}

void ConsoleMomentModel::show(const std::deque<ConsoleMoment>& lines) {
  beginResetModel();
  lines_ = lines;
  endResetModel();
}

int ConsoleMomentModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant ConsoleMomentModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ConsoleMoment& line = lines_[static_cast<size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return line.text.section(QLatin1Char('\n'), 0, 0);
    case Qt::ToolTipRole:
      return line.text;
    case Qt::FontRole:
      return theme_.codeFont(TextSize::Small);
    case Qt::ForegroundRole:
      return theme_.colour(line.isException ? Colour::Vermilion : Colour::Text);
    case Qt::DecorationRole:
      return theme_.contextDot(colourOf_ ? colourOf_(line.executionContextId) : -1);
    default:
      return {};
  }
}

}  // namespace vmscope::ui
