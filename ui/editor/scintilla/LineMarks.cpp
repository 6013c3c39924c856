#include "ui/editor/scintilla/LineMarks.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/editor/scintilla/ScintillaView.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

constexpr double kGlyphShare = 0.6;  // of the line's height
constexpr double kChevronShare = 0.18;
constexpr int kLongestNote = 400;
constexpr double kNoteTint = 0.1;

QPainterPath glyphPath(Breakpoint::Kind kind, const QRectF& box) {
  QPainterPath path;
  if (kind == Breakpoint::Kind::Logpoint) {
    path.moveTo(box.center().x(), box.top());
    path.lineTo(box.right(), box.center().y());
    path.lineTo(box.center().x(), box.bottom());
    path.lineTo(box.left(), box.center().y());
    path.closeSubpath();
  } else {
    path.addEllipse(box);
  }
  return path;
}

QPainterPath arrowPath(const QRectF& box) {
  QPainterPath path;
  path.moveTo(box.topLeft());
  path.lineTo(box.right(), box.center().y());
  path.lineTo(box.bottomLeft());
  path.closeSubpath();
  return path;
}

Colour colourOf(LineMarks::Note::Tone tone) {
  if (tone == LineMarks::Note::Tone::Error) return Colour::Vermilion;
  return tone == LineMarks::Note::Tone::Warning ? Colour::Yellow : Colour::Muted;
}

}  // namespace

void LineMarks::setBreakpoints(const std::vector<Breakpoint>& breakpoints) {
  breakpoints_.clear();
  for (const Breakpoint& each : breakpoints) breakpoints_[each.line] = each;
}

void LineMarks::dress(const QFont& noteFont, int zoom) {
  noteFont_ = noteFont;
  noteFont_.setPointSizeF(std::max(5.0, noteFont.pointSizeF() + zoom));
}

void LineMarks::paint(QPainter& painter, const ScintillaView& view) const {
  using Sci = QsciScintillaBase;
  painter.setRenderHint(QPainter::Antialiasing);
  const long first = view.call(Sci::SCI_GETFIRSTVISIBLELINE);
  const long end = first + view.call(Sci::SCI_LINESONSCREEN) + 2;
  const int height = static_cast<int>(view.call(Sci::SCI_TEXTHEIGHT, 0));
  long previous = -1;
  for (long visible = first; visible < end; ++visible) {
    const long line = view.call(Sci::SCI_DOCLINEFROMVISIBLE, visible);
    if (line == previous) return;  // behind the last line
    previous = line;
    paintLine(painter, view, static_cast<int>(line),
              {0, static_cast<int>(visible - first) * height, view.viewport()->width(), height});
  }
}

void LineMarks::paintLine(QPainter& painter, const ScintillaView& view, int line, const QRect& row) const {
  using Sci = QsciScintillaBase;
  const auto marginWidth = [&](int margin) { return static_cast<int>(view.call(Sci::SCI_GETMARGINWIDTHN, margin)); };
  const int breakpoints = marginWidth(ScintillaView::BreakpointMargin);
  paintMargin(painter, line, {0, row.top(), breakpoints, row.height()});
  if (view.call(Sci::SCI_GETFOLDLEVEL, line) & Sci::SC_FOLDLEVELHEADERFLAG) {
    const int left = breakpoints + marginWidth(ScintillaView::NumberMargin);
    const bool isOpen = view.call(Sci::SCI_GETFOLDEXPANDED, line);
    paintChevron(painter, {left, row.top(), marginWidth(ScintillaView::FoldMargin), row.height()},
                 isOpen ? Chevron::Down : Chevron::Right);
  }
  if (notes_.find(line) == notes_.end()) return;
  const int end = static_cast<int>(view.call(Sci::SCI_POINTXFROMPOSITION, 0, view.lineEnd(line)));
  paintNotes(painter, line, row.adjusted(end + Theme::space(Space::Group), 0, 0, 0));
}

void LineMarks::paintChevron(QPainter& painter, const QRect& place, Chevron chevron) const {
  const double reach = place.height() * kChevronShare;
  painter.save();
  painter.translate(QRectF(place).center());
  if (chevron == Chevron::Right) painter.rotate(-90);
  painter.setPen(QPen(theme_.colour(Colour::Muted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(QPolygonF{{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}});
  painter.restore();
}

void LineMarks::paintMargin(QPainter& painter, int line, const QRect& place) const {
  const double extent = place.height() * kGlyphShare;
  QRectF box(0, 0, extent, extent);
  box.moveCenter(QRectF(place).center());
  if (const auto found = breakpoints_.find(line); found != breakpoints_.end()) {
    const Breakpoint& breakpoint = found->second;
    const bool isLog = breakpoint.kind() == Breakpoint::Kind::Logpoint;
    const QColor colour = theme_.colour(isLog ? Colour::Purple : Colour::Vermilion);
    const bool isEnabled = breakpoint.state == Breakpoint::State::Enabled;
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(isEnabled ? QBrush(colour) : Qt::NoBrush);
    painter.drawPath(glyphPath(breakpoint.kind(), box));
    if (breakpoint.kind() == Breakpoint::Kind::Conditional) {
      painter.setPen(QPen(isEnabled ? theme_.colour(Colour::Surface) : colour, 1.5));
      for (const double share : {0.38, 0.62}) {
        const double y = box.top() + box.height() * share;
        painter.drawLine(QPointF(box.left() + extent * 0.25, y), QPointF(box.right() - extent * 0.25, y));
      }
    }
  }
  if (executionLine_ == line) {
    painter.setPen(QPen(theme_.colour(Colour::Surface), 1));
    painter.setBrush(theme_.colour(Colour::Accent));
    painter.drawPath(arrowPath(box.adjusted(extent * 0.1, 0, extent * 0.1, 0)));
  }
}

// A note stands behind the line's end; an error whose line reaches out of sight stands at the right edge, over it.
void LineMarks::paintNotes(QPainter& painter, int line, QRect place) const {
  painter.setFont(noteFont_);
  const QFontMetrics metrics(noteFont_);
  const int rightEdge = place.right() - Theme::space(Space::Small);
  const auto [from, to] = notes_.equal_range(line);
  for (auto note = from; note != to; ++note) {
    const QString text = note->second.text.left(kLongestNote).simplified();
    const Colour colour = colourOf(note->second.tone);
    QRect box(place.left(), place.top() + 2, metrics.horizontalAdvance(text) + Theme::space(Space::Small),
              place.height() - 4);
    if (note->second.tone != Note::Tone::Value && box.right() > rightEdge) {
      box.moveRight(rightEdge);
      painter.fillRect(box.adjusted(-Theme::space(Space::Tiny), 0, Theme::space(Space::Group), 0),
                       theme_.colour(Colour::Surface));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.tint(colour, kNoteTint));
    painter.drawRoundedRect(box, Theme::space(Space::Tiny), Theme::space(Space::Tiny));
    painter.setPen(theme_.colour(colour == Colour::Yellow ? Colour::Text : colour));
    painter.drawText(box.adjusted(Theme::space(Space::Tiny), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
    place.setLeft(box.right() + Theme::space(Space::Small));
  }
}

}  // namespace vmscope::ui
