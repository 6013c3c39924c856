#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace vmscope::ui {

class Theme;

// The row of buttons and fields at the top of a dock. Its buttons have names for those who do not see them, and icons
// that follow theme and scale. Where there is little room their words go first, then the buttons that can be spared.
// GUI thread; owned by its dock.
class DockBar : public QWidget {
  Q_OBJECT

 public:
  enum class Words { Hidden, Beside };

  explicit DockBar(const Theme& theme, QWidget* parent = nullptr);

  // A button of its own.
  QToolButton* addButton(const char* icon, const QString& name, Words words = Words::Hidden);
  // A button of an action, which brings its own text and icon.
  QToolButton* addButton(QAction& action, Words words = Words::Hidden);
  void add(QWidget& widget, int stretch = 0);
  // A button that a key or the wheel can stand in for.
  void spare(QToolButton& button) { spared_ << &button; }
  // What the dock tells in a few words; takes the room that is left.
  QLabel* addWords();
  void addStretch();

  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 private:
  enum class Room { Ample, WithoutWords, WithoutSpared };

  QToolButton* makeButton(Words words);
  void arrange();
  void take(Room room);
  int widthIn(Room room) const;

  const Theme& theme_;
  QHBoxLayout* row_;
  QList<QToolButton*> worded_;
  QList<QToolButton*> spared_;
  Room room_ = Room::Ample;
};

// A line of small text at a dock's edge, with links that the keyboard reaches.
QLabel* makeCaption(QWidget* parent);

}  // namespace vmscope::ui
