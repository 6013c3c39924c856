#pragma once

#include <memory>
#include <vector>

#include "ui/client/RuntimeTypes.h"
#include "ui/docks/values/StyledText.h"

namespace vmscope::ui {

// One line of an object tree: a property, an internal slot or a frame. It loads its children once, when it is opened.
// A value of the window's side; owned by its parent, the roots by their model.
struct ValueNode {
  enum class Kind { Property, Accessor, Internal, Private, Argument, Frame, Note };
  enum class Loading { NotAsked, Asked, Loaded };

  Kind kind = Kind::Property;
  QString name;
  StyledText text;
  RemoteObject value;
  bool enumerable = true;
  bool open = false;
  Loading loading = Loading::NotAsked;
  ValueNode* parent = nullptr;
  std::vector<std::unique_ptr<ValueNode>> children;

  bool isExpandable() const;
  // The nearest object that this line belongs to: what a getter is called on, and an edit is made in.
  const ValueNode* owner() const;
  int rowInParent() const;
  // "name: value", as a line of the console or of a copy.
  StyledText line() const;

  void adopt(std::unique_ptr<ValueNode> child);
};

std::unique_ptr<ValueNode> makeValueNode(const QString& name, const RemoteObject& value, ValueNode::Kind kind);

// The lines under an object, in DevTools' order: own properties as the engine gave them, then accessors' functions,
// private names and internal slots such as [[Prototype]].
std::vector<std::unique_ptr<ValueNode>> makeValueNodes(const PropertyList& properties);

}  // namespace vmscope::ui
