#pragma once

#include <QObject>
#include <QTimer>

#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

class EngineSession;
class PastMoment;
class QueueBoard;

// A continuation that waits on a queue which nothing will drain.
struct StuckWait {
  QString promise;
  QString queue;
  QString reason;
  SourcePlace place;
  qint64 jobId = 0;
};

// Keeps the board as the engine's queues are, while somebody looks; or as they were, while a moment of the past is
// shown. GUI thread; owned by the microtasks dock.
class QueueFeed : public QObject {
  Q_OBJECT

 public:
  QueueFeed(EngineSession& session, QueueBoard& board, QObject* parent = nullptr);
  ~QueueFeed() override;

  void setWatching(bool watching);
  bool isWatching() const { return watching_; }

 signals:
  void stuckFound(const std::vector<vmscope::ui::StuckWait>& stuck);

 private:
  void connectEvents();
  bool showsNow() const;
  void showMoment();
  void refresh();
  void findStuck();

  EngineSession& session_;
  QueueBoard& board_;
  PastMoment& past_;
  QTimer stuckDelay_;
  QTimer refreshDelay_;
  bool watching_ = false;
};

}  // namespace vmscope::ui
