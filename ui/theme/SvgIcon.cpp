#include "ui/theme/SvgIcon.h"

#include <QFile>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace vmscope::ui {

SvgIcon::SvgIcon(QString name, Tone tone) : name_(std::move(name)), tone_(std::move(tone)) {}

namespace {

void renderSvg(QPainter& painter, const QRectF& square, const QString& name, const QColor& tone) {
  QFile file(QStringLiteral(":/vmscope/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return;
  QSvgRenderer renderer(file.readAll().replace("currentColor", tone.name().toLatin1()));
  renderer.render(&painter, square);
}

// Lists paint the same few icons in every row; reading the SVG each time would cost more than the rest of the row.
QPixmap cachedPixmap(const QString& name, const QColor& tone, int side, qreal ratio) {
  const QString key = QStringLiteral("icon:%1:%2:%3:%4").arg(name, tone.name()).arg(side).arg(ratio);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  pixmap = QPixmap(QSize(side, side) * ratio);
  pixmap.setDevicePixelRatio(ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderSvg(painter, QRectF(0, 0, side, side), name, tone);
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

}  // namespace

void SvgIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) {
  const QColor tone = tone_(mode);
  const int side = std::min(rect.width(), rect.height());
  if (side <= 0) return;
  QRectF square(0, 0, side, side);
  square.moveCenter(QRectF(rect).center());
  const bool isScaled = painter->transform().type() > QTransform::TxTranslate;  // a zoomed graph
  const bool isVector = painter->paintEngine() && painter->paintEngine()->type() == QPaintEngine::SVG;
  if (isScaled || isVector) return renderSvg(*painter, square, name_, tone);
  const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
  painter->drawPixmap(square.topLeft().toPoint(), cachedPixmap(name_, tone, side, ratio));
}

QPixmap SvgIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
  QPixmap pixmap(size);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  paint(&painter, QRect(QPoint(0, 0), size), mode, state);
  return pixmap;
}

QIconEngine* SvgIcon::clone() const {
  return new SvgIcon(name_, tone_);
}

}  // namespace vmscope::ui
