#include "ui/docks/microtasks/QueueFeed.h"

#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/microtasks/QueueWatch.h"
#include "ui/docks/timeline/PastMoment.h"

namespace vmscope::ui {

using namespace protocol::microtasks;

namespace {
constexpr int kRefreshDelay = 30;  // milliseconds in which changes of contexts are taken as one
constexpr int kStuckDelay = 200;   // milliseconds of quiet before looking for stuck awaits
}  // namespace

QueueFeed::QueueFeed(EngineSession& session, QueueBoard& board, QObject* parent)
    : QObject(parent), session_(session), board_(board), past_(PastMoment::of(session)) {
  stuckDelay_.setSingleShot(true);
  stuckDelay_.setInterval(kStuckDelay);
  connect(&stuckDelay_, &QTimer::timeout, this, &QueueFeed::findStuck);
  refreshDelay_.setSingleShot(true);
  refreshDelay_.setInterval(kRefreshDelay);
  connect(&refreshDelay_, &QTimer::timeout, this, [this] {
    if (watching_ && session_.isUsable()) refresh();
  });
  connectEvents();
}

// A window that is taken away hides none of its docks first.
QueueFeed::~QueueFeed() {
  setWatching(false);
}

void QueueFeed::connectEvents() {
  MicrotasksClient& client = session_.microtasks();
  connect(&client, &MicrotasksClient::queueChanged, this, [this](const QueueChangedEvent& event) {
    if (!showsNow()) return;
    board_.putLane(lane(event.queue));
    stuckDelay_.start();
  });
  connect(&client, &MicrotasksClient::jobStarted, this, [this](const JobStartedEvent& event) {
    if (showsNow()) board_.startJob(queueJob(event.job));
  });
  connect(&client, &MicrotasksClient::jobFinished, this, [this](const JobFinishedEvent& event) {
    if (showsNow()) board_.finishJob(event.queueId, event.jobId);
  });
  // A queue has other contexts, or is there at all, without a word of its own.
  EngineContexts& contexts = session_.contexts();
  connect(&contexts, &EngineContexts::added, &refreshDelay_, qOverload<>(&QTimer::start));
  connect(&contexts, &EngineContexts::removed, &refreshDelay_, qOverload<>(&QTimer::start));
  connect(&QueueWatch::of(session_), &QueueWatch::started, this, [this] {
    if (watching_) refresh();
  });
  connect(&session_, &EngineSession::ended, this, [this] {
    if (showsNow()) board_.clear();  // what was recorded can still be looked at
  });
  connect(&past_, &PastMoment::changed, this, &QueueFeed::showMoment);
  if (!showsNow()) showMoment();
}

bool QueueFeed::showsNow() const {
  return !past_.scene();
}

void QueueFeed::showMoment() {
  if (!showsNow()) {
    emit stuckFound({});
    return board_.showLanes(past_.scene()->lanes);
  }
  if (!session_.isUsable()) return board_.clear();
  refresh();
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
    if (!showsNow()) return;
    std::vector<Lane> lanes;
    for (const Queue& queue : result.queues) lanes.push_back(lane(queue));
    board_.setLanes(std::move(lanes));
    stuckDelay_.start();
  });
}

void QueueFeed::findStuck() {
  if (!watching_ || !session_.isUsable() || !showsNow()) return;
  session_.microtasks().getStuck().then(this, [this](const GetStuckResult& result) {
    if (!showsNow()) return;
    std::vector<StuckWait> found;
    for (const StuckJob& job : result.stuck) {
      const Lane* queue = board_.findLane(job.queueId);
      if (queue && queue->isHeld) continue;  // the person holds it, and the lane says so
      found.push_back({QString::fromStdString(job.promise), queue ? queue->name : QString::number(job.queueId),
                       QString::fromStdString(job.reason), job.location ? sourcePlace(*job.location) : SourcePlace(),
                       job.jobId.value_or(0)});
    }
    emit stuckFound(found);
  });
}

}  // namespace vmscope::ui
