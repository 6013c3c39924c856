#include "engine/microtask/TraceAccount.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

#include "engine/TextColumns.h"
#include "engine/microtask/Trace.h"

namespace vmscope {
namespace {

using Kind = TraceRow::Kind;

constexpr std::size_t kColumns = 6;
using Line = std::array<std::string, kColumns>;

std::string placeText(const SourcePlace& place) {
  if (!place.isKnown()) return {};
  const std::string file = place.url.empty() ? "script " + std::to_string(place.scriptId)
                                             : std::filesystem::path(place.url).filename().string();
  return file + ":" + std::to_string(place.line + 1) + ":" + std::to_string(place.column + 1);
}

std::string microseconds(double duration) {
  return std::to_string(static_cast<long long>(duration)) + " us";
}

std::string table(const std::vector<Line>& lines) {
  std::array<std::size_t, kColumns> widths{};
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], columnsOf(line[i]));
  }
  std::string text;
  for (const Line& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < kColumns; ++i) {
      row += padded(line[i], widths[i] + 2);
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

/// Reads a recording in the order of its rows and numbers the jobs as they run.
class Account {
 public:
  explicit Account(const Trace& trace) : trace_(trace) {
    for (std::int64_t index = trace.first(); index < trace.next(); ++index) add(*trace.find(index));
  }

  std::string text() const {
    std::string text = summary();
    if (lines_.size() > 1) text += "\n" + table(lines_);
    if (waiting_.empty()) return text;
    text += "\nStill waiting:\n";
    for (const auto& [job, row] : waiting_) {
      text += "  " + row->text() + "  " + placeText(row->place()) + "  in queue " + std::to_string(row->queueId) + "\n";
    }
    return text;
  }

 private:
  void add(const TraceRow& row) {
    if (row.kind == Kind::Enqueue) waiting_[row.jobId] = &row;
    if (row.kind == Kind::CheckpointEnd && std::exchange(hasRunSome_, false)) ++checkpoints_;
    if (row.kind == Kind::JobStart) start(row);
    if (row.kind == Kind::JobEnd) end(row);
  }

  void start(const TraceRow& row) {
    hasRunSome_ = true;
    waiting_.erase(row.jobId);
    ran_[row.jobId] = lines_.size();
    lines_.push_back({std::to_string(lines_.size()), std::to_string(row.queueId), row.text(), placeText(row.place()),
                      causeOf(row), ""});
  }

  void end(const TraceRow& row) {
    if (const auto line = ran_.find(row.jobId); line != ran_.end())
      lines_[line->second].back() = microseconds(row.duration);
  }

  /// What ran when the job was enqueued.
  std::string causeOf(const TraceRow& start) const {
    const TraceRow* enqueued = trace_.find(start.causeIndex);
    if (!enqueued) return "unknown";
    const TraceRow* cause = trace_.find(enqueued->causeIndex);
    if (!cause) return enqueued->causeIndex < 0 ? "the host" : "unknown";
    if (cause->kind == Kind::TaskStart) return std::filesystem::path(cause->text()).filename().string();
    const auto line = ran_.find(cause->jobId);
    return line == ran_.end() ? "unknown" : "job " + lines_[line->second].front();
  }

  std::string summary() const {
    std::string text = std::to_string(lines_.size() - 1) + (lines_.size() == 2 ? " job" : " jobs") + " ran in " +
                       std::to_string(checkpoints_) + (checkpoints_ == 1 ? " checkpoint" : " checkpoints") + ".\n";
    if (trace_.dropped() > 0) {
      text += "The recording is longer than its room: its first " + std::to_string(trace_.dropped()) +
              " rows were dropped.\n";
    }
    return text;
  }

  const Trace& trace_;
  std::vector<Line> lines_{{"#", "queue", "job", "where", "enqueued by", "took"}};
  std::map<JobId, std::size_t> ran_;
  std::map<JobId, const TraceRow*> waiting_;
  int checkpoints_ = 0;  // those with jobs
  bool hasRunSome_ = false;
};

}  // namespace

std::string account(const Trace& trace) {
  return Account(trace).text();
}

}  // namespace vmscope
