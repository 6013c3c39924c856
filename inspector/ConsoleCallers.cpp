#include "inspector/ConsoleCallers.h"

#include <v8-inspector.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace vmscope {
namespace {

// V8 keeps this many lines, so no more of them can be told again.
constexpr size_t kMostLines = 1000;

constexpr std::string_view kLine = R"({"method":"Runtime.consoleAPICalled",)";
constexpr std::string_view kContext = R"("executionContextId":)";
constexpr std::string_view kTime = R"(,"timestamp":)";

struct ToldLine {
  size_t idBegin;  // of the context's id in the text
  size_t idEnd;
  double time;
};

// The id and the time stand side by side behind the arguments. No text of a program reads like them: its quotes are
// escaped.
std::optional<ToldLine> find(std::string_view event) {
  if (!event.starts_with(kLine)) return std::nullopt;
  const size_t name = event.rfind(kContext);
  if (name == std::string_view::npos) return std::nullopt;
  const size_t id = name + kContext.size();
  const size_t behind = event.find_first_not_of("0123456789", id);
  if (behind == std::string_view::npos || event.compare(behind, kTime.size(), kTime) != 0) return std::nullopt;
  return ToldLine{id, behind, std::strtod(event.data() + behind + kTime.size(), nullptr)};
}

}  // namespace

double ConsoleCallers::stamp(double now) {
  lastTime_ = std::max(now, std::nextafter(lastTime_, std::numeric_limits<double>::infinity()));
  const auto from = caller();
  if (from.IsEmpty() || from == isolate_->GetCurrentContext()) return lastTime_;
  const int id = v8_inspector::V8ContextInfo::executionContextId(from);
  if (id == 0) return lastTime_;
  if (lines_.size() == kMostLines) lines_.pop_front();
  lines_.push_back({lastTime_, id});
  return lastTime_;
}

v8::Local<v8::Context> ConsoleCallers::caller() const {
  return isolate_->InContext() ? isolate_->GetIncumbentContext() : v8::Local<v8::Context>();
}

std::optional<double> ConsoleCallers::timeOf(std::string_view event) {
  const auto found = find(event);
  return found ? std::optional(found->time) : std::nullopt;
}

void ConsoleCallers::correct(std::string& event) const {
  const auto told = lines_.empty() ? std::nullopt : find(event);
  if (!told) return;
  const auto found = std::lower_bound(lines_.begin(), lines_.end(), told->time,
                                      [](const Line& line, double wanted) { return line.time < wanted; });
  if (found == lines_.end() || found->time != told->time) return;
  event.replace(told->idBegin, told->idEnd - told->idBegin, std::to_string(found->executionContextId));
}

void ConsoleCallers::contextDestroyed(int executionContextId) {
  for (Line& line : lines_) {
    if (line.executionContextId == executionContextId) line.executionContextId = 0;
  }
}

}  // namespace vmscope
