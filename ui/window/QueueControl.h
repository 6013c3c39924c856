#pragma once

#include <QHash>
#include <QObject>

namespace vmscope::ui {

class Actions;
class Workbench;

// Lets the toolbar hold, step and drain the microtask queue of the context that the selector shows.
// GUI thread; owned by the main window.
class QueueControl : public QObject {
  Q_OBJECT

 public:
  QueueControl(Workbench& workbench, Actions& actions, QObject* parent);

 private:
  int currentQueue() const;  // 0 while there is none
  void hold(bool held);
  void step();
  void drain();
  void forget();
  void remember(int queueId, bool held);
  void show();
  void complain(const QString& reason);

  Workbench& workbench_;
  Actions& actions_;
  QHash<int, bool> held_;  // by queueId
};

}  // namespace vmscope::ui
