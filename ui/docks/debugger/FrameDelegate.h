#pragma once

#include <QStyledItemDelegate>

namespace vmscope::ui {

class Theme;

// Draws a row with its name at the left and, muted, its place at the right; an async boundary as a ruled caption.
// GUI thread; owned by its view.
class FrameDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  FrameDelegate(const Theme& theme, int placeRole, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const Theme& theme_;
  int placeRole_;
};

}  // namespace vmscope::ui
