#include "engine/Rejections.h"

#include <utility>

#include "engine/Completion.h"
#include "engine/Isolate.h"
#include "engine/Timers.h"

namespace vmscope {

Rejections::Rejections(Isolate& isolate) : isolate_(isolate) {
  isolate.v8()->SetPromiseRejectCallback(&rejected);
}

void Rejections::rejected(v8::PromiseRejectMessage message) {
  const auto promise = message.GetPromise();
  Isolate& isolate = Isolate::from(v8::Isolate::GetCurrent());
  switch (message.GetEvent()) {
    case v8::kPromiseRejectWithNoHandler:
      return isolate.rejections().add(isolate.v8(), promise, message.GetValue());
    case v8::kPromiseHandlerAddedAfterReject:
      return isolate.rejections().handle(isolate.v8(), promise);
    case v8::kPromiseRejectAfterResolved:
    case v8::kPromiseResolveAfterResolved:
      return;
  }
}

void Rejections::add(v8::Isolate* isolate, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason) {
  pending_.push_back({v8::Global<v8::Promise>(isolate, promise), v8::Global<v8::Value>(isolate, reason)});
}

// V8 tells of a handler before the promise knows of it. The promises that do are not looked for each time: a program
// may reject ten thousand of them and handle them later in the same turn.
void Rejections::handle(v8::Isolate* isolate, v8::Local<v8::Promise> promise) {
  if (reported_.take(promise)) {
    handledLate_.emplace_back(isolate, promise);
  } else if (2 * ++handledInTime_ >= pending_.size()) {
    std::erase_if(pending_, [&](const Pending& pending) { return pending.promise == promise; });
    dropHandled(isolate);
  }
}

void Rejections::dropHandled(v8::Isolate* isolate) {
  std::erase_if(pending_, [isolate](const Pending& pending) {
    const v8::HandleScope handles(isolate);
    return pending.promise.Get(isolate)->HasHandler();
  });
  handledInTime_ = 0;
}

// As in Node, a handler that a report adds to a promise of the same turn comes too late for it.
Ran Rejections::report(Lock& lock) {
  if (pending_.empty() && handledLate_.empty()) return Ran::Nothing;
  for (const auto& late : std::exchange(handledLate_, {})) {
    const v8::HandleScope handles(lock.v8());
    const auto promise = late.Get(lock.v8());
    isolate_.reportHandled(lock, promise);
    if (events_.handledLater) events_.handledLater(lock, promise);
  }
  dropHandled(lock.v8());
  for (const auto& rejection : std::exchange(pending_, {})) {
    const v8::HandleScope handles(lock.v8());
    const auto promise = rejection.promise.Get(lock.v8());
    reported_.add(lock.v8(), promise, {});
    if (reportUnhandled(lock, promise, rejection.reason.Get(lock.v8())) == Ran::Threw) return Ran::Threw;
  }
  return Ran::Through;
}

Ran Rejections::reportUnhandled(Lock& lock, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason) {
  if (events_.unhandled) return events_.unhandled(lock, promise, reason);
  const auto context = promise->GetCreationContext(lock.v8()).ToLocalChecked();
  const auto message = v8::Exception::CreateMessage(lock.v8(), reason);
  isolate_.reportException(lock, context, {.value = reason, .message = message, .promise = promise},
                           "Uncaught (in promise)");
  return Ran::Through;
}

}  // namespace vmscope
