#include "ui/docks/values/ElidedPath.h"

namespace vmscope::ui {

QString elidedPath(const QFontMetrics& metrics, const QString& path, int width) {
  if (metrics.horizontalAdvance(path) <= width) return path;
  const qsizetype slash = path.lastIndexOf(u'/');
  const QString name = path.mid(slash + 1);
  const QString after = u'/' + name;
  const int left = width - metrics.horizontalAdvance(after);
  if (slash > 0 && left >= metrics.horizontalAdvance(QChar(0x2026)))
    return metrics.elidedText(path.left(slash), Qt::ElideRight, left) + after;
  if (metrics.horizontalAdvance(name) <= width) return name;
  return metrics.elidedText(name, Qt::ElideMiddle, width);
}

}  // namespace vmscope::ui
