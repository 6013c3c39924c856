#pragma once

#include <QLabel>

namespace vmscope::ui {

// One line of plain text that ends in an ellipsis where there is no room for all of it, where QLabel cuts through a
// letter. It takes the room that others leave; what it cannot show is in its tool tip, unless that says something else.
class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  explicit ElidedLabel(QWidget* parent = nullptr);

  // What there is room for.
  QString shownText() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
};

}  // namespace vmscope::ui
