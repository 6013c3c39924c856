#include "engine/microtask/MicrotaskQueue.h"

#include "engine/Isolate.h"
#include "engine/Lock.h"
#include "engine/microtask/InferredQueues.h"
#include "engine/microtask/Microtasks.h"

namespace vmscope {

MicrotaskQueue::MicrotaskQueue(v8::Isolate* isolate, int id)
    : own_(v8::MicrotaskQueue::New(isolate, v8::MicrotasksPolicy::kExplicit)),
      queue_(own_.get()),
      microtasks_(Isolate::from(isolate).microtasks()),
      id_(id) {
  microtasks_.add(*this);
}

MicrotaskQueue::MicrotaskQueue(v8::Isolate* isolate, v8::MicrotaskQueue* existing, int id)
    : queue_(existing), microtasks_(Isolate::from(isolate).microtasks()), id_(id) {
  microtasks_.add(*this);
}

MicrotaskQueue::~MicrotaskQueue() {
  microtasks_.remove(*this);
}

void MicrotaskQueue::setDue(bool isDue) {
  if (isDue == this->isDue()) return;
  dueSince_ = isDue ? microtasks_.nextDue() : 0;
}

void MicrotaskQueue::checkpoint(Lock& lock) {
  if (isRunning()) return;
  if (isHeld_) {
    if (microtasks_.mayHaveJobs(*this)) setDue(true);
    microtasks_.heldBack(*this);
    return;
  }
  dueSince_ = 0;
  microtasks_.checkpoint(lock, *this);
}

void MicrotaskQueue::enqueue(Lock& lock, v8::Local<v8::Function> callback) {
  microtasks_.origins().aboutToEnqueue();
  if (InferredQueues* inferred = microtasks_.inferred()) inferred->enqueued(*this, callback);
  queue_->EnqueueMicrotask(lock.v8(), callback);
}

}  // namespace vmscope
