#pragma once

#include <v8-microtask-queue.h>
#include <v8.h>

#include <memory>

namespace vmscope {

class Lock;

/// A microtask queue: V8's default one, or one that a context was given for itself.
///
/// Every checkpoint of the engine goes through `checkpoint`, so that a held queue stays as it is and a watched one is
/// seen. On the isolate's thread; owned by the contexts that use it.
class MicrotaskQueue {
 public:
  /// Ids are never reused; the default queue is 1.
  MicrotaskQueue(v8::Isolate* isolate, int id);
  /// V8's own default queue, taken from a context that uses it.
  MicrotaskQueue(v8::MicrotaskQueue* existing, int id);

  int id() const { return id_; }
  v8::MicrotaskQueue* v8() const { return queue_; }

  /// A held queue is not drained at checkpoints; somebody steps it.
  void setHeld(bool held) { isHeld_ = held; }
  bool isHeld() const { return isHeld_; }

  /// Runs its jobs until it is empty, unless it is held or is being drained further up the stack.
  void checkpoint(Lock& lock);
  /// Appends a job that calls `callback`, as queueMicrotask does.
  void enqueue(Lock& lock, v8::Local<v8::Function> callback);

 private:
  std::unique_ptr<v8::MicrotaskQueue> own_;
  v8::MicrotaskQueue* queue_;
  int id_;
  bool isHeld_ = false;
};

}  // namespace vmscope
