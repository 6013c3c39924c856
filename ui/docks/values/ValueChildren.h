#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "ui/docks/values/ValueNode.h"

class QObject;

namespace vmscope::ui {

class RuntimeClient;

// Asks the engine for what stands below a value: its properties, or for an array of more than a hundred elements the
// ranges of them, which are read when they are opened in turn. The lines come once, at once or later, while the
// receiver is there; a failure is a line that says why.
void loadChildren(RuntimeClient& runtime, const ValueNode& node, QObject* receiver,
                  std::function<void(std::vector<std::unique_ptr<ValueNode>>)> taken);

}  // namespace vmscope::ui
