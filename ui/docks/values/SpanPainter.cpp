#include "ui/docks/values/SpanPainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

QString printable(QStringView text) {
  QString out = text.toString();
  out.replace(QLatin1Char('\t'), QLatin1String("    "));
  return out;
}

}  // namespace

SpanPainter::SpanPainter(const Theme& theme, const QFont& font, QColor plain)
    : theme_(theme), font_(font), plain_(plain) {}

QColor SpanPainter::colourOf(TextKind kind) const {
  switch (kind) {
    case TextKind::Plain:
      return plain_;
    case TextKind::Muted:
      return theme_.colour(Colour::Muted);
    case TextKind::String:
      return theme_.colour(Colour::Green);
    case TextKind::Number:
      return theme_.colour(Colour::Blue);
    case TextKind::Keyword:
      return theme_.colour(Colour::Orange);
    case TextKind::Symbol:
      return theme_.colour(Colour::Vermilion);
    case TextKind::Name:
      return theme_.colour(Colour::Purple);
    case TextKind::Function:
      return theme_.colour(Colour::Blue);
    case TextKind::Error:
      return theme_.colour(Colour::Vermilion);
    case TextKind::Link:
      return theme_.colour(Colour::Accent);
  }
  return plain_;
}

const TextStyle* SpanPainter::styleOf(const TextSpan& span) const {
  return styles_ && span.style >= 0 ? &(*styles_)[static_cast<size_t>(span.style)] : nullptr;
}

// All of one width, so that columns stay columns.
QFont SpanPainter::fontOf(const TextSpan& span) const {
  QFont font = font_;
  const TextStyle* style = styleOf(span);
  font.setUnderline(span.kind == TextKind::Link || (style && style->isUnderlined));
  if (!style) return font;
  if (style->isBold) font.setBold(true);
  font.setItalic(style->isItalic);
  font.setStrikeOut(style->isStruckOut);
  return font;
}

qreal SpanPainter::draw(QPainter& painter, const QRectF& rect, const QString& text,
                        const std::vector<TextSpan>& spans) const {
  const QFontMetricsF metrics(font_);
  const qreal baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
  qreal x = rect.left();
  for (const TextSpan& span : spans) {
    QString piece = printable(QStringView(text).mid(span.start, span.length));
    const QFont font = fontOf(span);
    const TextStyle* style = styleOf(span);
    const qreal width = metrics.horizontalAdvance(piece);
    const bool fits = x + width <= rect.right() + 0.5;
    if (!fits) piece = metrics.elidedText(piece, Qt::ElideRight, rect.right() - x);
    if (style && style->background.isValid())
      painter.fillRect(QRectF(x, rect.top(), std::min(width, rect.right() - x), rect.height()), style->background);
    painter.setFont(font);
    painter.setPen(style && style->colour.isValid() ? style->colour : colourOf(span.kind));
    painter.drawText(QPointF(x, baseline), piece);
    x += width;
    if (!fits) return rect.right();
  }
  return x;
}

int SpanPainter::spanAt(qreal x, const QString& text, const std::vector<TextSpan>& spans) const {
  const QFontMetricsF metrics(font_);
  qreal left = 0;
  for (size_t i = 0; i < spans.size(); ++i) {
    left += metrics.horizontalAdvance(printable(QStringView(text).mid(spans[i].start, spans[i].length)));
    if (x < left) return x < 0 ? -1 : static_cast<int>(i);
  }
  return -1;
}

qreal SpanPainter::width(const QString& text) const {
  return QFontMetricsF(font_).horizontalAdvance(printable(text));
}

}  // namespace vmscope::ui
