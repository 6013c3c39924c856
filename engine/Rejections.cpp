#include "engine/Rejections.h"

#include <algorithm>
#include <utility>

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
    case v8::kPromiseHandlerAddedAfterReject: {
      Lock lock(isolate);
      return isolate.rejections().handle(lock, promise);
    }
    case v8::kPromiseRejectAfterResolved:
    case v8::kPromiseResolveAfterResolved:
      return;
  }
}

void Rejections::add(v8::Isolate* isolate, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason) {
  pending_.push_back({v8::Global<v8::Promise>(isolate, promise), v8::Global<v8::Value>(isolate, reason)});
}

void Rejections::forget(v8::Local<v8::Promise> promise) {
  std::erase_if(pending_, [&](const Pending& pending) { return pending.promise == promise; });
}

void Rejections::handle(Lock& lock, v8::Local<v8::Promise> promise) {
  const auto isThis = [&](const auto& pending) { return pending.promise == promise; };
  const auto waiting = std::find_if(pending_.begin(), pending_.end(), isThis);
  if (waiting != pending_.end()) {
    pending_.erase(waiting);
    return;
  }
  std::erase_if(reported_, [](const auto& known) { return known.IsEmpty(); });
  const auto told = std::find(reported_.begin(), reported_.end(), promise);
  if (told == reported_.end()) return;
  reported_.erase(told);
  handledLate_.emplace_back(lock.v8(), promise);
}

Ran Rejections::report(Lock& lock) {
  if (pending_.empty() && handledLate_.empty()) return Ran::Nothing;
  const auto late = std::exchange(handledLate_, {});
  for (const auto& promise : late) {
    const v8::HandleScope handles(lock.v8());
    if (events_.handledLater) events_.handledLater(lock, promise.Get(lock.v8()));
  }
  std::vector<Pending> now;
  now.swap(pending_);
  for (const auto& rejection : now) {
    const v8::HandleScope handles(lock.v8());
    const auto promise = rejection.promise.Get(lock.v8());
    const auto reason = rejection.reason.Get(lock.v8());
    reported_.emplace_back(lock.v8(), promise).SetWeak();
    if (events_.unhandled) {
      if (events_.unhandled(lock, promise, reason) == Ran::Threw) return Ran::Threw;
      continue;
    }
    const auto message = v8::Exception::CreateMessage(lock.v8(), reason);
    auto context = promise->GetCreationContext(lock.v8());
    isolate_.reportException(lock, context.ToLocalChecked(), {reason, message}, "Uncaught (in promise)");
  }
  return Ran::Through;
}

}  // namespace vmscope
