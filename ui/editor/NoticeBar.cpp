#include "ui/editor/NoticeBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "ui/theme/Theme.h"

namespace vmscope::ui {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent), label_(new QLabel(this)), layout_(new QHBoxLayout(this)) {
  const int padding = Theme::space(Space::Small);
  layout_->setContentsMargins(padding, Theme::space(Space::Tiny), padding, Theme::space(Space::Tiny));
  layout_->setSpacing(padding);
  label_->setWordWrap(true);
  layout_->addWidget(label_, 1);
  hide();
}

void NoticeBar::tell(const QString& sentence, const std::vector<Choice>& choices, Tone tone) {
  setProperty("role", tone == Tone::Warning ? "banner" : "note");
  style()->unpolish(this);
  style()->polish(this);
  for (QWidget* button : buttons_) button->deleteLater();
  buttons_.clear();
  label_->setText(sentence);
  setAccessibleName(sentence);
  for (const Choice& choice : choices) {
    auto* button = new QPushButton(choice.label, this);
    connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
      hide();
      act();
    });
    layout_->addWidget(button);
    buttons_.push_back(button);
  }
  show();
}

QString NoticeBar::sentence() const {
  return isHidden() ? QString() : label_->text();
}

}  // namespace vmscope::ui
