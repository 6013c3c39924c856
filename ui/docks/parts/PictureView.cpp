#include "ui/docks/parts/PictureView.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {
constexpr int kRing = 2;  // pixels
}

PictureView::PictureView(const Theme& theme, const QString& name, QWidget* parent)
    : QAbstractScrollArea(parent), theme_(theme) {
  setAccessibleName(name);
  setFrameShape(NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  connect(&theme_, &Theme::changed, this, &PictureView::repaintSoon);
}

void PictureView::wantMenu(std::optional<QPoint>, const QPoint&) {}

void PictureView::paintEvent(QPaintEvent*) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), theme_.colour(Colour::Surface));
  painter.save();
  draw(painter);
  painter.restore();
  if (!hasFocus()) return;
  painter.setPen(QPen(theme_.colour(Colour::Accent), kRing));
  painter.drawRect(focusRing().adjusted(1, 1, -1, -1));
}

void PictureView::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() != QContextMenuEvent::Keyboard) return wantMenu(event->pos(), event->globalPos());
  const QRect chosen = chosenRect();
  if (!chosen.isNull()) wantMenu({}, viewport()->mapToGlobal(chosen.center()));
}

void PictureView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return activateChosen();
  if (!go(event->key())) QAbstractScrollArea::keyPressEvent(event);
}

void PictureView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  repaintSoon();
}

void PictureView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  repaintSoon();
}

bool PictureView::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
  return true;
}

}  // namespace vmscope::ui
