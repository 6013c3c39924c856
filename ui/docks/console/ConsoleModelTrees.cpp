#include "ui/docks/console/ConsoleModel.h"
#include "ui/docks/values/ValueText.h"

// The part of the console's model that opens and closes object trees and groups.
namespace vmscope::ui {

void ConsoleModel::setOpen(int row, bool open) {
  const ConsoleLine line = lines_[row];
  if (!line.isExpandable() || line.isOpen() == open) return;
  if (!line.node && line.entry->opensGroup) {
    line.entry->groupIsOpen = open;
    rebuild();
    return;
  }
  setDetailsOpen(row, open);
  emit dataChanged(index(row), index(row));
}

void ConsoleModel::setDetailsOpen(int row, bool open) {
  const ConsoleLine line = lines_[row];
  ValueNode* node = line.node ? line.node : detailsRoot(*line.entry);
  const int last = line.node ? row : lastTextRow(row);
  (line.node ? line.node->open : line.entry->showsDetails) = open;
  if (!open) return removeBelow(last);
  if (node->canLoad()) return wantChildren(*line.entry, node);
  std::vector<ConsoleLine> below;
  appendNodeLines(below, *line.entry, *node, line.node ? line.depth + 1 : 1);
  insertBelow(last, std::move(below));
}

void ConsoleModel::wantChildren(const ConsoleEntry& entry, ValueNode* node) {
  node->loading = ValueNode::Loading::Asked;
  const ValueNode* object = node->value.isObject() ? node : node->owner();
  emit childrenWanted(remember(entry, node), object ? object->value.objectId : QString());
}

const ValueNode* ConsoleModel::wished(quint64 request) const {
  const auto found = requests_.constFind(request);
  return found != requests_.constEnd() && entryNumbered(found->entryNumber) ? found->node : nullptr;
}

// console.dir shows its object open from the start.
void ConsoleModel::loadDetails(quint64 number) {
  const ConsoleEntry* entry = entryNumbered(number);
  ValueNode* root = entry ? detailsRoot(*entry) : nullptr;
  if (root && root->canLoad()) wantChildren(*entry, root);
}

void ConsoleModel::askGetter(int row) {
  const ConsoleLine line = lines_[row];
  if (!line.node || line.node->kind != ValueNode::Kind::Accessor) return;
  const ValueNode* owner = line.node->owner();
  if (owner) emit getterWanted(remember(*line.entry, line.node), owner->value.objectId, line.node->name);
}

quint64 ConsoleModel::remember(const ConsoleEntry& entry, ValueNode* node) {
  requests_.insert(++lastRequest_, {entry.number, node});
  return lastRequest_;
}

ValueNode* ConsoleModel::answered(quint64 request, ConsoleEntry*& entry) {
  const auto found = requests_.constFind(request);
  if (found == requests_.constEnd()) return nullptr;
  const Request asked = *found;
  requests_.erase(found);
  entry = entryNumbered(asked.entryNumber);
  return entry ? asked.node : nullptr;
}

void ConsoleModel::addChildren(quint64 request, std::vector<std::unique_ptr<ValueNode>> children) {
  ConsoleEntry* entry = nullptr;
  ValueNode* node = answered(request, entry);
  if (!node) return;
  for (std::unique_ptr<ValueNode>& child : children) node->adopt(std::move(child));
  node->loading = ValueNode::Loading::Loaded;
  const bool isRoot = node == detailsRoot(*entry) && node->kind == ValueNode::Kind::Argument;
  const int row = rowOf(entry, isRoot ? nullptr : node);
  if (row < 0) return;
  const ConsoleLine line = lines_[row];
  if (line.isOpen()) {
    std::vector<ConsoleLine> below;
    appendNodeLines(below, *entry, *node, line.node ? line.depth + 1 : 1);
    insertBelow(line.node ? row : lastTextRow(row), std::move(below));
  }
  emit dataChanged(index(row), index(row));
}

void ConsoleModel::setValue(quint64 request, const RemoteObject& value) {
  ConsoleEntry* entry = nullptr;
  ValueNode* node = answered(request, entry);
  if (!node) return;
  node->kind = ValueNode::Kind::Property;
  node->value = value;
  node->text = valueText(value, ValuePlacement::Nested);
  const int row = rowOf(entry, node);
  if (row >= 0) emit dataChanged(index(row), index(row));
}

void ConsoleModel::insertBelow(int row, std::vector<ConsoleLine> below) {
  if (below.empty()) return;
  beginInsertRows({}, row + 1, row + static_cast<int>(below.size()));
  lines_.insert(lines_.begin() + row + 1, below.begin(), below.end());
  endInsertRows();
}

void ConsoleModel::removeBelow(int row) {
  const ConsoleLine& line = lines_[row];
  const int depth = line.node ? line.depth : 0;
  int end = row + 1;
  while (end < rowCount() && lines_[end].entry == line.entry && lines_[end].node && lines_[end].depth > depth) ++end;
  if (end == row + 1) return;
  beginRemoveRows({}, row + 1, end - 1);
  lines_.erase(lines_.begin() + row + 1, lines_.begin() + end);
  endRemoveRows();
}

int ConsoleModel::lastTextRow(int row) const {
  const ConsoleEntry* entry = lines_[row].entry;
  while (row + 1 < rowCount() && lines_[row + 1].entry == entry && !lines_[row + 1].node) ++row;
  return row;
}

int ConsoleModel::rowOf(const ConsoleEntry* entry, const ValueNode* node) const {
  // Most questions are about something near the end, where the newest lines are.
  for (int row = rowCount() - 1; row >= 0; --row) {
    const ConsoleLine& line = lines_[row];
    if (line.entry == entry && line.node == node && (node || line.isFirst())) return row;
    if (line.entry->number < entry->number) return -1;
  }
  return -1;
}

}  // namespace vmscope::ui
