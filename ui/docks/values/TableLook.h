#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace vmscope::ui {

class Theme;

// Draws a table's rows as wholes: padded cells, no frame around a single one. GUI thread; owned by its view.
class RowDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// Makes a table view look and behave as all tables of the docks do: whole rows, no grid, the theme's row height, and
// columns as wide as what first comes into them. The model must have been set.
void applyTableLook(QTableView& table, const Theme& theme);

}  // namespace vmscope::ui
