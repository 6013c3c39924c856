#pragma once

#include "ui/client/RuntimeTypes.h"
#include "ui/docks/values/StyledText.h"

namespace vmscope::ui {

// console.table's first argument as lines of text with ruled columns; a value that is no table is written as
// console.log would.
StyledText consoleTable(const std::vector<RemoteObject>& arguments);

}  // namespace vmscope::ui
