#include "engine/microtask/TraceExport.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "engine/microtask/JsonText.h"
#include "engine/microtask/Trace.h"

namespace vmscope {
namespace {

using Kind = TraceRow::Kind;

constexpr int kProcess = 1;
constexpr int kTaskTrack = 1;
// Queue ids are small and positive; their tracks follow that of the tasks.
int trackOf(const TraceRow& row) {
  return row.queueId == 0 ? kTaskTrack : kTaskTrack + row.queueId;
}

bool endsSlice(Kind kind) {
  return kind == Kind::JobEnd || kind == Kind::CheckpointEnd || kind == Kind::TaskEnd;
}

void writePlace(JsonText& json, const SourcePlace& place) {
  if (!place.isKnown()) return;
  json.name("location").beginObject().field("scriptId", std::to_string(place.scriptId)).field("url", place.url);
  json.field("line", place.line).field("column", place.column).endObject();
}

void writeRow(JsonText& json, const TraceRow& row) {
  json.newLine().beginObject().field("index", row.index).field("kind", toText(row.kind)).field("at", row.at);
  if (row.duration >= 0) json.field("durationMicros", row.duration);
  if (row.queueId != 0) json.field("queueId", row.queueId);
  if (row.contextId != 0) json.field("executionContextId", row.contextId);
  if (row.jobId != 0) json.field("jobId", row.jobId);
  if (row.timerId != 0) json.field("timerId", static_cast<std::int64_t>(row.timerId));
  if (!row.moduleId.empty()) json.field("moduleId", row.moduleId);
  if (row.causeIndex >= 0) json.field("causeIndex", row.causeIndex);
  if (const std::string text = row.text(); !text.empty()) json.field("text", text);
  writePlace(json, row.place());
  json.endObject();
}

/// One object of the Trace Event format, left open for what its phase needs more.
JsonText& beginEvent(JsonText& json, const TraceRow& row, const char* phase, const std::string& name, double at) {
  json.newLine().beginObject().field("name", name).field("cat", toText(row.kind)).field("ph", phase);
  return json.field("ts", at).field("pid", kProcess).field("tid", trackOf(row));
}

void writeArguments(JsonText& json, const TraceRow& row) {
  if (row.jobId == 0 && row.contextId == 0 && !row.place().isKnown()) return;
  json.name("args").beginObject();
  if (row.jobId != 0) json.field("job", row.jobId);
  if (row.contextId != 0) json.field("context", row.contextId);
  if (const SourcePlace& place = row.place(); place.isKnown()) {
    json.field("where", place.url + ":" + std::to_string(place.line + 1) + ":" + std::to_string(place.column + 1));
  }
  json.endObject();
}

void writeName(JsonText& json, const char* what, int track, const std::string& name) {
  json.newLine().beginObject().field("name", what).field("ph", "M").field("pid", kProcess).field("tid", track);
  json.name("args").beginObject().field("name", name).endObject().endObject();
}

// Viewers would put the busiest track first.
void writeTrack(JsonText& json, int track, const std::string& name) {
  writeName(json, "thread_name", track, name);
  json.newLine().beginObject().field("name", "thread_sort_index").field("ph", "M");
  json.field("pid", kProcess).field("tid", track);
  json.name("args").beginObject().field("sort_index", track).endObject().endObject();
}

void writeSlice(JsonText& json, const TraceRow& row) {
  const double start = std::max(0.0, row.at - row.duration);
  beginEvent(json, row, "X", row.text(), start).field("dur", row.duration);
  writeArguments(json, row);
  json.endObject();
}

/// An arrow's end. It binds to the slice around it, so it is written with the track of that slice.
void writeArrow(JsonText& json, const char* phase, int track, JobId job, double at) {
  json.newLine().beginObject().field("name", "enqueued").field("cat", "flow").field("ph", phase).field("id", job);
  json.field("ts", at).field("pid", kProcess).field("tid", track);
  if (*phase == 'f') json.field("bp", "e");
  json.endObject();
}

/// From the slice of the job or task that enqueued, to the slice of the job. Both must have been recorded to their
/// ends.
class Arrows {
 public:
  explicit Arrows(const Trace& trace) : trace_(trace) {
    for (std::int64_t index = trace.first(); index < trace.next(); ++index) {
      if (trace.find(index)->kind == Kind::JobEnd) ended_.insert(trace.find(index)->jobId);
    }
  }

  void write(JsonText& json, const TraceRow& row) {
    const TraceRow* cause = row.kind == Kind::Enqueue ? trace_.find(row.causeIndex) : nullptr;
    if (cause && ended_.count(row.jobId) != 0) {
      writeArrow(json, "s", trackOf(*cause), row.jobId, row.at);
      begun_.insert(row.jobId);
    }
    if (row.kind == Kind::JobStart && begun_.erase(row.jobId) != 0) {
      writeArrow(json, "f", trackOf(row), row.jobId, row.at);
    }
  }

 private:
  const Trace& trace_;
  std::unordered_set<JobId> ended_;
  std::unordered_set<JobId> begun_;
};

void writeEnqueue(JsonText& json, const TraceRow& row) {
  beginEvent(json, row, "i", "enqueue " + row.text(), row.at).field("s", "t");
  writeArguments(json, row);
  json.endObject();
}

void writeInstant(JsonText& json, const TraceRow& row) {
  beginEvent(json, row, "i", row.text(), row.at).field("s", "p");
  writeArguments(json, row);
  json.endObject();
}

}  // namespace

std::string toJson(const Trace& trace) {
  JsonText json;
  json.beginObject().field("first", trace.first()).field("next", trace.next()).field("dropped", trace.dropped());
  json.name("rows").beginArray();
  for (std::int64_t index = trace.first(); index < trace.next(); ++index) writeRow(json, *trace.find(index));
  json.endArray().endObject();
  return json.take() + "\n";
}

std::string toTraceEvents(const Trace& trace) {
  JsonText json;
  json.beginObject().field("displayTimeUnit", "ns");
  json.name("otherData").beginObject().field("dropped", std::to_string(trace.dropped())).endObject();
  json.name("traceEvents").beginArray();
  writeName(json, "process_name", kTaskTrack, "vmscope engine");
  writeTrack(json, kTaskTrack, "tasks");
  std::set<int> queues;
  Arrows arrows(trace);
  for (std::int64_t index = trace.first(); index < trace.next(); ++index) {
    const TraceRow& row = *trace.find(index);
    if (row.queueId != 0 && queues.insert(row.queueId).second) {
      writeTrack(json, trackOf(row), "microtask queue " + std::to_string(row.queueId));
    }
    arrows.write(json, row);
    if (endsSlice(row.kind)) {
      writeSlice(json, row);
    } else if (row.kind == Kind::Enqueue) {
      writeEnqueue(json, row);
    } else if (row.kind >= Kind::ModuleStatus) {
      writeInstant(json, row);
    }
  }
  json.endArray().endObject();
  return json.take() + "\n";
}

}  // namespace vmscope
