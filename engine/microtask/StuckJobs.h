#pragma once

#include <string>
#include <vector>

#include "engine/microtask/Job.h"

namespace vmscope {

class Isolate;

/// Why nothing drains a queue.
enum class Undrained {
  Held,         ///< somebody holds it
  NothingRuns,  ///< it is a context's own, drained when a run or an evaluation in it ends, and none is going on
  Disposed      ///< the context whose own it is was disposed
};

/// A continuation that will not run, because nothing will drain the queue that it, or what it waits for, sits in.
struct StuckJob {
  JobId jobId = 0;  ///< the job that nothing will run
  int queueId = 0;  ///< its queue
  JobKind kind = JobKind::Builtin;
  std::shared_ptr<const JobHandler> handler;  ///< the continuation: the job's, or one further down the line
  bool isQueued = true;                       ///< false: it only waits, directly or not, for what the job would settle
  int contextId = 0;
  Undrained cause = Undrained::Held;
  std::string owner;   ///< the context whose own the queue is, by name; empty for a shared queue
  std::string reason;  ///< why nothing will drain the queue
  std::string remedy;  ///< what would
};

/// All of them, at most `most`, the jobs of each queue in their order, each followed by who waits for it.
///
/// On the isolate's thread under its lock. While a turn runs, only held queues are looked at: it may yet drain the
/// others.
std::vector<StuckJob> findStuckJobs(Isolate& isolate, std::size_t most = 1000);

}  // namespace vmscope
