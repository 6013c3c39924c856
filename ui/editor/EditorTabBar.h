#pragma once

#include <QTabBar>

namespace vmscope::ui {

// Tabs that move along the bar, and that can be carried out of it to another place. GUI thread; owned by its pane.
class EditorTabBar : public QTabBar {
  Q_OBJECT

 public:
  using QTabBar::QTabBar;

 signals:
  // The current tab is being carried, with the mouse at this place.
  void carried(const QPoint& globalPosition);
  void dropped(const QPoint& globalPosition);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  bool leaves(const QPoint& place) const;
  void startCarrying(const QMouseEvent& event);

  bool isPressed_ = false;
  bool isCarrying_ = false;
};

}  // namespace vmscope::ui
