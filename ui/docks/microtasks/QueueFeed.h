#pragma once

#include <QObject>
#include <QTimer>

#include "ui/docks/microtasks/QueueJob.h"

namespace vmscope::ui {

class EngineSession;
class PastMoment;
class QueueBoard;

struct StuckWait;

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
  // Jobs of a queue, counted from its head.
  struct Wanted {
    qint64 queueId = 0;
    qint64 first = 0;
    qint64 last = -1;
  };

  void connectEvents();
  bool showsNow() const;
  void showMoment();
  void showPause();
  void refresh();
  void want(qint64 queueId, qint64 first, qint64 last);
  void readPage();
  void findStuck();

  EngineSession& session_;
  QueueBoard& board_;
  PastMoment& past_;
  QTimer stuckDelay_;
  QTimer refreshDelay_;
  QTimer readDelay_;
  Wanted wanted_;
  bool isReading_ = false;
  bool watching_ = false;
};

}  // namespace vmscope::ui
