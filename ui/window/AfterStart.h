#pragma once

#include <QObject>
#include <QPointer>

#include "ui/window/CommandLine.h"

class QWindow;

namespace vmscope::ui {

class Desktop;

// What the command line asks of a window that a person uses: to run the workspace's documents once they are there, and
// to tell on standard output when the window is visible and when its workspace is ready, for whoever measures it.
// GUI thread; owned by main().
class AfterStart : public QObject {
  Q_OBJECT

 public:
  AfterStart(Desktop& desktop, const StartOptions& options, QObject* parent = nullptr);

  // Before the window is shown.
  void start();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void runWorkspace();
  void tell(const char* what);

  Desktop& desktop_;
  StartOptions options_;
};

}  // namespace vmscope::ui
