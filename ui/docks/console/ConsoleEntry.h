#pragma once

#include <memory>
#include <vector>

#include "ui/client/RuntimeTypes.h"
#include "ui/docks/values/StyledText.h"
#include "ui/docks/values/ValueNode.h"

namespace vmscope::ui {

enum class ConsoleLevel : quint8 { Verbose, Info, Warning, Error };

// One message of the console: what the program said, what a person typed, or what that gave. A value; owned by the
// model.
struct ConsoleEntry {
  enum class Kind : quint8 { Message, Input, Result, Note };

  Kind kind = Kind::Message;
  ConsoleLevel level = ConsoleLevel::Info;
  int executionContextId = 0;
  double timestamp = 0;  // milliseconds since the epoch
  StyledText text;
  SourcePlace place;
  int repeats = 1;
  int exceptionId = 0;  // so that a later revocation finds it

  int depth = 0;            // how many groups it is inside
  bool opensGroup = false;  // its text is a group's title
  bool groupIsOpen = true;
  quint64 group = 0;   // number of the innermost group's title, 0 for none
  quint64 number = 0;  // never reused
  quint64 calls = 0;   // how many console calls there had been when it came, its own included

  // What opens below it: the objects among its arguments, or the frames of its stack.
  std::unique_ptr<ValueNode> details;
  bool showsDetails = false;

  bool isExpandable() const { return opensGroup || (details && !details->children.empty()); }
  bool repeatsWhat(const ConsoleEntry& other) const;
};

}  // namespace vmscope::ui
