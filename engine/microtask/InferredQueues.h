#pragma once

#include <v8.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "engine/microtask/Job.h"
#include "engine/microtask/QueueProbe.h"

namespace vmscope {

class Isolate;
class MicrotaskQueue;

/// What probably waits in the queues, inferred from V8's promise hook: for a V8 whose queues cannot be read.
///
/// It knows nothing of thenables, of promises that are resolved with promises, and of jobs that came before it began to
/// look, and it cannot tell an await from a then. Whoever shows it says "approximate". On the isolate's thread.
class InferredQueues {
 public:
  explicit InferredQueues(Isolate& isolate);
  ~InferredQueues();
  InferredQueues(const InferredQueues&) = delete;
  InferredQueues& operator=(const InferredQueues&) = delete;

  JobPage read(const MicrotaskQueue& queue, std::int64_t from, std::int64_t count) const;

  /// A job that calls `callback` goes to `queue`.
  void enqueued(MicrotaskQueue& queue, v8::Local<v8::Function> callback);
  /// `queue` is empty now.
  void drained(const MicrotaskQueue& queue);

 private:
  struct Waiting {
    std::int64_t number;
    std::shared_ptr<const JobHandler> handler;
    JobKind kind;
    int contextId;
    v8::Global<v8::Promise> derived;  // of a reaction
  };
  struct Queue {
    std::deque<Waiting> jobs;
    std::int64_t last = 0;
    std::int64_t finished = 0;
    std::int64_t running = 0;
  };
  /// The promises that are derived from a pending one, in the order of their reactions.
  struct Pending {
    v8::Global<v8::Promise> promise;
    std::vector<v8::Global<v8::Promise>> derived;
  };
  using PendingByHash = std::unordered_multimap<int, Pending>;

  static void hook(v8::PromiseHookType type, v8::Local<v8::Promise> promise, v8::Local<v8::Value> parent);
  void made(v8::Local<v8::Promise> derived, v8::Local<v8::Promise> parent);
  void resolved(v8::Local<v8::Promise> promise);
  void started(v8::Local<v8::Promise> derived);
  void finished(v8::Local<v8::Promise> derived);
  void addReaction(v8::Local<v8::Promise> derived);
  PendingByHash::iterator find(v8::Local<v8::Promise> promise);
  Queue* queueOf(v8::Local<v8::Promise> promise, int* contextId);

  Isolate& isolate_;
  std::shared_ptr<const JobHandler> reaction_;
  std::map<int, Queue> queues_;
  PendingByHash pending_;
};

}  // namespace vmscope
