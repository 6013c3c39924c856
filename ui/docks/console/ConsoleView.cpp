#include "ui/docks/console/ConsoleView.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include "ui/docks/console/ConsoleDelegate.h"
#include "ui/docks/console/ConsoleModel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr int kRowsWrappedAtOnce = 5000;  // more than that are wrapped when the size has settled
}

ConsoleView::ConsoleView(ConsoleModel& model, const Theme& theme, QWidget* parent)
    : QListView(parent), model_(model), lines_(new ConsoleDelegate(model, theme, this)) {
  setAccessibleName(tr("Console messages"));
  setItemDelegate(lines_);
  setUniformItemSizes(true);
  setSelectionMode(ExtendedSelection);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // so that a line's width never depends on their number
  setEditTriggers(NoEditTriggers);
  setMouseTracking(true);
  addCommands();
  wrap_.setSingleShot(true);
  wrap_.setInterval(50);
  connect(&wrap_, &QTimer::timeout, this, &ConsoleView::wrap);
  // More lines, higher ones and less room all change the range.
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { follows_ = isAtEnd(); });
  connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ConsoleView::follow);
  connect(&model_, &QAbstractItemModel::rowsAboutToBeRemoved, this,
          [this] { valueBefore_ = verticalScrollBar()->value(); });
  setModel(&model_);  // after ours, so that the place is remembered before the view reacts
  connect(&model_, &QAbstractItemModel::rowsRemoved, this,
          [this](const QModelIndex&, int first, int last) { keepPlace(first == 0 ? last + 1 : 0); });
  connect(&model_, &ConsoleModel::presentChanged, this, &ConsoleView::showPresent);
  connect(&theme, &Theme::changed, this, [this] {
    scheduleDelayedItemsLayout();
    wrap();
  });
}

void ConsoleView::addCommands() {
  setContextMenuPolicy(Qt::ActionsContextMenu);
  const auto add = [this](const QString& text, QKeySequence::StandardKey keys, auto&& carryOut) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, std::forward<decltype(carryOut)>(carryOut));
    addAction(action);
  };
  add(tr("&Copy lines"), QKeySequence::Copy, [this] { copySelection(); });
  add(tr("Select &all lines"), QKeySequence::SelectAll, [this] { selectAll(); });
}

bool ConsoleView::isAtEnd() const {
  return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - lines_->lineHeight();
}

void ConsoleView::follow() {
  if (follows_ && !model_.showsPast()) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ConsoleView::showPresent() {
  if (!model_.showsPast()) return scrollToBottom();
  const int row = std::max(0, model_.lastPresentRow());
  if (row < model_.rowCount()) scrollTo(model_.index(row));
}

void ConsoleView::keepPlace(int removedRows) {
  if (follows_ && !model_.showsPast()) return scrollToBottom();
  executeDelayedItemsLayout();
  verticalScrollBar()->setValue(valueBefore_ - removedRows * lines_->lineHeight());
}

void ConsoleView::wrap() {
  model_.setWrapColumns(lines_->textColumns(viewport()->width()));
}

void ConsoleView::resizeEvent(QResizeEvent* event) {
  QListView::resizeEvent(event);
  if (model_.rowCount() <= kRowsWrappedAtOnce) return wrap();
  wrap_.start();
}

void ConsoleView::showEvent(QShowEvent* event) {
  QListView::showEvent(event);
  wrap();
  follow();
}

void ConsoleView::copySelection() const {
  const QModelIndexList rows = selectionModel()->selectedIndexes();
  if (!rows.isEmpty()) QApplication::clipboard()->setText(model_.textOf(rows));
}

void ConsoleView::keyPressEvent(QKeyEvent* event) {
  const int row = currentIndex().row();
  if (row >= 0 && event->key() == Qt::Key_Right) return model_.setOpen(row, true);
  if (row >= 0 && event->key() == Qt::Key_Left) return model_.setOpen(row, false);
  if (row >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
    const ConsoleLine& line = model_.line(row);
    if (line.node && line.node->kind == ValueNode::Kind::Accessor) return model_.askGetter(row);
    const ConsoleLineText content = textOf(line);
    if (!content.links.empty() && line.node) {
      emit placeActivated(content.links.front());
    } else if (!line.entry->place.url.isEmpty()) {
      emit placeActivated(line.entry->place);
    }
    return;
  }
  QListView::keyPressEvent(event);
}

void ConsoleView::mousePressEvent(QMouseEvent* event) {
  QListView::mousePressEvent(event);
  const QModelIndex index = indexAt(event->pos());
  if (event->button() == Qt::LeftButton && index.isValid() && event->modifiers() == Qt::NoModifier) {
    activate(index.row(), event->pos());
  }
}

void ConsoleView::activate(int row, const QPoint& position) {
  const ConsoleDelegate::Hit hit = lines_->hitAt(position, visualRect(model_.index(row)), row);
  switch (hit.what) {
    case ConsoleDelegate::Hit::What::Nothing:
      return;
    case ConsoleDelegate::Hit::What::Triangle:
      return model_.setOpen(row, !model_.line(row).isOpen());
    case ConsoleDelegate::Hit::What::Getter:
      return model_.askGetter(row);
    case ConsoleDelegate::Hit::What::Place:
      emit placeActivated(hit.place);
  }
}

void ConsoleView::mouseMoveEvent(QMouseEvent* event) {
  QListView::mouseMoveEvent(event);
  const QModelIndex index = indexAt(event->pos());
  const auto what = index.isValid() ? lines_->hitAt(event->pos(), visualRect(index), index.row()).what
                                    : ConsoleDelegate::Hit::What::Nothing;
  const bool isLink = what == ConsoleDelegate::Hit::What::Place || what == ConsoleDelegate::Hit::What::Getter;
  viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

}  // namespace vmscope::ui
