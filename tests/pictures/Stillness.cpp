#include "tests/pictures/Stillness.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>

namespace vmscope::ui {

namespace {

constexpr int kQuietMs = 150;  // longer than a dock's batch and a frame of a fade, shorter than a blink of the cursor
constexpr int kPatienceMs = 1000;

}  // namespace

Stillness::Stillness() {
  quiet_.setSingleShot(true);
  quiet_.setInterval(kQuietMs);
  QCoreApplication::instance()->installEventFilter(this);
}

Stillness::~Stillness() = default;

void Stillness::await() {
  QEventLoop loop;
  QTimer patience;
  patience.setSingleShot(true);
  connect(&quiet_, &QTimer::timeout, &loop, &QEventLoop::quit);
  connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
  patience.start(kPatienceMs);
  quiet_.start();
  loop.exec();
}

bool Stillness::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Paint) quiet_.start();
  return QObject::eventFilter(watched, event);
}

}  // namespace vmscope::ui
