#pragma once

#include <string>

namespace vmscope {

class Trace;

/// The recording as JSON: `{"first", "next", "dropped", "rows": [...]}`, a row with the names of the protocol's
/// Trace.Row.
std::string toJson(const Trace& trace);

/// The recording in the Trace Event format, which Perfetto and chrome://tracing open. Jobs, checkpoints and tasks are
/// slices, one track for each queue and one for tasks; an enqueue is an instant with a flow arrow to the job's slice.
///
/// Every slice is a complete event ("X"), so a recording whose beginning was dropped has no end without its beginning.
std::string toTraceEvents(const Trace& trace);

}  // namespace vmscope
