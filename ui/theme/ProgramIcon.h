#pragma once

#include <QIcon>

namespace vmscope::ui {

// The sign of the program: for title bars, task bars and the list of windows. GUI thread.
QIcon programIcon();

}  // namespace vmscope::ui
