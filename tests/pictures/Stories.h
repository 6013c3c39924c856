#pragma once

#include <QString>
#include <QTemporaryDir>
#include <functional>
#include <memory>

#include "ui/window/Actions.h"

namespace vmscope::ui {

class Desktop;
class Workbench;

// Brings a window on the sample workspace into the states that are worth a picture, by what a person would press. GUI
// thread; each is a window of its own with an engine of its own.
class Stories {
 public:
  explicit Stories(const QString& language);
  ~Stories();

  // The documents have run, recorded for the timeline; memory is measured and the inspector listens.
  void runEverything();
  // The default queue is held with jobs in it, a timer waits, and the modules wait at a top-level await.
  void holdQueue();
  // A breakpoint in the async function, with a watch expression.
  void pause();

  Desktop& desktop() { return *desktop_; }
  // Lets events happen until the docks have shown what they know.
  void settle();

 private:
  Workbench& workbench();
  void trigger(ActionId id);
  void open(const QString& document);
  void evaluate(const QString& source);
  void waitFor(const std::function<bool()>& holds, const char* what);

  QTemporaryDir folder_;
  std::unique_ptr<Desktop> desktop_;
};

}  // namespace vmscope::ui
