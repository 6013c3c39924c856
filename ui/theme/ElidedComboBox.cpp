#include "ui/theme/ElidedComboBox.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

void ElidedComboBox::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  QStyleOptionComboBox option;
  initStyleOption(&option);
  painter.drawComplexControl(QStyle::CC_ComboBox, option);
  if (currentIndex() < 0) {
    option.palette.setBrush(QPalette::ButtonText, option.palette.brush(QPalette::PlaceholderText));
    option.currentText = placeholderText();
  }
  const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
  const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + Theme::space(Space::Tiny);
  option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight,
                                                     field.width() - icon - Theme::space(Space::Tiny));
  painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

}  // namespace vmscope::ui
