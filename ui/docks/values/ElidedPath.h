#pragma once

#include <QFontMetrics>
#include <QString>

namespace vmscope::ui {

// A path as it fits into a width: the file's name stays whole as long as it fits by itself, and its folders give way.
QString elidedPath(const QFontMetrics& metrics, const QString& path, int width);

}  // namespace vmscope::ui
