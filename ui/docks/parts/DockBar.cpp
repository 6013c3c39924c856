#include "ui/docks/parts/DockBar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "ui/theme/ElidedLabel.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

// As QToolButton counts it.
int widthOfWords(const QToolButton& button) {
  constexpr int kGap = 4;
  const QFontMetrics metrics = button.fontMetrics();
  return kGap + metrics.size(Qt::TextShowMnemonic, button.text()).width() + 2 * metrics.horizontalAdvance(u' ');
}

}  // namespace

DockBar::DockBar(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme), row_(new QHBoxLayout(this)) {
  row_->setContentsMargins(Theme::space(Space::Small), Theme::space(Space::Tiny), Theme::space(Space::Small),
                           Theme::space(Space::Tiny));
  row_->setSpacing(Theme::space(Space::Tiny));
}

QToolButton* DockBar::makeButton(Words words) {
  auto* button = new QToolButton(this);
  button->setToolButtonStyle(words == Words::Beside ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
  const auto size = [this, button] {
    const int side = theme_.iconExtent();
    button->setIconSize({side, side});
  };
  connect(&theme_, &Theme::changed, button, size);
  size();
  row_->addWidget(button);
  if (words == Words::Beside) worded_ << button;
  return button;
}

// What the row needs at least.
int DockBar::widthIn(Room room) const {
  int width = row_->totalMinimumSize().width();
  for (const QToolButton* button : worded_) {
    const bool hasWords = button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    if (!button->isHidden()) width += ((room == Room::Ample) - hasWords) * widthOfWords(*button);
  }
  for (const QToolButton* button : spared_) {
    const bool isThere = !button->isHidden();
    width += ((room != Room::WithoutSpared) - isThere) * (button->sizeHint().width() + row_->spacing());
  }
  return width;
}

QSize DockBar::minimumSizeHint() const {
  return {widthIn(Room::WithoutSpared), row_->totalMinimumSize().height()};
}

void DockBar::take(Room room) {
  room_ = room;
  for (QToolButton* button : worded_)
    button->setToolButtonStyle(room == Room::Ample ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
  for (QToolButton* button : spared_) button->setVisible(room != Room::WithoutSpared);
}

void DockBar::arrange() {
  if (worded_.isEmpty() && spared_.isEmpty()) return;
  const Room room = widthIn(Room::Ample) <= width()          ? Room::Ample
                    : widthIn(Room::WithoutWords) <= width() ? Room::WithoutWords
                                                             : Room::WithoutSpared;
  if (room != room_) take(room);
}

void DockBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

// Words and fonts of its buttons have changed, or which of them are there.
bool DockBar::event(QEvent* event) {
  const bool isHandled = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) arrange();
  return isHandled;
}

QToolButton* DockBar::addButton(const char* icon, const QString& name, Words words) {
  QToolButton* button = makeButton(words);
  button->setText(name);
  button->setToolTip(name);
  button->setAccessibleName(name);
  const auto draw = [this, button, icon] { button->setIcon(theme_.icon(QLatin1String(icon))); };
  connect(&theme_, &Theme::changed, button, draw);
  draw();
  return button;
}

QToolButton* DockBar::addButton(QAction& action, Words words) {
  QToolButton* button = makeButton(words);
  button->setDefaultAction(&action);
  const auto name = [button, &action] {
    button->setAccessibleName(nameOf(action));
    button->setAccessibleDescription(action.statusTip());
  };
  connect(&action, &QAction::changed, button, name);
  name();
  return button;
}

void DockBar::add(QWidget& widget, int stretch) {
  row_->addWidget(&widget, stretch);
}

QLabel* DockBar::addWords() {
  auto* words = new ElidedLabel(this);
  words->setProperty("role", "caption");
  row_->addWidget(words, 1);
  return words;
}

void DockBar::addStretch() {
  row_->addStretch(1);
}

QLabel* makeCaption(QWidget* parent) {
  auto* caption = new QLabel(parent);
  caption->setProperty("role", "caption");
  caption->setWordWrap(true);
  caption->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  caption->setContentsMargins(Theme::space(Space::Small), Theme::space(Space::Tiny), Theme::space(Space::Small),
                              Theme::space(Space::Tiny));
  return caption;
}

}  // namespace vmscope::ui
