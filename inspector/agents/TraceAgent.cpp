#include "inspector/agents/TraceAgent.h"

#include <algorithm>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/microtask/TraceExport.h"
#include "engine/module/Modules.h"
#include "inspector/InspectorClient.h"
#include "inspector/LoopTimer.h"
#include "inspector/Target.h"
#include "inspector/agents/ConsoleText.h"
#include "inspector/agents/JobDescriptions.h"
#include "inspector/agents/ModuleDescriptions.h"

namespace vmscope {

using namespace protocol::trace;
using protocol::invalidParams;

namespace {

constexpr std::int64_t kMostRows = 10'000'000;     // that a recording may keep
constexpr std::int64_t kMostRowsAtOnce = 100'000;  // that one answer holds
constexpr std::chrono::milliseconds kInterval{100};

RowKind describeKind(TraceRow::Kind kind) {
  using Kind = TraceRow::Kind;
  switch (kind) {
    case Kind::Enqueue:
      return RowKind::Enqueue;
    case Kind::JobStart:
      return RowKind::JobStart;
    case Kind::JobEnd:
      return RowKind::JobEnd;
    case Kind::CheckpointStart:
      return RowKind::CheckpointStart;
    case Kind::CheckpointEnd:
      return RowKind::CheckpointEnd;
    case Kind::TaskStart:
      return RowKind::TaskStart;
    case Kind::TaskEnd:
      return RowKind::TaskEnd;
    case Kind::ModuleStatus:
      return RowKind::ModuleStatus;
    case Kind::Console:
      return RowKind::Console;
    case Kind::Exception:
      break;
  }
  return RowKind::Exception;
}

}  // namespace

TraceAgent::TraceAgent(Target& target) : target_(target), recorder_(target.isolate()) {
  Dispatcher& table = target.dispatcher();
  table.on(*this, &TraceAgent::start);
  table.on(*this, &TraceAgent::stop);
  table.on(*this, &TraceAgent::get);
  table.on(*this, &TraceAgent::exportText);
  target.client().onConsole([this](const InspectorClient::ConsoleLine& line) {
    if (!recorder_.isRecording()) return;
    TraceRow row;
    row.kind = TraceRow::Kind::Console;
    row.contextId = line.contextId;
    row.words = line.text;
    row.where = {0, line.url, line.line, line.column};
    recorder_.add(std::move(row));
    untold_ = {recorder_.trace().next() - 1, line.time};
  });
  target.client().onConsoleTold([this](const std::string& event) { nameArguments(event); });
}

// V8's own text of a line says [object Object]; clients are told more.
void TraceAgent::nameArguments(const std::string& event) {
  if (!untold_ || ConsoleCallers::timeOf(event) != untold_->time) return;
  const auto told = protocol::Json::parse(event, nullptr, false);
  if (told.is_discarded()) return;  // half of a surrogate pair, which V8 escapes
  const protocol::Json& arguments = told["params"]["args"];
  // One that is told again, to who attached later, comes without previews.
  const bool isToldAgain = std::any_of(arguments.begin(), arguments.end(), [](const protocol::Json& argument) {
    return argument.contains("objectId") && argument["type"] == "object" && !argument.contains("preview");
  });
  if (!isToldAgain) recorder_.reword(untold_->row, consoleText(arguments));
  untold_.reset();
}

TraceAgent::~TraceAgent() {
  target_.client().onConsole(nullptr);
  target_.client().onConsoleTold(nullptr);
  target_.isolate().modules().unobserve(*this);
  if (timer_ != 0) target_.isolate().loop().hostTimers().cancel(timer_);
}

Answer<StartResult> TraceAgent::start(Session& session, const StartParams& params) {
  const std::int64_t capacity = params.capacity.value_or(static_cast<std::int64_t>(Trace::kDefaultCapacity));
  if (capacity < 1 || capacity > kMostRows) return invalidParams("capacity: it is not in 1..10000000");
  enable(session);
  if (!recorder_.isRecording()) target_.isolate().modules().observe(*this);
  recorder_.start(static_cast<size_t>(capacity));
  toldNext_ = toldDropped_ = 0;
  untold_.reset();
  if (timer_ == 0) timer_ = startLoopInterval(target_.isolate().loop(), kInterval, [this] { tellOfNewRows(); });
  return StartResult{};
}

Answer<StopResult> TraceAgent::stop(Session&, const StopParams&) {
  if (recorder_.isRecording()) target_.isolate().modules().unobserve(*this);
  recorder_.stop();
  if (timer_ != 0) target_.isolate().loop().hostTimers().cancel(timer_);
  timer_ = 0;
  tellOfNewRows();
  return StopResult{};
}

Answer<GetResult> TraceAgent::get(Session& session, const GetParams& params) {
  if (params.from < 0) return invalidParams("from: it is negative");
  if (params.count < 0) return invalidParams("count: it is negative");
  enable(session);
  const Trace& trace = recorder_.trace();
  const auto count = static_cast<size_t>(std::min(params.count, kMostRowsAtOnce));
  GetResult result;
  for (const TraceRow& row : trace.read(params.from, count)) result.rows.push_back(describe(row));
  result.first = trace.first();
  result.next = trace.next();
  result.dropped = trace.dropped();
  result.recording = recorder_.isRecording();
  return result;
}

Answer<ExportResult> TraceAgent::exportText(Session&, const ExportParams& params) {
  const bool isJson = params.format == ExportParams::Format::Json;
  return ExportResult{isJson ? toJson(recorder_.trace()) : toTraceEvents(recorder_.trace())};
}

void TraceAgent::moduleStatusChanged(const ModuleNode& module, const ModuleTransition& transition) {
  TraceRow row;
  row.kind = TraceRow::Kind::ModuleStatus;
  row.contextId = module.contextId;
  row.moduleId = protocolId(module.id);
  row.words = module.identifier + " " + (module.awaiting ? "awaiting" : nameOf(transition.to));
  recorder_.add(std::move(row));
}

void TraceAgent::tellOfNewRows() {
  const Trace& trace = recorder_.trace();
  if (trace.next() != toldNext_) notify(RowsAddedEvent{trace.next()});
  if (trace.dropped() != toldDropped_) notify(DroppedEvent{trace.dropped()});
  toldNext_ = trace.next();
  toldDropped_ = trace.dropped();
}

Row TraceAgent::describe(const TraceRow& row) const {
  Row result;
  result.index = row.index;
  result.kind = describeKind(row.kind);
  result.at = row.at;
  if (row.duration >= 0) result.durationMicros = row.duration;
  if (row.queueId != 0) result.queueId = row.queueId;
  if (const int id = target_.client().formerExecutionContextId(row.contextId); id != 0) result.executionContextId = id;
  if (row.jobId != 0) result.jobId = row.jobId;
  if (row.timerId != 0) result.timerId = static_cast<std::int64_t>(row.timerId);
  if (!row.moduleId.empty()) result.moduleId = row.moduleId;
  if (row.causeIndex >= 0) result.causeIndex = row.causeIndex;
  if (std::string text = row.text(); !text.empty()) result.text = std::move(text);
  if (row.place().line >= 0 || !row.place().url.empty()) result.location = vmscope::describe(row.place());
  return result;
}

}  // namespace vmscope
