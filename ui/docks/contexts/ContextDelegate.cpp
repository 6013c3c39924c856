#include "ui/docks/contexts/ContextDelegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/docks/contexts/ContextTreeModel.h"
#include "ui/docks/values/ElidedPath.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

namespace {

QString elided(const QFont& font, const QString& text, int width) {
  return QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
}

}  // namespace

ContextDelegate::ContextDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

void ContextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem item = option;
  initStyleOption(&item, index);
  item.text.clear();
  item.icon = {};
  QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

  painter->save();
  const int padding = Theme::space(Space::Tiny);
  QRect rect = option.rect.adjusted(padding, 0, -Theme::space(Space::Small), 0);
  const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
  icon.paint(painter, QRect(rect.left(), rect.top(), theme_.iconExtent(), rect.height()));
  rect.setLeft(rect.left() + theme_.iconExtent() + padding);

  // The name matters most: remarks and origin get what it leaves.
  const auto kind = static_cast<ContextTreeModel::RowKind>(index.data(ContextTreeModel::KindRole).toInt());
  const bool isGone = kind == ContextTreeModel::RowKind::DisposedContext ||
                      !index.data(ContextTreeModel::StateRole).toString().isEmpty();
  const QFont nameFont = theme_.font();
  const QString text = index.data(Qt::DisplayRole).toString();
  const bool isPath = kind == ContextTreeModel::RowKind::Document;
  const QString name =
      isPath ? elidedPath(QFontMetrics(nameFont), text, rect.width()) : elided(nameFont, text, rect.width());
  painter->setFont(nameFont);
  painter->setPen(
      theme_.colour(isGone && kind != ContextTreeModel::RowKind::MainContext ? Colour::Muted : Colour::Text));
  painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, name);
  rect.setLeft(rect.left() + QFontMetrics(nameFont).horizontalAdvance(name) + Theme::space(Space::Small));

  painter->setFont(theme_.font(TextSize::Small));
  painter->setPen(theme_.colour(Colour::Muted));
  rect.setRight(drawRemark(painter, rect, index.data(ContextTreeModel::StateRole).toString()));
  rect.setRight(drawRemark(painter, rect, index.data(ContextTreeModel::QueueRole).toString()));
  const QString origin = index.data(ContextTreeModel::OriginRole).toString();
  painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, elided(painter->font(), origin, rect.width()));
  painter->restore();
}

QSize ContextDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {QStyledItemDelegate::sizeHint(option, index).width(), theme_.rowHeight()};
}

// Draws at the right edge and returns the new one; leaves out what would not fit.
int ContextDelegate::drawRemark(QPainter* painter, const QRect& rect, const QString& remark) const {
  const int width = QFontMetrics(painter->font()).horizontalAdvance(remark);
  if (remark.isEmpty() || width > rect.width()) return rect.right();
  painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, remark);
  return rect.right() - width - Theme::space(Space::Small);
}

}  // namespace vmscope::ui
