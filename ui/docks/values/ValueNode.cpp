#include "ui/docks/values/ValueNode.h"

#include <algorithm>

#include "ui/docks/values/ValueText.h"

namespace vmscope::ui {

bool ValueNode::isExpandable() const {
  const bool hasMore = kind == Kind::Range || (value.isObject() && kind != Kind::Accessor);
  return !children.empty() || (hasMore && loading != Loading::Loaded);
}

bool ValueNode::canLoad() const {
  return (value.isObject() || kind == Kind::Range) && loading == Loading::NotAsked;
}

const ValueNode* ValueNode::owner() const {
  const ValueNode* node = parent;
  while (node && !node->value.isObject()) node = node->parent;
  return node;
}

int ValueNode::rowInParent() const {
  if (!parent) return 0;
  const auto mine = std::find_if(parent->children.begin(), parent->children.end(),
                                 [this](const std::unique_ptr<ValueNode>& child) { return child.get() == this; });
  return static_cast<int>(mine - parent->children.begin());
}

StyledText ValueNode::line() const {
  StyledText out;
  if (!name.isEmpty()) {
    const bool quiet = kind == Kind::Internal || kind == Kind::Range || !enumerable;
    out.append(name, quiet ? TextKind::Muted : TextKind::Name);
    if (kind != Kind::Range) out.append(u": ");
  }
  out.append(text);
  return out;
}

void ValueNode::adopt(std::unique_ptr<ValueNode> child) {
  child->parent = this;
  children.push_back(std::move(child));
}

std::unique_ptr<ValueNode> makeValueNode(const QString& name, const RemoteObject& value, ValueNode::Kind kind) {
  auto node = std::make_unique<ValueNode>();
  node->kind = kind;
  node->name = name;
  node->value = value;
  node->text = valueText(value, ValuePlacement::Nested);
  return node;
}

namespace {

std::unique_ptr<ValueNode> accessorNode(const PropertyDescriptor& property) {
  auto node = std::make_unique<ValueNode>();
  node->kind = ValueNode::Kind::Accessor;
  node->name = property.name;
  node->text = StyledText(QStringLiteral("(...)"), TextKind::Muted);
  return node;
}

bool isFunction(const std::optional<RemoteObject>& value) {
  return value && value->type == u"function";
}

void appendAccessorFunctions(std::vector<std::unique_ptr<ValueNode>>& out, const PropertyDescriptor& property) {
  const auto append = [&](const char16_t* word, const std::optional<RemoteObject>& function) {
    if (!isFunction(function)) return;
    out.push_back(makeValueNode(QString::fromUtf16(word) + property.name, *function, ValueNode::Kind::Internal));
  };
  append(u"get ", property.get);
  append(u"set ", property.set);
}

}  // namespace

std::vector<std::unique_ptr<ValueNode>> makeRangeNodes(const IndexRange& range) {
  qint64 step = IndexRange::kMost;
  while (step * IndexRange::kMost < range.size()) step *= IndexRange::kMost;
  std::vector<std::unique_ptr<ValueNode>> out;
  for (qint64 first = range.first; first < range.end; first += step) {
    auto node = std::make_unique<ValueNode>();
    node->kind = ValueNode::Kind::Range;
    node->range = {first, std::min(first + step, range.end)};
    node->name = QStringLiteral("[%1 … %2]").arg(first).arg(node->range.end - 1);
    out.push_back(std::move(node));
  }
  return out;
}

qint64 elementCount(const RemoteObject& value) {
  if (value.subtype != u"array" && value.subtype != u"typedarray") return 0;
  if (!value.description.endsWith(QLatin1Char(')'))) return 0;
  return value.description.section(QLatin1Char('('), -1).chopped(1).toLongLong();
}

std::vector<std::unique_ptr<ValueNode>> makeValueNodes(const PropertyList& properties) {
  std::vector<std::unique_ptr<ValueNode>> out;
  for (const PropertyDescriptor& property : properties.result) {
    auto node = property.value ? makeValueNode(property.name, *property.value, ValueNode::Kind::Property)
                               : accessorNode(property);
    node->enumerable = property.enumerable;
    if (property.value || isFunction(property.get)) out.push_back(std::move(node));
  }
  for (const PropertyDescriptor& property : properties.result) appendAccessorFunctions(out, property);
  for (const InternalPropertyDescriptor& slot : properties.privateProperties) {
    if (slot.value) out.push_back(makeValueNode(slot.name, *slot.value, ValueNode::Kind::Private));
  }
  for (const InternalPropertyDescriptor& slot : properties.internalProperties) {
    if (slot.value) out.push_back(makeValueNode(slot.name, *slot.value, ValueNode::Kind::Internal));
  }
  return out;
}

}  // namespace vmscope::ui
