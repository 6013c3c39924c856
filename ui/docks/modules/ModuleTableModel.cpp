#include "ui/docks/modules/ModuleTableModel.h"

#include "ui/docks/values/StyledText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr size_t kNamesListed = 4;
}

ModuleTableModel::ModuleTableModel(const ModuleGraph& graph, const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), graph_(graph), theme_(theme) {
  connect(&graph_, &ModuleGraph::reset, this, [this] {
    beginResetModel();
    rows_ = static_cast<int>(graph_.modules().size());
    endResetModel();
  });
  connect(&graph_, &ModuleGraph::changed, this,
          [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
  rows_ = static_cast<int>(graph_.modules().size());
}

int ModuleTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : rows_;
}

int ModuleTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString ModuleTableModel::namesOf(const std::vector<int>& indexes) const {
  QStringList names;
  for (size_t i = 0; i < std::min(indexes.size(), kNamesListed); ++i) names << graph_.modules()[indexes[i]].shortName();
  if (indexes.size() > kNamesListed) names << tr("%L1 more").arg(indexes.size() - kNamesListed);
  return names.join(QStringLiteral(", "));
}

QString ModuleTableModel::remarkOn(int index) const {
  const ModuleNode& module = graph_.modules()[index];
  QStringList parts;
  if (module.awaitingAt) parts << tr("awaits at line %1").arg(module.awaitingAt->line + 1);
  if (const auto blocked = graph_.blockedBy(index); !blocked.empty()) parts << tr("blocks %1").arg(namesOf(blocked));
  if (const auto blockers = graph_.blockersOf(index); !blockers.empty())
    parts << tr("waits for %1").arg(namesOf(blockers));
  if (!module.error.isEmpty()) parts << module.error;
  if (const int origin = graph_.indexOf(module.errorOrigin); origin >= 0 && origin != index) {
    parts << tr("thrown by %1").arg(graph_.modules()[origin].shortName());
  }
  if (const auto poisoned = graph_.poisonedBy(index); !poisoned.empty())
    parts << tr("poisons %1").arg(namesOf(poisoned));
  if (parts.isEmpty() && module.hasTopLevelAwait) parts << tr("has a top-level await");
  if (parts.isEmpty() && module.isSynthetic) parts << tr("synthetic");
  return parts.join(QStringLiteral("; "));
}

QVariant ModuleTableModel::value(int row, int column) const {
  const ModuleNode& module = graph_.modules()[row];
  switch (column) {
    case Order:
      return module.evaluationOrder < 0 ? QVariant() : module.evaluationOrder + 1;
    case Name:
      return module.shortName();
    case Status:
      return theme_.mark(module.status).word;
    case Context:
      return nameOf_ ? nameOf_(module.executionContextId) : QString();
    case Imports:
      return graph_.importCount(row);
    case ImportedBy:
      return graph_.importerCount(row);
    case Duration:
      return module.durationMicros < 0 ? QString() : tr("%L1 ms").arg(module.durationMicros / 1000, 0, 'f', 2);
    case Remark:
      return remarkOn(row);
    default:
      return {};
  }
}

QVariant ModuleTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ModuleNode& module = graph_.modules()[index.row()];
  const Mark mark = theme_.mark(module.status);
  switch (role) {
    case Qt::DisplayRole: {
      const bool hasGlyph = index.column() == Status && !mark.glyph.isEmpty();
      return hasGlyph ? QVariant(mark.glyph + QLatin1Char(' ') + mark.word) : value(index.row(), index.column());
    }
    case Qt::EditRole:
      return value(index.row(), index.column());  // what sorting compares
    case Qt::ToolTipRole:
      return index.column() == Remark ? remarkOn(index.row()) : readableUrl(module.identifier);
    case Qt::ForegroundRole:
      return index.column() == Status ? QVariant(theme_.colour(mark.colour)) : QVariant();
    case Qt::DecorationRole:
      if (index.column() != Status || mark.iconName.isEmpty()) return {};
      return theme_.icon(mark.iconName, mark.colour);
    default:
      return {};
  }
}

QVariant ModuleTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  const QString titles[ColumnCount] = {tr("Order"),   tr("Module"),      tr("Status"), tr("Context"),
                                       tr("Imports"), tr("Imported by"), tr("Time"),   tr("Remark")};
  return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

}  // namespace vmscope::ui
