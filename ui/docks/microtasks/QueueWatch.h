#pragma once

#include <QObject>

namespace vmscope::ui {

class EngineSession;

// Watching queues and timers costs the engine time, so the domain is on only while somebody looks.
// One for each session, which owns it; GUI thread.
class QueueWatch : public QObject {
  Q_OBJECT

 public:
  static QueueWatch& of(EngineSession& session);

  void add();
  void remove();
  bool isOn() const { return lookers_ > 0; }

 signals:
  // The engine began to tell; what it had before must be asked for.
  void started();
  void failed(const QString& reason);

 private:
  explicit QueueWatch(EngineSession& session);
  void start();

  EngineSession& session_;
  int lookers_ = 0;
};

}  // namespace vmscope::ui
