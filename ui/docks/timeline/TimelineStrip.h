#pragma once

#include <QPixmap>

#include "ui/docks/parts/PictureView.h"
#include "ui/docks/timeline/TraceScale.h"

namespace vmscope::ui {

class TraceLog;

// The recording from left to right, a band for each kind of thing: how much happened when, and which moment is shown.
// Dragging scrubs; the arrow keys step. GUI thread; owned by the timeline dock; its table says the same as text.
class TimelineStrip : public PictureView {
  Q_OBJECT

 public:
  TimelineStrip(const TraceLog& log, const Theme& theme, QWidget* parent = nullptr);

  void setPresent(int position);
  int positionAt(int x) const;
  int xOf(int position) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void scrubbed(int position);

 protected:
  void draw(QPainter& painter) override;
  QString tipAt(const QPoint& position) const override;
  bool go(int key) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void measure();
  void invalidate();
  void drawEvents();
  void drawBands(QPainter& painter) const;
  void drawPauses(QPainter& painter) const;
  int lineHeight() const;
  bool hasWords() const;
  int left() const;
  int across() const;

  const TraceLog& log_;
  TraceScale scale_;
  QPixmap events_;  // everything but the cursor, drawn once for a size and a recording
  int wordsWidth_ = 0;
  int present_ = -1;
};

}  // namespace vmscope::ui
