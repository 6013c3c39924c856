#include "ui/docks/values/TableLook.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kWidestColumn = 260;
constexpr int kRowsMeasured = 40;

void fitColumns(QTableView& table) {
  table.resizeColumnsToContents();
  for (int column = 0; column < table.model()->columnCount(); ++column) {
    if (table.columnWidth(column) > kWidestColumn) table.setColumnWidth(column, kWidestColumn);
  }
}

}  // namespace

void RowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  option->state &= ~QStyle::State_HasFocus;
  option->textElideMode = Qt::ElideRight;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * Theme::space(Space::Small), 0);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem inner = option;
  const bool isSelected = option.state & QStyle::State_Selected;
  if (isSelected) painter->fillRect(option.rect, option.palette.highlight());
  inner.rect.adjust(Theme::space(Space::Tiny), 0, -Theme::space(Space::Tiny), 0);
  QStyledItemDelegate::paint(painter, inner, index);
}

void applyTableLook(QTableView& table, const Theme& theme) {
  table.setItemDelegate(new RowDelegate(&table));
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setSelectionMode(QAbstractItemView::SingleSelection);
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setShowGrid(false);
  table.setWordWrap(false);
  table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table.setTabKeyNavigation(false);
  table.verticalHeader()->hide();
  table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table.horizontalHeader()->setStretchLastSection(true);
  table.horizontalHeader()->setHighlightSections(false);
  table.horizontalHeader()->setResizeContentsPrecision(kRowsMeasured);
  table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  const auto follow = [&table, &theme] { table.verticalHeader()->setDefaultSectionSize(theme.rowHeight()); };
  QObject::connect(&theme, &Theme::changed, &table, follow);
  follow();
  // Only once: afterwards the widths are the person's.
  auto* fitted = new QObject(&table);
  const auto fitOnce = [&table, fitted] {
    if (table.model()->rowCount() == 0) return;
    fitColumns(table);
    fitted->deleteLater();
  };
  QObject::connect(table.model(), &QAbstractItemModel::modelReset, fitted, fitOnce);
  QObject::connect(table.model(), &QAbstractItemModel::rowsInserted, fitted, fitOnce);
}

}  // namespace vmscope::ui
