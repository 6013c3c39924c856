#include "ui/editor/EditorTabBar.h"

#include <QApplication>
#include <QMouseEvent>

namespace vmscope::ui {

void EditorTabBar::mousePressEvent(QMouseEvent* event) {
  isPressed_ = event->button() == Qt::LeftButton && tabAt(event->position().toPoint()) >= 0;
  QTabBar::mousePressEvent(event);
}

void EditorTabBar::mouseMoveEvent(QMouseEvent* event) {
  if (isPressed_ && !isCarrying_ && leaves(event->position().toPoint())) startCarrying(*event);
  if (isCarrying_) {
    emit carried(event->globalPosition().toPoint());
  } else {
    QTabBar::mouseMoveEvent(event);
  }
}

void EditorTabBar::mouseReleaseEvent(QMouseEvent* event) {
  isPressed_ = false;
  if (!isCarrying_) return QTabBar::mouseReleaseEvent(event);
  isCarrying_ = false;
  unsetCursor();
  emit dropped(event->globalPosition().toPoint());
}

// Only up and down: along the bar, tabs change places.
bool EditorTabBar::leaves(const QPoint& place) const {
  const int distance = QApplication::startDragDistance();
  return place.y() < -distance || place.y() > height() + distance;
}

// The bar's own moving of the tab ends where it is.
void EditorTabBar::startCarrying(const QMouseEvent& event) {
  QMouseEvent release(QEvent::MouseButtonRelease, event.position(), event.globalPosition(), Qt::LeftButton,
                      Qt::NoButton, event.modifiers());
  QTabBar::mouseReleaseEvent(&release);
  isCarrying_ = true;
  setCursor(Qt::ClosedHandCursor);
}

}  // namespace vmscope::ui
