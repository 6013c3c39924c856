#include "ui/docks/values/ValueNode.h"

#include <algorithm>

#include "ui/docks/values/ValueText.h"

namespace vmscope::ui {

bool ValueNode::isExpandable() const {
  return !children.empty() || (value.isObject() && kind != Kind::Accessor && loading != Loading::Loaded);
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
    const bool quiet = kind == Kind::Internal || !enumerable;
    out.append(name, quiet ? TextKind::Muted : TextKind::Name);
    out.append(u": ");
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
