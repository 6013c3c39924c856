#include "ui/editor/TabCloseButton.h"

#include <QPainter>

#include "ui/theme/Theme.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace {

constexpr double kDotShare = 0.5;
constexpr double kHoverTint = 0.12;

}  // namespace

TabCloseButton::TabCloseButton(Theme& theme, const Document& document, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), isModified_(document.isModified()) {
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(tr("Close %1").arg(document.title()));
  setToolTip(tr("Close"));
  connect(&document, &Document::modifiedChanged, this, [this](bool modified) {
    isModified_ = modified;
    update();
  });
}

QSize TabCloseButton::sizeHint() const {
  const int extent = theme_.iconExtent() + Theme::space(Space::Tiny);
  return {extent, extent};
}

void TabCloseButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  if (isModified_ && !underMouse()) {
    const double radius = theme_.iconExtent() * kDotShare / 2;
    painter.setBrush(theme_.colour(Colour::Muted));
    painter.drawEllipse(QRectF(rect()).center(), radius, radius);
    return;
  }
  if (underMouse()) {
    painter.setBrush(theme_.tint(Colour::Text, kHoverTint));
    painter.drawRoundedRect(rect(), Theme::space(Space::Tiny), Theme::space(Space::Tiny));
  }
  QRect box(0, 0, theme_.iconExtent(), theme_.iconExtent());
  box.moveCenter(rect().center());
  theme_.icon(QStringLiteral("close"), Colour::Muted).paint(&painter, box);
}

void TabCloseButton::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void TabCloseButton::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

}  // namespace vmscope::ui
