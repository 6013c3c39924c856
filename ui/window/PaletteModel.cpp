#include "ui/window/PaletteModel.h"

#include <QAction>
#include <QIcon>
#include <algorithm>

#include "ui/theme/Mnemonic.h"
#include "ui/window/ActionMatch.h"

namespace vmscope::ui {

namespace {

QString plainText(const QAction& action) {
  QString text = nameOf(action);
  if (text.endsWith(QChar(0x2026))) text.chop(1);
  return text;
}

struct Scored {
  QAction* action;
  QString text;
  int score;
};

bool isBetter(const Scored& a, const Scored& b) {
  if (a.score != b.score) return a.score > b.score;
  return QString::localeAwareCompare(a.text, b.text) < 0;
}

}  // namespace

void PaletteModel::setActions(const QList<QAction*>& actions) {
  actions_.clear();
  for (QAction* action : actions) actions_.append(action);
  match();
}

void PaletteModel::setPattern(const QString& pattern) {
  pattern_ = pattern;
  match();
}

QAction* PaletteModel::actionAt(int row) const {
  return row >= 0 && row < rowCount() ? matches_[static_cast<size_t>(row)].data() : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(matches_.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  const QAction* action = actionAt(index.row());
  if (!action) return {};
  switch (role) {
    case Qt::DisplayRole:
      return plainText(*action);
    case Qt::DecorationRole:
      return action->icon();
    case ShortcutRole:
      return action->shortcut().toString(QKeySequence::NativeText);
    default:
      return {};
  }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
  const QAction* action = actionAt(index.row());
  if (!action || !action->isEnabled()) return Qt::NoItemFlags;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void PaletteModel::match() {
  std::vector<Scored> scored;
  for (const QPointer<QAction>& action : std::as_const(actions_)) {
    if (!action) continue;
    const QString text = plainText(*action);
    if (const auto score = matchScore(pattern_, text)) scored.push_back({action, text, *score});
  }
  std::ranges::sort(scored, isBetter);
  beginResetModel();
  matches_.clear();
  for (const Scored& each : scored) matches_.emplace_back(each.action);
  endResetModel();
}

}  // namespace vmscope::ui
