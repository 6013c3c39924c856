#include "ui/docks/timeline/TraceLog.h"

#include <algorithm>
#include <utility>

#include "ui/client/EngineSession.h"
#include "ui/client/TraceClient.h"
#include "ui/docks/console/ConsoleFeed.h"
#include "ui/docks/console/ConsoleModel.h"

namespace vmscope::ui {

using namespace protocol::trace;

TraceLog& TraceLog::of(EngineSession& session) {
  auto* log = session.findChild<TraceLog*>(QString(), Qt::FindDirectChildrenOnly);
  return log ? *log : *new TraceLog(session);
}

TraceLog::TraceLog(EngineSession& session) : QObject(&session), session_(session) {
  connect(&session_.trace(), &TraceClient::rowsAdded, this, [this](const RowsAddedEvent& event) {
    wanted_ = event.next;
    fetch();
  });
  // What was recorded stays readable after its engine.
  connect(&session_, &EngineSession::ended, this, [this] {
    fetching_ = isLastPageDue_ = false;
    if (source_ == Source::ThisEngine) source_ = Source::LostEngine;
    setRecording(false);
  });
  connect(&session_, &EngineSession::ready, this, [this] {
    if (source_ == Source::LostEngine && count() > 0) source_ = Source::EarlierEngine;
  });
}

void TraceLog::start() {
  StartParams params;
  params.capacity = kCapacity;
  session_.trace()
      .start(params)
      .then(this,
            [this](const StartResult&) {
              clear();
              consoleCalls_ = ConsoleFeed::of(session_).model().calls();
              setRecording(true);
            })
      .otherwise(this, [this](const ProtocolError& error) { emit failed(error.message); });
}

void TraceLog::stop() {
  session_.trace()
      .stop()
      .then(this,
            [this](const StopResult&) {
              setRecording(false);
              wanted_ = next_ + 1;  // whatever came since the last notice
              isLastPageDue_ = fetching_;
              fetch();
            })
      .otherwise(this, [this](const ProtocolError& error) { emit failed(error.message); });
}

void TraceLog::setRecording(bool recording) {
  if (recording_ == recording) return;
  recording_ = recording;
  emit recordingChanged(recording);
}

void TraceLog::clear() {
  records_.clear();
  source_ = Source::ThisEngine;
  wanted_ = next_ = dropped_ = 0;
  consoleCalls_.reset();
  emit cleared();
}

void TraceLog::fetch() {
  if (fetching_ || next_ >= wanted_ || !session_.isUsable()) return;
  fetching_ = true;
  session_.trace()
      .get({next_, kPage})
      .then(this,
            [this](const GetResult& page) {
              fetching_ = false;
              take(page);
              if (std::exchange(isLastPageDue_, false)) wanted_ = next_ + 1;
              fetch();
            })
      .otherwise(this, [this](const ProtocolError& error) {
        fetching_ = false;
        emit failed(error.message);
      });
}

void TraceLog::take(const GetResult& page) {
  dropped_ = std::max<qint64>(dropped_, page.first);
  wanted_ = page.next;
  const auto fresh =
      std::find_if(page.rows.begin(), page.rows.end(), [this](const Row& row) { return row.index >= next_; });
  if (fresh == page.rows.end()) {
    if (page.rows.empty()) next_ = wanted_;
    return;
  }
  emit aboutToAppend(count(), count() + static_cast<int>(page.rows.end() - fresh) - 1);
  if (fresh->index > next_) consoleCalls_.reset();
  for (auto row = fresh; row != page.rows.end(); ++row) append(*row);
  next_ = page.rows.back().index + 1;
  emit appended();
  dropSurplus();
}

void TraceLog::append(const Row& row) {
  records_.push_back(traceRecord(row));
  TraceRecord& record = records_.back();
  if (consoleCalls_ && record.kind == TraceRecord::Kind::Console) ++*consoleCalls_;
  record.consoleCalls = consoleCalls_;
}

void TraceLog::dropSurplus() {
  const int surplus = count() - kCapacity;
  if (surplus <= 0) return;
  emit aboutToDrop(surplus);
  records_.erase(records_.begin(), records_.begin() + surplus);
  dropped_ = std::max<qint64>(dropped_, records_.front().index);
  emit droppedOldest(surplus);
}

int TraceLog::positionOf(qint64 index) const {
  const auto found = std::lower_bound(records_.begin(), records_.end(), index,
                                      [](const TraceRecord& record, qint64 wanted) { return record.index < wanted; });
  return found != records_.end() && found->index == index ? static_cast<int>(found - records_.begin()) : -1;
}

const TraceRecord* TraceLog::find(qint64 index) const {
  const int position = positionOf(index);
  return position < 0 ? nullptr : &at(position);
}

}  // namespace vmscope::ui
