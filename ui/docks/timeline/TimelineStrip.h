#pragma once

#include <QPixmap>
#include <QWidget>

namespace vmscope::ui {

class Theme;
class TraceLog;

// The recording from left to right: how much happened when, and which moment is shown. Dragging scrubs; the arrow keys
// step. GUI thread; owned by the timeline dock.
class TimelineStrip : public QWidget {
  Q_OBJECT

 public:
  TimelineStrip(const TraceLog& log, const Theme& theme, QWidget* parent = nullptr);

  void setPresent(int position);
  int positionAt(int x) const;
  int xOf(int position) const;

  QSize sizeHint() const override;

 signals:
  void scrubbed(int position);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void invalidate();
  void drawEvents();
  double duration() const;

  const TraceLog& log_;
  const Theme& theme_;
  QPixmap events_;  // everything but the cursor, drawn once for a size and a recording
  int present_ = -1;
};

}  // namespace vmscope::ui
