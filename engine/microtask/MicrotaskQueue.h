#pragma once

#include <v8-microtask-queue.h>
#include <v8.h>

#include <cstdint>
#include <memory>

namespace vmscope {

class Lock;
class Microtasks;

/// A microtask queue: V8's default one, or one that a context was given for itself.
///
/// Every checkpoint of the engine goes through `checkpoint`, so that a held queue stays as it is and a watched one is
/// seen. On the isolate's thread; owned by the contexts that use it.
class MicrotaskQueue {
 public:
  /// Ids are never reused; the default queue is 1.
  MicrotaskQueue(v8::Isolate* isolate, int id);
  /// V8's own default queue, taken from a context that uses it.
  MicrotaskQueue(v8::Isolate* isolate, v8::MicrotaskQueue* existing, int id);
  ~MicrotaskQueue();
  MicrotaskQueue(const MicrotaskQueue&) = delete;
  MicrotaskQueue& operator=(const MicrotaskQueue&) = delete;

  int id() const { return id_; }
  v8::MicrotaskQueue* v8() const { return queue_; }

  /// A held queue is not drained at checkpoints; somebody steps it. Use `JobStepper::hold`, which makes up for missed
  /// ones.
  void setHeld(bool held) { isHeld_ = held; }
  bool isHeld() const { return isHeld_; }
  /// Whether a checkpoint was missed because the queue is held, and in which order among all queues.
  bool isDue() const { return dueSince_ != 0; }
  std::uint64_t dueSince() const { return dueSince_; }
  void setDue(bool isDue);
  /// Whether one of its jobs runs, further up the stack.
  bool isRunning() const { return queue_->IsRunningMicrotasks() || numbering_.stepping != 0; }

  /// How its jobs are numbered: V8's count of finished jobs and `offset`. The probe and the stepper keep it.
  struct Numbering {
    std::int64_t offset = 0;    ///< jobs that V8 did not count: stepped, or dropped by a termination
    std::int64_t next = 1;      ///< one more than the highest number given so far
    std::int64_t stepping = 0;  ///< the job that is being stepped, or 0
  };
  Numbering& numbering() { return numbering_; }

  /// Runs its jobs until it is empty, unless it is held or is being drained further up the stack.
  void checkpoint(Lock& lock);
  /// Appends a job that calls `callback`, as queueMicrotask does.
  void enqueue(Lock& lock, v8::Local<v8::Function> callback);

 private:
  std::unique_ptr<v8::MicrotaskQueue> own_;
  v8::MicrotaskQueue* queue_;
  Microtasks& microtasks_;
  int id_;
  bool isHeld_ = false;
  std::uint64_t dueSince_ = 0;
  Numbering numbering_;
};

}  // namespace vmscope
