#include "engine/microtask/Trace.h"

#include <algorithm>
#include <utility>

namespace vmscope {

const char* toText(TraceRow::Kind kind) {
  constexpr const char* kTexts[] = {"enqueue",   "jobStart", "jobEnd",       "checkpointStart", "checkpointEnd",
                                    "taskStart", "taskEnd",  "moduleStatus", "console",         "exception"};
  return kTexts[static_cast<int>(kind)];
}

std::string TraceRow::text() const {
  if (!handler) return words;
  if (jobKind == JobKind::Builtin) return handler->name;
  return std::string(toText(jobKind)) + " " + handler->name;
}

Trace::Trace(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

std::int64_t Trace::add(TraceRow row) {
  row.index = next_++;
  const auto place = static_cast<std::size_t>(row.index) % capacity_;
  if (place < rows_.size()) {
    rows_[place] = std::move(row);
  } else {
    rows_.push_back(std::move(row));
  }
  return next_ - 1;
}

void Trace::reword(std::int64_t index, std::string words) {
  if (find(index) != nullptr) rows_[static_cast<std::size_t>(index) % capacity_].words = std::move(words);
}

const TraceRow* Trace::find(std::int64_t index) const {
  if (index < first() || index >= next_) return nullptr;
  return &rows_[static_cast<std::size_t>(index) % capacity_];
}

std::vector<TraceRow> Trace::read(std::int64_t from, std::size_t count) const {
  std::vector<TraceRow> rows;
  for (std::int64_t index = std::max(from, first()); index < next_ && rows.size() < count; ++index) {
    rows.push_back(*find(index));
  }
  return rows;
}

}  // namespace vmscope
