#include "ui/window/EngineBanner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/client/EngineSession.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

EngineBanner::EngineBanner(EngineSession& session, Theme& theme, QWidget* parent)
    : QFrame(parent),
      session_(session),
      theme_(theme),
      sign_(new QLabel(this)),
      text_(new QLabel(this)),
      fresh_(new QPushButton(tr("Start a Fresh Engine"), this)) {
  setObjectName(QStringLiteral("engineBanner"));
  setProperty("role", "banner");
  setAccessibleName(tr("Engine ended"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  text_->setWordWrap(true);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  fresh_->setObjectName(QStringLiteral("freshEngine"));
  auto* row = new QHBoxLayout(this);
  const int padding = Theme::space(Space::Small);
  row->setContentsMargins(padding, padding, padding, padding);
  row->setSpacing(padding);
  row->addWidget(sign_);
  row->addWidget(text_, 1);
  row->addWidget(fresh_);
  connect(fresh_, &QPushButton::clicked, &session_, &EngineSession::startFresh);
  connect(&session_, &EngineSession::stateChanged, this, &EngineBanner::follow);
  connect(&theme_, &Theme::changed, this, &EngineBanner::drawSign);
  drawSign();
  follow();
}

void EngineBanner::follow() {
  const bool isGone = session_.state() == EngineSession::State::Crashed && session_.end().has_value();
  setVisible(isGone);
  if (!isGone) return;
  text_->setText(tr("%1 Your documents are untouched.").arg(session_.end()->explanation));
  text_->setAccessibleName(text_->text());
}

void EngineBanner::drawSign() {
  sign_->setPixmap(
      theme_.icon(QStringLiteral("warning"), Colour::Vermilion).pixmap(Theme::iconExtent(), Theme::iconExtent()));
}

}  // namespace vmscope::ui
