#include "ui/docks/microtasks/QueueFeed.h"

#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/microtasks/QueueWatch.h"

namespace vmscope::ui {

using namespace protocol::microtasks;

namespace {
constexpr int kStuckDelay = 200;  // milliseconds of quiet before looking for stuck awaits
}

QueueFeed::QueueFeed(EngineSession& session, QueueBoard& board, QObject* parent)
    : QObject(parent), session_(session), board_(board) {
  stuckDelay_.setSingleShot(true);
  stuckDelay_.setInterval(kStuckDelay);
  connect(&stuckDelay_, &QTimer::timeout, this, &QueueFeed::findStuck);
  connectEvents();
}

// A window that is taken away hides none of its docks first.
QueueFeed::~QueueFeed() {
  setWatching(false);
}

void QueueFeed::connectEvents() {
  MicrotasksClient& client = session_.microtasks();
  connect(&client, &MicrotasksClient::queueChanged, this, [this](const QueueChangedEvent& event) {
    board_.putLane(lane(event.queue));
    stuckDelay_.start();
  });
  connect(&client, &MicrotasksClient::jobStarted, this,
          [this](const JobStartedEvent& event) { board_.startJob(queueJob(event.job)); });
  connect(&client, &MicrotasksClient::jobFinished, this,
          [this](const JobFinishedEvent& event) { board_.finishJob(event.queueId, event.jobId); });
  connect(&QueueWatch::of(session_), &QueueWatch::started, this, [this] {
    if (watching_) refresh();
  });
  connect(&session_, &EngineSession::ended, &board_, &QueueBoard::clear);
}

void QueueFeed::setWatching(bool watching) {
  if (watching_ == watching) return;
  watching_ = watching;
  QueueWatch& watch = QueueWatch::of(session_);
  if (!watching) return watch.remove();
  const bool wasOn = watch.isOn();
  watch.add();
  if (wasOn && session_.isUsable()) refresh();
}

void QueueFeed::refresh() {
  session_.microtasks().getQueues().then(this, [this](const GetQueuesResult& result) {
    std::vector<Lane> lanes;
    for (const Queue& queue : result.queues) lanes.push_back(lane(queue));
    board_.setLanes(std::move(lanes));
    stuckDelay_.start();
  });
}

void QueueFeed::findStuck() {
  if (!watching_ || !session_.isUsable()) return;
  session_.microtasks().getStuck().then(this, [this](const GetStuckResult& result) {
    std::vector<StuckWait> found;
    for (const StuckJob& job : result.stuck) {
      const Lane* queue = board_.findLane(job.queueId);
      found.push_back({QString::fromStdString(job.promise), queue ? queue->name : QString::number(job.queueId),
                       QString::fromStdString(job.reason), job.location ? sourcePlace(*job.location) : SourcePlace(),
                       job.jobId.value_or(0)});
    }
    emit stuckFound(found);
  });
}

}  // namespace vmscope::ui
