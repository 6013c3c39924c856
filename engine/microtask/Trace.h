#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/microtask/Job.h"

namespace vmscope {

/// One thing that happened in the engine.
struct TraceRow {
  enum class Kind : std::uint8_t {
    Enqueue,
    JobStart,
    JobEnd,
    CheckpointStart,
    CheckpointEnd,
    TaskStart,
    TaskEnd,
    ModuleStatus,
    Console,
    Exception,
  };

  std::int64_t index = 0;  ///< its number since the start; gaps tell what was dropped
  Kind kind = Kind::Enqueue;
  double at = 0;         ///< microseconds since the recording started
  double duration = -1;  ///< of what ends here; negative where nothing does
  int queueId = 0;       ///< 0: belongs to no queue
  int contextId = 0;     ///< 0: belongs to no context
  JobId jobId = 0;
  std::uint64_t timerId = 0;
  std::string moduleId;
  std::int64_t causeIndex = -1;  ///< the row that caused this one; -1: not known
  JobKind jobKind = JobKind::Builtin;
  std::shared_ptr<const JobHandler> handler;  ///< of a job
  std::string words;                          ///< of everything else
  SourcePlace where;                          ///< of everything else

  /// What a person reads: a job's kind and handler; a task's name; a module and its status; a console line.
  std::string text() const;
  const SourcePlace& place() const { return handler ? handler->place : where; }
};
const char* toText(TraceRow::Kind kind);

/// A recording of what happened, in order: as many of the newest rows as it has room for, and how many it dropped.
///
/// Plain data; used on one thread at a time.
class Trace {
 public:
  static constexpr std::size_t kDefaultCapacity = 100'000;

  explicit Trace(std::size_t capacity = kDefaultCapacity);

  /// Gives the row its index. Once full, each row costs the oldest one its place.
  std::int64_t add(TraceRow row);
  /// Gives a row other words, where it is still kept.
  void reword(std::int64_t index, std::string words);

  std::size_t capacity() const { return capacity_; }
  /// The index of the oldest row kept, and the index that the next one will have.
  std::int64_t first() const { return next_ - static_cast<std::int64_t>(rows_.size()); }
  std::int64_t next() const { return next_; }
  std::int64_t dropped() const { return first(); }

  /// Null where it was dropped or is not there yet.
  const TraceRow* find(std::int64_t index) const;
  /// At most `count` rows from `from` on, as far as they are kept.
  std::vector<TraceRow> read(std::int64_t from, std::size_t count) const;

 private:
  std::size_t capacity_;
  std::int64_t next_ = 0;
  std::vector<TraceRow> rows_;  // a ring: the row with index i stands at i modulo the capacity
};

}  // namespace vmscope
