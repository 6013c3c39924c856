#pragma once

#include <cstdint>

#include "engine/microtask/Job.h"
#include "inspector/protocol/Microtasks.h"

namespace vmscope {

class MicrotaskQueue;
class Target;
struct StuckJob;

/// The engine's jobs and queues in the protocol's words.
protocol::microtasks::Location describe(const SourcePlace& place);
protocol::microtasks::JobKind describe(JobKind kind);
protocol::microtasks::Job describe(const Target& target, const Job& job);
protocol::microtasks::StuckJob describe(const StuckJob& job);

/// The queue as it is now, with at most so many of its jobs.
protocol::microtasks::Queue describe(const Target& target, MicrotaskQueue& queue, std::int64_t mostJobs);

/// What waits for its time, the next one first.
std::vector<protocol::microtasks::Timer> describeTimers(const Target& target);

}  // namespace vmscope
