#include "ui/docks/values/ValueTreeModel.h"

#include "ui/docks/values/ValueText.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

ValueTreeModel::ValueTreeModel(const Theme& theme, Editing editing, QObject* parent)
    : QAbstractItemModel(parent), theme_(theme), editing_(editing) {
  root_.loading = ValueNode::Loading::Loaded;
}

ValueTreeModel::~ValueTreeModel() = default;

void ValueTreeModel::setRoots(std::vector<std::unique_ptr<ValueNode>> roots) {
  beginResetModel();
  requests_.clear();
  root_.children.clear();
  for (std::unique_ptr<ValueNode>& root : roots) root_.adopt(std::move(root));
  endResetModel();
}

void ValueTreeModel::replaceRoot(int row, std::unique_ptr<ValueNode> node) {
  removeRoot(row);
  insertRoot(row, std::move(node));
}

void ValueTreeModel::insertRoot(int row, std::unique_ptr<ValueNode> node) {
  beginInsertRows({}, row, row);
  node->parent = &root_;
  root_.children.insert(root_.children.begin() + row, std::move(node));
  endInsertRows();
}

void ValueTreeModel::removeRoot(int row) {
  beginRemoveRows({}, row, row);
  forget(*root_.children[static_cast<size_t>(row)]);
  root_.children.erase(root_.children.begin() + row);
  endRemoveRows();
}

void ValueTreeModel::forget(const ValueNode& gone) {
  requests_.removeIf([&gone](const std::pair<const quint64&, ValueNode*&>& wish) { return wish.second == &gone; });
  for (const std::unique_ptr<ValueNode>& child : gone.children) forget(*child);
}

ValueNode* ValueTreeModel::node(const QModelIndex& index) const {
  return index.isValid() ? static_cast<ValueNode*>(index.internalPointer()) : const_cast<ValueNode*>(&root_);
}

const ValueNode* ValueTreeModel::nodeAt(const QModelIndex& index) const {
  return index.isValid() ? node(index) : nullptr;
}

QModelIndex ValueTreeModel::indexOf(const ValueNode* of, int column) const {
  return of == &root_ ? QModelIndex() : createIndex(of->rowInParent(), column, of);
}

QString ValueTreeModel::pathOf(const QModelIndex& index) const {
  QStringList names;
  for (const ValueNode* at = node(index); at && at != &root_; at = at->parent) names.prepend(at->name);
  return names.join(QLatin1Char('\n'));
}

QModelIndex ValueTreeModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, node(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex ValueTreeModel::parent(const QModelIndex& index) const {
  return index.isValid() ? indexOf(node(index)->parent) : QModelIndex();
}

int ValueTreeModel::rowCount(const QModelIndex& parent) const {
  return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int ValueTreeModel::columnCount(const QModelIndex&) const {
  return ColumnCount;
}

bool ValueTreeModel::hasChildren(const QModelIndex& parent) const {
  return parent.column() <= 0 && (!parent.isValid() ? !root_.children.empty() : node(parent)->isExpandable());
}

bool ValueTreeModel::canFetchMore(const QModelIndex& parent) const {
  if (!parent.isValid() || parent.column() > 0) return false;
  const ValueNode* at = node(parent);
  return at->canLoad() && at->isExpandable();
}

void ValueTreeModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  ValueNode* at = node(parent);
  at->loading = ValueNode::Loading::Asked;
  // Views fetch in the middle of a change of this model; an answer that came at once would be another.
  const auto ask = [this, request = remember(at)] {
    if (wished(request)) emit childrenWanted(request);
  };
  QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
}

quint64 ValueTreeModel::remember(ValueNode* of) {
  requests_.insert(++lastRequest_, of);
  return lastRequest_;
}

void ValueTreeModel::addChildren(quint64 request, std::vector<std::unique_ptr<ValueNode>> children) {
  ValueNode* of = requests_.take(request);
  if (!of) return;
  of->loading = ValueNode::Loading::Loaded;
  if (children.empty()) {
    emit dataChanged(indexOf(of), indexOf(of, Value));
    return;
  }
  const int first = static_cast<int>(of->children.size());
  beginInsertRows(indexOf(of), first, first + static_cast<int>(children.size()) - 1);
  for (std::unique_ptr<ValueNode>& child : children) of->adopt(std::move(child));
  endInsertRows();
}

void ValueTreeModel::setValue(quint64 request, const RemoteObject& value) {
  ValueNode* of = requests_.take(request);
  if (!of) return;
  if (!of->children.empty()) {
    beginRemoveRows(indexOf(of), 0, static_cast<int>(of->children.size()) - 1);
    for (const std::unique_ptr<ValueNode>& child : of->children) forget(*child);
    of->children.clear();
    endRemoveRows();
  }
  if (of->kind == ValueNode::Kind::Accessor) of->kind = ValueNode::Kind::Property;
  of->value = value;
  of->text = valueText(value, ValuePlacement::Nested);
  of->loading = ValueNode::Loading::NotAsked;
  emit dataChanged(indexOf(of), indexOf(of, Value));
}

void ValueTreeModel::askGetter(const QModelIndex& index) {
  ValueNode* at = node(index);
  if (!index.isValid() || at->kind != ValueNode::Kind::Accessor) return;
  if (const ValueNode* owner = at->owner()) emit getterWanted(remember(at), owner->value.objectId, at->name);
}

bool ValueTreeModel::isEditable(const QModelIndex& index) const {
  if (editing_ == Editing::Nothing || !index.isValid()) return false;
  const ValueNode* at = node(index);
  const bool isRoot = at->parent == &root_;
  if (index.column() == Name) return isRoot && editing_ == Editing::ValuesAndRootNames;
  return !isRoot && at->kind == ValueNode::Kind::Property;
}

Qt::ItemFlags ValueTreeModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
  return isEditable(index) ? flags | Qt::ItemIsEditable : flags;
}

QVariant ValueTreeModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ValueNode* at = node(index);
  const bool isName = index.column() == Name;
  switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
      return isName ? at->name : at->text.text();
    case Qt::ToolTipRole:
      return isName ? at->name : at->text.text().left(2000);
    case Qt::FontRole:
      return theme_.codeFont();
    case Qt::ForegroundRole:
      if (!isName) return {};
      return theme_.colour(at->parent == &root_ ? Colour::Text
                           : at->kind == ValueNode::Kind::Internal || at->kind == ValueNode::Kind::Range ||
                                   !at->enumerable
                               ? Colour::Muted
                               : Colour::Purple);
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1: %2").arg(at->name, at->text.text());
    default:
      return {};
  }
}

bool ValueTreeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  const QString text = value.toString().trimmed();
  if (role != Qt::EditRole || !isEditable(index) || text.isEmpty() || text == data(index, Qt::EditRole).toString())
    return false;
  if (index.column() == Name) {
    emit rootNamed(index.row(), text);
  } else {
    emit editWanted(remember(node(index)), text);
  }
  return true;
}

QVariant ValueTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole || orientation != Qt::Horizontal) return {};
  return section == Name ? tr("Name") : tr("Value");
}

}  // namespace vmscope::ui
