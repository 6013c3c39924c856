#pragma once

#include <QObject>

namespace vmscope::ui {

class ConsoleModel;
class EngineSession;

// Brings what the engine says to the console's model, and what the model asks to the engine.
// GUI thread; owned by the console dock.
class ConsoleFeed : public QObject {
  Q_OBJECT

 public:
  ConsoleFeed(EngineSession& session, ConsoleModel& model, QObject* parent = nullptr);

 private:
  void connectArrivals();
  void connectEngine();
  void connectTrees();

  EngineSession& session_;
  ConsoleModel& model_;
};

}  // namespace vmscope::ui
