#pragma once

#include <QColor>
#include <QIconEngine>
#include <functional>

namespace vmscope::ui {

// Draws one SVG of resources/icons, sharp at any size; the picture says `currentColor` where the colour goes. The
// colour is asked for with each painting, so that icons follow the theme. GUI thread; owned by the QIcon that was made
// from it.
class SvgIcon : public QIconEngine {
 public:
  using Tone = std::function<QColor(QIcon::Mode)>;

  SvgIcon(QString name, Tone tone);

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
  QIconEngine* clone() const override;

 private:
  QString name_;
  Tone tone_;
};

}  // namespace vmscope::ui
