#pragma once

#include <QObject>

namespace vmscope::ui {

class ConsoleModel;
class EngineSession;

// Brings what the engine says to the console's model, and what the model asks to the engine. One for each session,
// which owns it, so that the lines outlive a window that is made anew; GUI thread.
class ConsoleFeed : public QObject {
  Q_OBJECT

 public:
  static ConsoleFeed& of(EngineSession& session);

  ConsoleModel& model() { return *model_; }

 private:
  explicit ConsoleFeed(EngineSession& session);
  void connectArrivals();
  void connectEngine();
  void connectTrees();

  EngineSession& session_;
  ConsoleModel* model_;
};

}  // namespace vmscope::ui
