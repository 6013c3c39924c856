#pragma once

#include <QObject>
#include <QTimer>

namespace vmscope::ui {

// Waits until nothing is painted any more: docks batch what they show and fade what changes, so that the last paint is
// the only sign that all is there. GUI thread; on the stack of whoever waits.
class Stillness : public QObject {
 public:
  Stillness();
  ~Stillness() override;

  // Handles events until no widget has been painted for a moment, or for long enough: a countdown is painted for ever.
  void await();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QTimer quiet_;
};

}  // namespace vmscope::ui
