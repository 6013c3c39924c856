#include "ui/window/AfterStart.h"

#include <QEvent>
#include <QScreen>
#include <QTimer>
#include <QWindow>
#include <cstdio>

#include "ui/MainWindow.h"
#include "ui/Workbench.h"
#include "ui/window/Desktop.h"
#include "ui/window/WorkspaceRun.h"

namespace vmscope::ui {

AfterStart::AfterStart(Desktop& desktop, const StartOptions& options, QObject* parent)
    : QObject(parent), desktop_(desktop), options_(options) {}

void AfterStart::start() {
  desktop_.window().fitInto(desktop_.window().screen()->availableSize());
  const bool isTold = options_.telling == StartOptions::Telling::Start;
  if (!isTold && options_.runs == StartOptions::Runs::None) return;
  connect(&desktop_, &Desktop::workspaceReady, this, &AfterStart::runWorkspace, Qt::SingleShotConnection);
  if (!isTold) return;
  desktop_.window().winId();  // so that there is a window to watch
  desktop_.window().windowHandle()->installEventFilter(this);
}

// The window's first exposure paints it, all at once and before the event is done.
bool AfterStart::eventFilter(QObject* watched, QEvent* event) {
  auto* window = static_cast<QWindow*>(watched);
  if (event->type() == QEvent::Expose && window->isExposed()) {
    window->removeEventFilter(this);
    QTimer::singleShot(0, this, [this] { tell("visible"); });
  }
  return QObject::eventFilter(watched, event);
}

void AfterStart::runWorkspace() {
  auto* run = new WorkspaceRun(desktop_.session(), desktop_.workspace(), desktop_.window().runs(), this);
  connect(run, &WorkspaceRun::failed, this, [this](const QString& reason) {
    desktop_.window().workbench().showStatus(reason, Workbench::StatusKind::Warning);
  });
  connect(run, &WorkspaceRun::settled, this, [this, run] {
    run->deleteLater();
    tell("ready");
  });
  run->start(options_.runs);
}

void AfterStart::tell(const char* what) {
  if (options_.telling != StartOptions::Telling::Start) return;
  std::printf("%s\n", what);
  std::fflush(stdout);
}

}  // namespace vmscope::ui
