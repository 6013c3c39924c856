#include "ui/theme/ProgramIcon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace vmscope::ui {

// Drawn here rather than by Qt's plugin for SVG icons, which not every installation has.
QIcon programIcon() {
  QSvgRenderer renderer(QStringLiteral(":/vmscope/program/vmscope.svg"));
  QIcon icon;
  for (const int side : {16, 32, 48, 64, 128}) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    icon.addPixmap(pixmap);
  }
  return icon;
}

}  // namespace vmscope::ui
