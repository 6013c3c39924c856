#pragma once

#include <QObject>

class QAction;

namespace vmscope::ui {

class EngineSession;
class QueueBoard;
class Theme;

// Hold, step, step next, run to here and drain, on the queue and job that are chosen on the board; enabled when they
// mean something. GUI thread; owned by the microtasks dock.
class QueueActions : public QObject {
  Q_OBJECT

 public:
  QueueActions(EngineSession& session, QueueBoard& board, const Theme& theme, QObject* parent = nullptr);

  QAction* hold() const { return hold_; }
  QAction* step() const { return step_; }
  QAction* stepNext() const { return stepNext_; }
  QAction* runTo() const { return runTo_; }
  QAction* drain() const { return drain_; }

 signals:
  // What an action came to, in one sentence, or why the engine refused.
  void told(const QString& sentence);

 private:
  QAction* make(const char* icon, const QString& label, const QString& explanation, const QKeySequence& keys);
  void update();
  void updateIcons();
  void holdChosen(bool held);
  void stepQueue(qint64 queueId);

  EngineSession& session_;
  QueueBoard& board_;
  const Theme& theme_;
  QAction* hold_;
  QAction* step_;
  QAction* stepNext_;
  QAction* runTo_;
  QAction* drain_;
};

}  // namespace vmscope::ui
