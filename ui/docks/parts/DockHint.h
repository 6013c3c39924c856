#pragma once

#include <QWidget>

class QVBoxLayout;
class QLabel;
class QPushButton;

namespace vmscope::ui {

// What an empty dock says: in one sentence what will appear, and the action that makes it appear. Where there is no
// room for both, the action alone. GUI thread; owned by its dock.
class DockHint : public QWidget {
  Q_OBJECT

 public:
  explicit DockHint(const QString& sentence, QWidget* parent = nullptr);

  QPushButton* offer(const QString& verb);

  // For sentence and action.
  int heightForWidth(int width) const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showWhatFits();

  QVBoxLayout* column_;
  QLabel* sentence_;
  QPushButton* button_ = nullptr;
};

}  // namespace vmscope::ui
