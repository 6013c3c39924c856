#pragma once

#include <QFontMetricsF>
#include <QStyledItemDelegate>
#include <functional>

#include "ui/docks/console/ConsoleLine.h"

namespace vmscope::ui {

class ConsoleModel;
class Theme;

// Draws one line of the console and knows what is where in it. GUI thread; owned by the console's view.
class ConsoleDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  struct Hit {
    enum class What { Nothing, Triangle, Getter, Place };
    What what = What::Nothing;
    SourcePlace place;
  };

  ConsoleDelegate(const ConsoleModel& model, const Theme& theme, QObject* parent);

  void setContextColours(std::function<int(int)> colourOf) { colourOf_ = std::move(colourOf); }
  Hit hitAt(const QPoint& position, const QRect& row, int index) const;
  int lineHeight() const;
  // How many cells of text fit beside sign and triangle in a row of this width.
  int textColumns(int rowWidth) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  QRectF triangleRect(const QRectF& row, const ConsoleLine& line) const;
  qreal textLeft(const QRectF& row, const ConsoleLine& line) const;
  QRectF placeRect(const QRectF& row, const ConsoleLine& line) const;
  void paintBackground(QPainter& painter, const QStyleOptionViewItem& option, const ConsoleLine& line) const;
  void paintSign(QPainter& painter, const QRectF& row, const ConsoleLine& line) const;
  void paintRepeats(QPainter& painter, const QRectF& area, const ConsoleLine& line) const;
  void paintTriangle(QPainter& painter, const QRectF& row, const ConsoleLine& line) const;
  QColor plainColour(const ConsoleEntry& entry) const;

  const ConsoleModel& model_;
  const Theme& theme_;
  std::function<int(int)> colourOf_;
};

}  // namespace vmscope::ui
