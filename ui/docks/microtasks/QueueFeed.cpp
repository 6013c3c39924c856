#include "ui/docks/microtasks/QueueFeed.h"

#include <algorithm>
#include <utility>

#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/docks/debugger/PauseState.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/microtasks/QueueWatch.h"
#include "ui/docks/microtasks/StuckWait.h"
#include "ui/docks/timeline/PastMoment.h"

namespace vmscope::ui {

using namespace protocol::microtasks;

namespace {
constexpr int kRefreshDelay = 30;  // milliseconds in which changes of contexts are taken as one
constexpr qint64 kMostPages = 4;   // read at once
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
  readDelay_.setSingleShot(true);
  readDelay_.setInterval(0);
  connect(&readDelay_, &QTimer::timeout, this, &QueueFeed::readPage);
  connect(&board_, &QueueBoard::jobsWanted, this, &QueueFeed::want);
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
  // No queue changes while JavaScript is paused, but which job runs is then worth knowing.
  PauseState& pause = PauseState::of(session_);
  connect(&pause, &PauseState::paused, this, [this] {
    showPause();
    refreshDelay_.start();
  });
  connect(&pause, &PauseState::resumed, this, &QueueFeed::showPause);
  connect(&past_, &PastMoment::changed, this, &QueueFeed::showMoment);
  showPause();
  if (!showsNow()) showMoment();
}

void QueueFeed::showPause() {
  const PauseState& pause = PauseState::of(session_);
  if (!showsNow() || !pause.frame()) return board_.setPause({});
  const CallFrame& top = pause.pause()->callFrames.front();
  board_.setPause(
      QueueBoard::Pause{pause.executionContextId(),
                        {top.url, top.location.lineNumber, top.location.columnNumber, top.location.scriptId}});
}

bool QueueFeed::showsNow() const {
  return !past_.scene();
}

void QueueFeed::showMoment() {
  showPause();
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

// Of what was wanted while a page was on its way, only the last is still looked at.
void QueueFeed::want(qint64 queueId, qint64 first, qint64 last) {
  const bool isNear = wanted_.queueId == queueId && first <= wanted_.last + JobPages::kJobsInPage &&
                      last >= wanted_.first - JobPages::kJobsInPage;
  wanted_ = isNear ? Wanted{queueId, std::min(first, wanted_.first), std::max(last, wanted_.last)}
                   : Wanted{queueId, first, last};
  if (!isReading_) readDelay_.start();
}

void QueueFeed::readPage() {
  if (wanted_.last < 0 || isReading_ || !session_.isUsable() || !showsNow()) return;
  constexpr qint64 kPage = JobPages::kJobsInPage;
  const Wanted wanted = std::exchange(wanted_, {});
  const qint64 first = wanted.first / kPage * kPage;
  const qint64 count = std::min((wanted.last - first) / kPage + 1, kMostPages) * kPage;
  isReading_ = true;
  session_.microtasks()
      .getJobs({wanted.queueId, first, count})
      .then(this,
            [this, queueId = wanted.queueId](const GetJobsResult& result) {
              isReading_ = false;
              if (!showsNow()) return;
              std::vector<QueueJob> page;
              page.reserve(result.jobs.size());
              for (const Job& job : result.jobs) page.push_back(queueJob(job));
              board_.putPage(queueId, std::move(page));
              readDelay_.start();
            })
      .otherwise(this, [this](const ProtocolError&) { isReading_ = false; });
}

void QueueFeed::findStuck() {
  if (!watching_ || !session_.isUsable() || !showsNow()) return;
  session_.microtasks().getStuck().then(this, [this](const GetStuckResult& result) {
    if (!showsNow()) return;
    std::vector<StuckWait> found;
    for (const StuckJob& job : result.stuck) {
      const Lane* queue = board_.findLane(job.queueId);
      if (queue && queue->isHeld) continue;  // the person holds it, and the lane says so
      found.push_back(stuckWait(job, queue ? queue->name : QString::number(job.queueId)));
    }
    emit stuckFound(found);
  });
}

}  // namespace vmscope::ui
