#include "ui/window/CommandPalette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"
#include "ui/window/PaletteModel.h"

namespace vmscope::ui {

namespace {

constexpr int kWidth = 560;
constexpr int kVisibleRows = 12;

// The action's name at the left, its shortcut at the right.
class PaletteDelegate : public QStyledItemDelegate {
 public:
  PaletteDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyledItemDelegate::paint(painter, option, index);
    painter->setPen(theme_.colour(Colour::Muted));
    painter->setFont(theme_.font(TextSize::Small));
    const int padding = Theme::space(Space::Small);
    painter->drawText(option.rect.adjusted(padding, 0, -padding, 0), Qt::AlignRight | Qt::AlignVCenter,
                      index.data(PaletteModel::ShortcutRole).toString());
  }

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, theme_.rowHeight()}; }

 protected:
  // Names stand below each other whether they have an icon or not.
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(theme_.iconExtent(), theme_.iconExtent());
  }

 private:
  const Theme& theme_;
};

}  // namespace

CommandPalette::CommandPalette(Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      model_(new PaletteModel(this)),
      line_(new QLineEdit(this)),
      list_(new QListView(this)) {
  setObjectName(QStringLiteral("commandPalette"));
  setAccessibleName(tr("Command palette"));
  setFrameShape(QFrame::StyledPanel);
  line_->setPlaceholderText(tr("Type what you want to do"));
  line_->setAccessibleName(tr("Command"));
  line_->installEventFilter(this);
  list_->setModel(model_);
  list_->setItemDelegate(new PaletteDelegate(theme, list_));
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setUniformItemSizes(true);
  list_->setAccessibleName(tr("Matching commands"));
  auto* column = new QVBoxLayout(this);
  const int padding = Theme::space(Space::Small);
  column->setContentsMargins(padding, padding, padding, padding);
  column->setSpacing(padding);
  column->addWidget(line_);
  column->addWidget(list_);
  connect(line_, &QLineEdit::textChanged, this, &CommandPalette::filter);
  connect(line_, &QLineEdit::returnPressed, this, &CommandPalette::activate);
  connect(list_, &QListView::clicked, this, &CommandPalette::activate);
}

void CommandPalette::open(const QList<QAction*>& actions) {
  model_->setActions(actions);
  line_->clear();
  filter({});
  const int rows = std::min(kVisibleRows, std::max(1, model_->rowCount()));
  list_->setFixedHeight(rows * list_->sizeHintForRow(0) + 2 * list_->frameWidth());
  resize(std::min(kWidth, parentWidget()->width() - 2 * Theme::space(Space::Group)), sizeHint().height());
  const QPoint top =
      parentWidget()->mapToGlobal(QPoint((parentWidget()->width() - width()) / 2, parentWidget()->height() / 8));
  QFrame::move(top);
  show();
  line_->setFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched != line_ || event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
      move(1);
      return true;
    case Qt::Key_Up:
      move(-1);
      return true;
    case Qt::Key_PageDown:
      move(kVisibleRows);
      return true;
    case Qt::Key_PageUp:
      move(-kVisibleRows);
      return true;
    default:
      return false;
  }
}

void CommandPalette::filter(const QString& pattern) {
  model_->setPattern(pattern);
  list_->setCurrentIndex(model_->index(0));
}

void CommandPalette::move(int rows) {
  if (model_->rowCount() == 0) return;
  const int row = std::clamp(list_->currentIndex().row() + rows, 0, model_->rowCount() - 1);
  list_->setCurrentIndex(model_->index(row));
}

void CommandPalette::activate() {
  const QPointer<QAction> action = model_->actionAt(list_->currentIndex().row());
  if (!action || !action->isEnabled()) return;
  hide();
  action->trigger();
}

QList<QAction*> actionsOf(const QWidget& window) {
  QList<QAction*> found;
  QSet<QString> seen;
  for (QAction* action : window.findChildren<QAction*>()) {
    const bool isCommand =
        !action->isSeparator() && !action->menu() && !action->text().isEmpty() && action->isVisible();
    if (!isCommand || seen.contains(nameOf(*action))) continue;
    seen.insert(nameOf(*action));
    found.append(action);
  }
  return found;
}

}  // namespace vmscope::ui
