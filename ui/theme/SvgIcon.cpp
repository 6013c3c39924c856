#include "ui/theme/SvgIcon.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace vmscope::ui {

SvgIcon::SvgIcon(QString name, Tones tones) : name_(std::move(name)), tones_(std::move(tones)) {}

void SvgIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
  QFile file(QStringLiteral(":/vmscope/icons/%1.svg").arg(name_));
  if (!file.open(QIODevice::ReadOnly)) return;
  const QColor& tone = mode == QIcon::Disabled ? tones_.disabled : tones_.normal;
  QSvgRenderer renderer(file.readAll().replace("currentColor", tone.name().toLatin1()));
  const int side = std::min(rect.width(), rect.height());
  QRectF square(0, 0, side, side);
  square.moveCenter(QRectF(rect).center());
  renderer.render(painter, square);
}

QPixmap SvgIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
  QPixmap pixmap(size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  paint(&painter, QRect(QPoint(0, 0), size), mode, state);
  return pixmap;
}

QIconEngine* SvgIcon::clone() const {
  return new SvgIcon(name_, tones_);
}

}  // namespace vmscope::ui
