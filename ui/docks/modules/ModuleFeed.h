#pragma once

#include <QObject>
#include <QTimer>

namespace vmscope::ui {

class EngineSession;
class ModuleGraph;

// Keeps the graph as the engine's modules are: asks for all of it when its shape changes, at most once in a while, and
// takes single changes of status as they come; shows their statuses of the past while such a moment is shown. GUI
// thread; owned by the modules dock.
class ModuleFeed : public QObject {
  Q_OBJECT

 public:
  ModuleFeed(EngineSession& session, ModuleGraph& graph, QObject* parent = nullptr);

  void refresh();

 private:
  EngineSession& session_;
  ModuleGraph& graph_;
  QTimer soon_;
};

}  // namespace vmscope::ui
