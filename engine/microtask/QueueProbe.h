#pragma once

#include <v8.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/microtask/Calibration.h"
#include "engine/microtask/Job.h"
#include "engine/microtask/JobLabels.h"
#include "engine/microtask/Ring.h"

namespace vmscope {

class MicrotaskQueue;
class SuspensionLocator;

/// A part of a queue: the jobs from `first` on, head first.
struct JobPage {
  std::int64_t length = 0;    ///< how many jobs wait in all
  std::int64_t finished = 0;  ///< how many have run
  JobId running = 0;          ///< the job that runs now, or 0
  std::int64_t first = 0;     ///< the index of the first one in `jobs`
  std::vector<Job> jobs;      ///< without cause and origin, which `JobOrigins` adds
};

/// What a waiting job works on. The handles live in the caller's scope.
struct JobObjects {
  v8::Local<v8::Value> handler;
  v8::Local<v8::Value> argument;
  v8::Local<v8::Value> promise;  ///< the promise that the job settles; undefined where it settles none
};

/// Reads V8's own microtask queues, exactly.
///
/// On the isolate's thread, also from an interrupt of running JavaScript. The first question calibrates (a few
/// milliseconds); before it, a probe costs nothing. Where the calibration does not verify, `failure` says why and the
/// probe answers nothing, rather than something that may be wrong.
class QueueProbe {
 public:
  explicit QueueProbe(v8::Isolate* isolate) : isolate_(isolate), labels_(isolate) {}
  QueueProbe(const QueueProbe&) = delete;
  QueueProbe& operator=(const QueueProbe&) = delete;

  /// Makes the places of awaits known; without it they name the function only. Null removes it.
  void setLocator(SuspensionLocator* locator) { labels_.setLocator(locator); }

  bool isExact();
  /// Why the queue cannot be read; empty when it can.
  const std::string& failure();
  /// For tests of what happens then: as if the calibration had found `failure`.
  void forbid(std::string failure);

  std::int64_t length(const MicrotaskQueue& queue);
  /// The number in its queue that the job at the head has, or will have when one comes.
  std::int64_t headNumber(MicrotaskQueue& queue);
  /// The job of this queue that runs now, or 0.
  JobId running(MicrotaskQueue& queue);
  /// V8 has dropped the rest of the queue, as it does when JavaScript is terminated in a job: their numbers stay
  /// theirs.
  void noteDropped(MicrotaskQueue& queue);

  /// At most `count` jobs from index `from` on. About 0.1 µs a job, and a few µs for each function not met lately.
  JobPage read(MicrotaskQueue& queue, std::int64_t from, std::int64_t count);
  std::optional<Job> head(MicrotaskQueue& queue);
  /// Who waits for what the job will settle, directly or by others that wait: at most `most`, nearest first. They have
  /// no job yet, so their ids are 0.
  /// Whether a job waits that goes on with those who import `module`: its body has run to its end. Only of the next
  /// 10,000 jobs, and only of queues that somebody has looked at.
  bool hasEnded(MicrotaskQueue& queue, v8::Local<v8::Module> module);
  std::vector<Job> waitingFor(MicrotaskQueue& queue, JobId job, std::size_t most);
  /// Nothing when the job has run or is not there yet.
  std::optional<JobObjects> objects(MicrotaskQueue& queue, JobId job);

  /// The queue's ring buffer. Only when exact.
  Ring ring(const MicrotaskQueue& queue);
  Ring ring(v8::MicrotaskQueue& queue);

 private:
  const Calibrated& calibrated();
  /// V8's object of a waiting job, or 0.
  heap::Word find(MicrotaskQueue& queue, JobId job);

  v8::Isolate* isolate_;
  std::unique_ptr<Calibrated> calibrated_;
  JobLabels labels_;
  std::vector<heap::Word> words_;  // kept for its memory
};

}  // namespace vmscope
