#pragma once

#include <QByteArray>
#include <QColor>
#include <QIconEngine>

namespace vmscope::ui {

// Draws one SVG of resources/icons in a given colour, sharp at any size; the picture says `currentColor` where the
// colour goes. GUI thread; owned by the QIcon that was made from it.
class SvgIcon : public QIconEngine {
 public:
  struct Tones {
    QColor normal;
    QColor disabled;
  };

  SvgIcon(QString name, Tones tones);

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
  QIconEngine* clone() const override;

 private:
  QString name_;
  Tones tones_;
};

}  // namespace vmscope::ui
