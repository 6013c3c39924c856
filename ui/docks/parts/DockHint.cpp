#include "ui/docks/parts/DockHint.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

DockHint::DockHint(const QString& sentence, QWidget* parent)
    : QWidget(parent), column_(new QVBoxLayout(this)), sentence_(new QLabel(sentence, this)) {
  const int margin = Theme::space(Space::Group);
  column_->setContentsMargins(margin, Theme::space(Space::Small), margin, Theme::space(Space::Small));
  column_->setSpacing(Theme::space(Space::Small));
  column_->setSizeConstraint(QLayout::SetNoConstraint);
  sentence_->setProperty("role", "caption");
  sentence_->setWordWrap(true);
  sentence_->setAttribute(Qt::WA_TransparentForMouseEvents);
  column_->addWidget(sentence_);
  column_->addStretch(1);
}

QPushButton* DockHint::offer(const QString& verb) {
  button_ = new QPushButton(verb, this);
  button_->setToolTip(sentence_->text());
  column_->insertWidget(1, button_, 0, Qt::AlignLeft);
  return button_;
}

void DockHint::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showWhatFits();
}

int DockHint::heightForWidth(int width) const {
  const QMargins margins = column_->contentsMargins();
  const int sentence = sentence_->heightForWidth(width - margins.left() - margins.right());
  const int action = button_ ? column_->spacing() + button_->sizeHint().height() : 0;
  return margins.top() + sentence + action + margins.bottom();
}

void DockHint::showWhatFits() {
  if (button_) sentence_->setVisible(height() >= heightForWidth(width()) - column_->contentsMargins().bottom());
}

}  // namespace vmscope::ui
