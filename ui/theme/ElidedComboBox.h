#pragma once

#include <QComboBox>

namespace vmscope::ui {

// A combo box that shortens what it has no room for with an ellipsis, where QComboBox cuts through a letter.
class ElidedComboBox : public QComboBox {
  Q_OBJECT

 public:
  using QComboBox::QComboBox;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace vmscope::ui
