#pragma once

#include <QObject>
#include <deque>
#include <optional>

#include "ui/client/Reply.h"
#include "ui/docks/timeline/TraceRecord.h"

namespace vmscope::ui {

class EngineSession;

// The recording as far as the window has read it: fetched page by page as it grows, bounded like the engine's own.
// One for each session, which owns it, so that it outlives a window that is made anew; GUI thread.
class TraceLog : public QObject {
  Q_OBJECT

 public:
  static constexpr int kCapacity = 100'000;
  static constexpr int kPage = 1000;

  static TraceLog& of(EngineSession& session);

  void start();
  void stop();
  bool isRecording() const { return recording_; }
  // Whether a fresh engine has taken the place of the one that was recorded.
  bool isOfEarlierEngine() const { return source_ == Source::EarlierEngine; }

  int count() const { return static_cast<int>(records_.size()); }
  const TraceRecord& at(int position) const { return records_[static_cast<size_t>(position)]; }
  qint64 dropped() const { return dropped_; }
  // Where a row of this index stands, or -1 when it is not kept.
  int positionOf(qint64 index) const;
  const TraceRecord* find(qint64 index) const;

  // Puts a page in, as the engine answered; also used with a recording from elsewhere.
  void take(const protocol::trace::GetResult& page);

 signals:
  void cleared();
  void aboutToAppend(int first, int last);
  void appended();
  void aboutToDrop(int count);
  void droppedOldest(int count);
  void recordingChanged(bool recording);
  void failed(const QString& reason);

 private:
  enum class Source { ThisEngine, LostEngine, EarlierEngine };

  explicit TraceLog(EngineSession& session);
  void clear();
  void fetch();
  void append(const protocol::trace::Row& row);
  void dropSurplus();
  void setRecording(bool recording);

  EngineSession& session_;
  std::deque<TraceRecord> records_;
  qint64 wanted_ = 0;  // index after the newest row that is known to exist
  qint64 next_ = 0;    // index of the row to ask for
  qint64 dropped_ = 0;
  std::optional<quint64> consoleCalls_;  // up to the newest row; unknown once rows went that were never read
  Source source_ = Source::ThisEngine;
  bool recording_ = false;
  bool fetching_ = false;
  bool isLastPageDue_ = false;  // the recording ended while a page was on its way
};

}  // namespace vmscope::ui
