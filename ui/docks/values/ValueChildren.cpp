#include "ui/docks/values/ValueChildren.h"

#include <iterator>
#include <utility>

#include "ui/client/RuntimeClient.h"

namespace vmscope::ui {
namespace {

using Nodes = std::vector<std::unique_ptr<ValueNode>>;
using Taken = std::function<void(Nodes)>;

std::function<void(const ProtocolError&)> tellFailure(const Taken& taken) {
  return [taken](const ProtocolError& error) {
    auto note = std::make_unique<ValueNode>();
    note->kind = ValueNode::Kind::Note;
    note->text = StyledText(error.message, TextKind::Error);
    Nodes notes;
    notes.push_back(std::move(note));
    taken(std::move(notes));
  };
}

// The elements by themselves, so that an array of a million does not come whole. A hole stays one.
QString elementsOf(const IndexRange& range) {
  return QStringLiteral(
             "function() { const part = { __proto__: null }; for (let i = %1; i < %2; ++i) { if (i in this) part[i] = "
             "this[i]; } return part; }")
      .arg(range.first)
      .arg(range.end);
}

void loadElements(RuntimeClient& runtime, const ValueNode& node, QObject* receiver, const Taken& taken) {
  const ValueNode* array = node.owner();
  if (!array) return taken({});
  const auto list = [&runtime, receiver, taken](const Evaluation& part) {
    runtime.properties(part.result.objectId)
        .then(receiver,
              [taken](PropertyList properties) {
                properties.internalProperties.clear();
                taken(makeValueNodes(properties));
              })
        .otherwise(receiver, tellFailure(taken));
    runtime.releaseObject(part.result.objectId);
  };
  runtime.callFunctionOn(array->value.objectId, elementsOf(node.range))
      .then(receiver, list)
      .otherwise(receiver, tellFailure(taken));
}

void loadLongArray(RuntimeClient& runtime, const ValueNode& node, QObject* receiver, const Taken& taken) {
  runtime.properties(node.value.objectId, OwnProperties::WithoutElements)
      .then(receiver,
            [taken, count = elementCount(node.value)](const PropertyList& properties) {
              Nodes nodes = makeRangeNodes({0, count});
              Nodes others = makeValueNodes(properties);
              nodes.insert(nodes.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
              taken(std::move(nodes));
            })
      .otherwise(receiver, tellFailure(taken));
}

}  // namespace

void loadChildren(RuntimeClient& runtime, const ValueNode& node, QObject* receiver, Taken taken) {
  if (node.kind == ValueNode::Kind::Range) {
    if (node.range.size() > IndexRange::kMost) return taken(makeRangeNodes(node.range));
    return loadElements(runtime, node, receiver, taken);
  }
  if (elementCount(node.value) > IndexRange::kMost) return loadLongArray(runtime, node, receiver, taken);
  runtime.properties(node.value.objectId)
      .then(receiver, [taken](const PropertyList& properties) { taken(makeValueNodes(properties)); })
      .otherwise(receiver, tellFailure(taken));
}

}  // namespace vmscope::ui
