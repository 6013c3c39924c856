#include "ui/docks/values/ValueTreeView.h"

#include <QHeaderView>
#include <QPainter>

#include "ui/docks/values/SpanPainter.h"
#include "ui/docks/values/ValueTreeModel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr int kNameWidth = 150;
constexpr int kLongestText = 1000;
}  // namespace

ValueDelegate::ValueDelegate(const ValueTreeModel& model, const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), model_(model), theme_(theme) {}

void ValueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const ValueNode* node = model_.nodeAt(index);
  QStyleOptionViewItem background = option;
  background.state &= ~QStyle::State_HasFocus;
  if (index.column() == ValueTreeModel::Name || !node) return QStyledItemDelegate::paint(painter, background, index);
  if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, option.palette.highlight());
  const QString text = node->text.text().left(kLongestText);
  const SpanPainter spans(theme_, theme_.codeFont(), theme_.colour(Colour::Text));
  painter->save();
  spans.draw(*painter, QRectF(option.rect).adjusted(2, 0, -2, 0), text,
             node->text.spansIn(0, static_cast<int>(text.size())));
  painter->restore();
}

QSize ValueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {QStyledItemDelegate::sizeHint(option, index).width(), theme_.rowHeight() - Theme::space(Space::Tiny)};
}

ValueTreeView::ValueTreeView(ValueTreeModel& model, const Theme& theme, QWidget* parent)
    : QTreeView(parent), model_(model) {
  setModel(&model);
  setItemDelegate(new ValueDelegate(model, theme, this));
  setUniformRowHeights(true);
  setAlternatingRowColors(false);
  setEditTriggers(DoubleClicked | EditKeyPressed);
  setExpandsOnDoubleClick(false);
  setIndentation(Theme::space(Space::Group) - 2);
  header()->setStretchLastSection(true);
  header()->resizeSection(ValueTreeModel::Name, kNameWidth);
  header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { open_.insert(model_.pathOf(index)); });
  connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
    if (!isReopening_) open_.remove(model_.pathOf(index));
  });
  connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
    if (index.column() == ValueTreeModel::Value) model_.askGetter(index);
  });
  connect(&model_, &QAbstractItemModel::modelReset, this, [this] { reopen({}, 0, model_.rowCount() - 1); });
  connect(&model_, &QAbstractItemModel::rowsInserted, this, &ValueTreeView::reopen);
}

void ValueTreeView::reopen(const QModelIndex& parent, int first, int last) {
  isReopening_ = true;
  for (int row = first; row <= last; ++row) {
    const QModelIndex index = model_.index(row, 0, parent);
    if (open_.contains(model_.pathOf(index))) expand(index);
  }
  isReopening_ = false;
}

}  // namespace vmscope::ui
