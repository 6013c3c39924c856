#pragma once

#include <QAbstractScrollArea>
#include <optional>

namespace vmscope::ui {

class Theme;

// What the pictures of the docks have in common, whatever they show: a ground in the theme's colour, the ring that
// shows where the keyboard is, a tip for what is under the mouse, a menu by mouse and by key, and Return for what is
// chosen. GUI thread; owned by its dock, which shows the same as a table.
class PictureView : public QAbstractScrollArea {
  Q_OBJECT

 public:
  PictureView(const Theme& theme, const QString& name, QWidget* parent);

 protected:
  virtual void draw(QPainter& painter) = 0;
  // Empty for none.
  virtual QString tipAt(const QPoint& position) const = 0;
  // Whether the key meant something here.
  virtual bool go(int key) = 0;
  // What Return does.
  virtual void activateChosen() {}
  // Where what is chosen is drawn; null for nothing.
  virtual QRect chosenRect() const { return {}; }
  // For what stands there; for what is chosen where a key asks for it.
  virtual void wantMenu(std::optional<QPoint> position, const QPoint& globalPosition);
  virtual QRect focusRing() const { return viewport()->rect(); }

  void repaintSoon() { viewport()->update(); }
  const Theme& theme() const { return theme_; }

  void paintEvent(QPaintEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  const Theme& theme_;
};

}  // namespace vmscope::ui
