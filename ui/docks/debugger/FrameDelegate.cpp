#include "ui/docks/debugger/FrameDelegate.h"

#include <QPainter>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

FrameDelegate::FrameDelegate(const Theme& theme, int placeRole, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme), placeRole_(placeRole) {}

void FrameDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QString place = index.data(placeRole_).toString();
  const QFont font = theme_.codeFont(TextSize::Small);
  const int widest = option.rect.width() / 2;
  const int width =
      place.isEmpty() ? 0
                      : std::min(widest, QFontMetrics(font).horizontalAdvance(place) + 2 * Theme::space(Space::Small));
  QStyleOptionViewItem left = option;
  left.state &= ~QStyle::State_HasFocus;
  if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, option.palette.highlight());
  left.rect.setRight(option.rect.right() - width);
  QStyledItemDelegate::paint(painter, left, index);
  if (!(index.flags() & Qt::ItemIsEnabled)) {
    painter->setPen(theme_.colour(Colour::Line));
    painter->drawLine(option.rect.topLeft(), option.rect.topRight());
  }
  if (place.isEmpty()) return;
  const QRect right(option.rect.right() - width, option.rect.top(), width - Theme::space(Space::Small),
                    option.rect.height());
  painter->setFont(font);
  painter->setPen(theme_.colour(Colour::Muted));
  painter->drawText(right, Qt::AlignRight | Qt::AlignVCenter,
                    QFontMetrics(font).elidedText(place, Qt::ElideLeft, right.width()));
}

QSize FrameDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {QStyledItemDelegate::sizeHint(option, index).width(), theme_.rowHeight()};
}

}  // namespace vmscope::ui
