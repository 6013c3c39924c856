#pragma once

#include <QString>
#include <QTemporaryDir>
#include <functional>
#include <memory>

#include "ui/window/Actions.h"

namespace vmscope::ui {

class Desktop;
class Workbench;

// Brings a window, on the sample workspace unless told otherwise, into the states that are worth a picture, by what a
// person would press. GUI thread; each is a window of its own with an engine of its own.
class Stories {
 public:
  explicit Stories(const QString& language, const QString& workspace = {});
  ~Stories();

  // The documents have run, recorded for the timeline; memory is measured and the inspector listens.
  void runEverything();
  // The default queue is held with jobs in it, a timer waits, and the modules wait at a top-level await.
  void holdQueue();
  // One job of the held queue has run.
  void step();
  // A breakpoint in the async function, with a watch expression.
  void pause();
  // The engine is killed.
  void loseEngine();
  // The find bar is open, with matches; and closed again.
  void find();
  void endFinding();
  // The editor proposes how to go on; and what was typed is taken back.
  void complete();
  void endCompleting();

  // Writes a workspace of long names, and of Chinese ones, into the folder.
  static void writeLongNames(const QString& folder);

  Desktop& desktop() { return *desktop_; }
  // Lets events happen until the docks have shown what they know.
  void settle();
  void trigger(ActionId id);
  void triggerNamed(const char* name);

 private:
  Workbench& workbench();
  void open(const QString& document);
  void evaluate(const QString& source);
  void waitFor(const std::function<bool()>& holds, const char* what);

  QTemporaryDir folder_;
  std::unique_ptr<Desktop> desktop_;
};

}  // namespace vmscope::ui
