#include "ui/docks/timeline/PastBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/docks/timeline/PastMoment.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

PastBar::PastBar(PastMoment& moment, const Theme& theme, QWidget* parent)
    : QFrame(parent), moment_(moment), theme_(theme), sign_(new QLabel(this)), words_(new ElidedLabel(this)) {
  setProperty("role", "past");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(Theme::space(Space::Small), Theme::space(Space::Tiny), Theme::space(Space::Small),
                          Theme::space(Space::Tiny));
  row->setSpacing(Theme::space(Space::Small));
  auto* now = new QPushButton(tr("Back to now"), this);
  now->setToolTip(tr("Show what is there now, and follow it"));
  connect(now, &QPushButton::clicked, &moment_, &PastMoment::leave);
  row->addWidget(sign_);
  row->addWidget(words_, 1);
  row->addWidget(now);
  connect(&moment_, &PastMoment::changed, this, &PastBar::update);
  connect(&theme_, &Theme::changed, this, &PastBar::update);
  update();
}

void PastBar::update() {
  setVisible(moment_.scene().has_value());
  if (!moment_.scene()) return;
  const int side = theme_.rowHeight() * 2 / 3;
  sign_->setPixmap(theme_.icon(QStringLiteral("timeline"), Colour::Accent).pixmap(side, side));
  words_->setText(tr("As it was at %1").arg(moment_.scene()->words));
  words_->setToolTip(words_->text());
  setAccessibleName(words_->text());
}

}  // namespace vmscope::ui
