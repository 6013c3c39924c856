#pragma once

#include <memory>
#include <vector>

#include "ui/client/RuntimeTypes.h"
#include "ui/docks/values/StyledText.h"

namespace vmscope::ui {

// Elements of an array, from `first` to before `end`. A value.
struct IndexRange {
  static constexpr qint64 kMost = 100;  // that stand below one line

  qint64 first = 0;
  qint64 end = 0;

  qint64 size() const { return end - first; }
};

// One line of an object tree: a property, an internal slot or a frame. It loads its children once, when it is opened.
// A value of the window's side; owned by its parent, the roots by their model.
struct ValueNode {
  enum class Kind { Property, Accessor, Internal, Private, Argument, Frame, Note, Range };
  enum class Loading { NotAsked, Asked, Loaded };

  Kind kind = Kind::Property;
  QString name;
  StyledText text;
  RemoteObject value;
  IndexRange range;  // of a Range: which elements of the owner stand below it
  bool enumerable = true;
  bool open = false;
  Loading loading = Loading::NotAsked;
  ValueNode* parent = nullptr;
  std::vector<std::unique_ptr<ValueNode>> children;

  bool isExpandable() const;
  // Whether what stands below has still to be asked for.
  bool canLoad() const;
  // The nearest object that this line belongs to: what a getter is called on, and an edit is made in.
  const ValueNode* owner() const;
  int rowInParent() const;
  // "name: value", as a line of the console or of a copy.
  StyledText line() const;

  void adopt(std::unique_ptr<ValueNode> child);
};

std::unique_ptr<ValueNode> makeValueNode(const QString& name, const RemoteObject& value, ValueNode::Kind kind);

// The parts of a range that has more than IndexRange::kMost elements: [0 … 99], [100 … 199] and so on, or parts of
// parts.
std::vector<std::unique_ptr<ValueNode>> makeRangeNodes(const IndexRange& range);

// How many elements an array or typed array has by its description, "Array(1234)"; 0 for other values.
qint64 elementCount(const RemoteObject& value);

// The lines under an object, in DevTools' order: own properties as the engine gave them, then accessors' functions,
// private names and internal slots such as [[Prototype]].
std::vector<std::unique_ptr<ValueNode>> makeValueNodes(const PropertyList& properties);

}  // namespace vmscope::ui
