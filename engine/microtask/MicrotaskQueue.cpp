#include "engine/microtask/MicrotaskQueue.h"

#include "engine/Lock.h"

namespace vmscope {

MicrotaskQueue::MicrotaskQueue(v8::Isolate* isolate, int id)
    : own_(v8::MicrotaskQueue::New(isolate, v8::MicrotasksPolicy::kExplicit)), queue_(own_.get()), id_(id) {}

MicrotaskQueue::MicrotaskQueue(v8::MicrotaskQueue* existing, int id) : queue_(existing), id_(id) {}

void MicrotaskQueue::checkpoint(Lock& lock) {
  if (isHeld_ || queue_->IsRunningMicrotasks()) return;
  queue_->PerformCheckpoint(lock.v8());
}

void MicrotaskQueue::enqueue(Lock& lock, v8::Local<v8::Function> callback) {
  queue_->EnqueueMicrotask(lock.v8(), callback);
}

}  // namespace vmscope
