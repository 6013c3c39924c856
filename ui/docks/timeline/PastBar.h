#pragma once

#include <QFrame>

class QLabel;

namespace vmscope::ui {

class PastMoment;
class Theme;

// Says that a dock shows an earlier moment, and leads back to now; hidden while the dock is live.
// GUI thread; owned by its dock.
class PastBar : public QFrame {
  Q_OBJECT

 public:
  PastBar(PastMoment& moment, const Theme& theme, QWidget* parent = nullptr);

 private:
  void update();

  PastMoment& moment_;
  const Theme& theme_;
  QLabel* sign_;
  QLabel* words_;
};

}  // namespace vmscope::ui
