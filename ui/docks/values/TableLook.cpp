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
  ColumnFit(QTableView& table, const Theme& theme) : QObject(&table), table_(table), theme_(theme) {
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
    connect(&theme, &Theme::changed, this, [this] { isFitted_ = scale_ == theme_.scale() && isFitted_; });
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    // After the fonts have become others, whenever that comes to the table.
    if (event->type() == QEvent::Show || event->type() == QEvent::StyleChange) fitSoon();
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
      const int wanted = static_cast<QAbstractItemView&>(table_).sizeHintForColumn(column);
      const int widest = qRound(kWidestColumn * theme_.scale());
      const int width = std::max(header.sectionSizeHint(column), std::min(wanted, widest));
      if (!isFitted_ || width > table_.columnWidth(column)) table_.setColumnWidth(column, width);
    }
    isFitting_ = false;
    isFitted_ = true;
    scale_ = theme_.scale();
  }

  QTableView& table_;
  const Theme& theme_;
  QTimer soon_;
  double scale_ = 1;  // of the text that was measured
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
  new ColumnFit(table, theme);
}

}  // namespace vmscope::ui
