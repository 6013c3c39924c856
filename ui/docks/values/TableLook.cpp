#include "ui/docks/values/TableLook.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTimer>
#include <algorithm>

#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

constexpr int kWidestColumn = 260;
constexpr int kRowsMeasured = 40;
constexpr int kFitDelay = 250;  // milliseconds in which changes are taken as one

// Keeps columns as wide as what is in them, up to a width, until a person drags one. They only grow, so that nothing
// moves to and fro. GUI thread; owned by its table.
class ColumnFit : public QObject {
 public:
  explicit ColumnFit(QTableView& table) : QObject(&table), table_(table) {
    soon_.setSingleShot(true);
    soon_.setInterval(kFitDelay);
    connect(&soon_, &QTimer::timeout, this, [this] {
      if (table_.isVisible()) fit();
    });
    const QAbstractItemModel* model = table.model();
    connect(model, &QAbstractItemModel::modelReset, this, &ColumnFit::fitSoon);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnFit::fitSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &ColumnFit::fitSoon);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
      if (!isFitting_ && QGuiApplication::mouseButtons() != Qt::NoButton) deleteLater();
    });
    table.installEventFilter(this);
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Show) fitSoon();
    return QObject::eventFilter(watched, event);
  }

 private:
  void fitSoon() {
    if (!isFitted_) return fit();
    if (!soon_.isActive()) soon_.start();
  }
  void fit() {
    if (table_.model()->rowCount() == 0) return;
    isFitting_ = true;
    QHeaderView& header = *table_.horizontalHeader();
    for (int column = 0; column < header.count(); ++column) {
      const int wanted =
          std::max(static_cast<QAbstractItemView&>(table_).sizeHintForColumn(column), header.sectionSizeHint(column));
      const int width = std::min(wanted, kWidestColumn);
      if (!isFitted_ || width > table_.columnWidth(column)) table_.setColumnWidth(column, width);
    }
    isFitting_ = false;
    isFitted_ = true;
  }

  QTableView& table_;
  QTimer soon_;
  bool isFitted_ = false;
  bool isFitting_ = false;
};

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
  new ColumnFit(table);
}

}  // namespace vmscope::ui
