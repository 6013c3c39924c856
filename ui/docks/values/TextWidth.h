#pragma once

#include <QStringView>
#include <vector>

namespace vmscope::ui {

// How many cells of a monospaced grid a text takes: two for East Asian wide characters, none for combining marks.
int textColumns(QStringView text);

// Where the lines of a text start when none may be wider than `columns` cells (0: no limit). Line breaks always start
// one.
// The first may be narrower.
std::vector<int> lineStarts(QStringView text, int columns, int firstColumns = 0);

}  // namespace vmscope::ui
