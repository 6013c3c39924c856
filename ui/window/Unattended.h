#pragma once

#include <QObject>
#include <QString>
#include <cstdio>

#include "ui/window/CommandLine.h"

namespace vmscope::ui {

class Desktop;
class WorkspaceRun;
struct ConsoleCall;
struct Paused;
struct RunReport;

// Does for a terminal what a person does with the window: runs the workspace, prints what came of it, writes a picture
// of the real window, and ends the program. GUI thread; owned by main().
class Unattended : public QObject {
  Q_OBJECT

 public:
  Unattended(Desktop& desktop, const StartOptions& options, QObject* parent = nullptr);

  // Ends the application's event loop with this status: 0, or 1 when something could not be done.
  void start();

 private:
  void print(const QString& line);
  void complain(const QString& line);
  void printContexts();
  void printConsole();
  void printReport(const RunReport& report);
  void endWherePaused(const Paused& pause);
  void printInspector();
  void takePicture();
  void finish();

  Desktop& desktop_;
  StartOptions options_;
  bool ending_ = false;
  int status_ = 0;
};

}  // namespace vmscope::ui
