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

  // What the spans' styles refer to.
  void setStyles(const std::vector<TextStyle>& styles) { styles_ = &styles; }
  // Draws as far as the rectangle goes, with an ellipsis where it ends too early. Returns where the text ended.
  qreal draw(QPainter& painter, const QRectF& rect, const QString& text, const std::vector<TextSpan>& spans) const;
  // Index of the span at this distance from the start of the text, or -1.
  int spanAt(qreal x, const QString& text, const std::vector<TextSpan>& spans) const;
  qreal width(const QString& text) const;

 private:
  QColor colourOf(TextKind kind) const;
  const TextStyle* styleOf(const TextSpan& span) const;
  QFont fontOf(const TextSpan& span) const;

  const Theme& theme_;
  QFont font_;
  QColor plain_;
  const std::vector<TextStyle>* styles_ = nullptr;
};

}  // namespace vmscope::ui
