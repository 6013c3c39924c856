#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vmscope {

/// A job's number for life in its queue, and the queue: an integer that JavaScript's numbers hold exactly, never
/// reused.
///
/// The default queue (1) has the ids 1, 2, 3, ...; each further queue counts from a base of its own.
using JobId = std::int64_t;
inline constexpr std::int64_t kJobsPerQueue = 100'000'000'000;
constexpr JobId makeJobId(int queueId, std::int64_t number) {
  return (queueId - 1) * kJobsPerQueue + number;
}
constexpr int queueOf(JobId id) {
  return static_cast<int>(id / kJobsPerQueue) + 1;
}
constexpr std::int64_t numberOf(JobId id) {
  return id % kJobsPerQueue;
}

/// What a job does. `Builtin` is a step of a function of the engine, and whatever is not known better.
enum class JobKind : std::uint8_t { Then, Catch, Finally, Await, Thenable, Callback, Builtin };
const char* toText(JobKind kind);

/// A place in a source, 0-based; `scriptId` 0 where there is none.
struct SourcePlace {
  int scriptId = 0;
  std::string url;
  int line = -1;
  int column = -1;

  bool isKnown() const { return scriptId != 0; }
};

/// The function that a job runs, shared by all jobs that run it from the same place.
struct JobHandler {
  std::string name;     ///< its name, or what it is where it has none that can be seen
  SourcePlace place;    ///< an await: where the function waits; else where the function is
  bool isExact = true;  ///< false: `place` is only where the suspended function begins
};

/// What put a job into its queue.
struct JobCause {
  enum class Kind : std::uint8_t { Unknown, Job, Script, Timer, Host };
  Kind kind = Kind::Unknown;
  JobId job = 0;     ///< of the kind `Job`
  std::string name;  ///< the script's, or the timer's
};
const char* toText(JobCause::Kind kind);

/// A frame of a creation stack, 0-based.
struct StackFrame {
  std::string function;
  SourcePlace place;
};
using CreationStack = std::vector<StackFrame>;

/// An entry of a microtask queue, as plain data: it stays true, and may cross threads, when the job has long run.
struct Job {
  JobId id = 0;
  int queueId = 0;
  JobKind kind = JobKind::Builtin;
  int contextId = 0;  ///< 0: a context that is none of ours
  std::shared_ptr<const JobHandler> handler;
  std::shared_ptr<const JobCause> cause;        ///< null: nobody was watching
  std::shared_ptr<const CreationStack> origin;  ///< null: origins are not watched
};

}  // namespace vmscope
