#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <vector>

#include "ui/docks/values/StyledText.h"

class QPainter;

namespace vmscope::ui {

class Theme;

// Draws stretches of styled text on one line, and tells which stretch is under a point. Lives while something is
// painted.
class SpanPainter {
 public:
  SpanPainter(const Theme& theme, const QFont& font, QColor plain);

  // Draws as far as the rectangle goes, with an ellipsis where it ends too early. Returns where the text ended.
  qreal draw(QPainter& painter, const QRectF& rect, const QString& text, const std::vector<TextSpan>& spans) const;
  // Index of the span at this distance from the start of the text, or -1.
  int spanAt(qreal x, const QString& text, const std::vector<TextSpan>& spans) const;
  qreal width(const QString& text) const;

 private:
  QColor colourOf(TextKind kind) const;

  const Theme& theme_;
  QFont font_;
  QColor plain_;
};

}  // namespace vmscope::ui
