#pragma once

#include <QStyledItemDelegate>

namespace vmscope::ui {

class Theme;

// Draws a row of the contexts' tree: dot, name, muted origin, and at the right what is special about queue and state.
// GUI thread; owned by its view.
class ContextDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ContextDelegate(const Theme& theme, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  int drawRemark(QPainter* painter, const QRect& rect, const QString& remark) const;

  const Theme& theme_;
};

}  // namespace vmscope::ui
