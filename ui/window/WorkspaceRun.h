#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "ui/window/CommandLine.h"
#include "ui/window/RunControl.h"

namespace vmscope::ui {

class EngineSession;
class Workspace;

// Runs every document of the workspace in its context, one after the other, and then waits for the timers they set.
// A module that an earlier one imported has run with it and is not run again. GUI thread; used by screenshots and
// headless runs.
class WorkspaceRun : public QObject {
  Q_OBJECT

 public:
  WorkspaceRun(EngineSession& session, Workspace& workspace, RunControl& runs, QObject* parent = nullptr);

  // Begins as soon as all contexts of the workspace are there; with nothing to run, that is the end of it.
  void start(StartOptions::Runs what);

 signals:
  void begun();  // all contexts are there
  void documentFinished(const vmscope::ui::RunReport& report);
  // The workspace could not be run, wholly or in part.
  void failed(const QString& reason);
  void settled();

 private:
  struct Step {
    QString context;
    QString document;
  };

  void begin();
  bool hasAllContexts() const;
  void next();
  void runUnlessImported(const Step& step);
  void run(const Step& step);
  void awaitTimers();
  void askForTimers();
  void settle();

  EngineSession& session_;
  Workspace& workspace_;
  RunControl& runs_;
  QStringList awaitedContexts_;
  std::vector<Step> steps_;
  size_t nextStep_ = 0;
  QTimer deadline_;
  bool begun_ = false;
  bool settled_ = false;
};

}  // namespace vmscope::ui
