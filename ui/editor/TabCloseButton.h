#pragma once

#include <QAbstractButton>

namespace vmscope::ui {

class Document;
class Theme;

// The cross of a tab, which is a dot while the document is not saved and the mouse is elsewhere. GUI thread; owned by
// the tab bar.
class TabCloseButton : public QAbstractButton {
  Q_OBJECT

 public:
  TabCloseButton(Theme& theme, const Document& document, QWidget* parent);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Theme& theme_;
  bool isModified_;
};

}  // namespace vmscope::ui
