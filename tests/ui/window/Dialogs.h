#pragma once

#include <QApplication>
#include <QMessageBox>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <functional>
#include <vector>

namespace vmscope::ui::tests {

// A person who deals with the dialogs that come up, one after the other in the order of the steps.
class Dialogs {
 public:
  using Step = std::function<void(QWidget&)>;

  explicit Dialogs(std::vector<Step> steps) : steps_(std::move(steps)) {
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { look(); });
    timer_.start(5);
  }

  bool areDone() const { return next_ == steps_.size(); }

  // Remembers what a message says and dismisses it.
  static Step read(QString& text) {
    return [&text](QWidget& dialog) {
      if (const auto* box = qobject_cast<QMessageBox*>(&dialog)) text = box->text();
      QTest::keyClick(&dialog, Qt::Key_Escape);
    };
  }

 private:
  void look() {
    QWidget* dialog = QApplication::activeModalWidget();
    if (!dialog || dialog == seen_ || areDone()) return;
    seen_ = dialog;
    steps_[next_++](*dialog);
  }

  std::vector<Step> steps_;
  std::size_t next_ = 0;
  QPointer<QWidget> seen_;
  QTimer timer_;
};

}  // namespace vmscope::ui::tests
