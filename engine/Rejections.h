#pragma once

#include <v8.h>

#include <cstddef>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

#include "engine/WeakPromises.h"

namespace vmscope {

class Isolate;
class Lock;
enum class Ran;

/// Promises rejected without a handler, until the end of the turn shows whether somebody handles them after all.
///
/// On the isolate's thread; owned by the isolate.
class Rejections {
 public:
  struct Events {
    /// At the end of a turn, for a promise that still has no handler.
    std::function<Ran(Lock&, v8::Local<v8::Promise>, v8::Local<v8::Value> reason)> unhandled;
    /// A handler was added to a promise that had been reported; told at the end of that turn.
    std::function<void(Lock&, v8::Local<v8::Promise>)> handledLater;
  };

  explicit Rejections(Isolate& isolate);

  /// Replaces what happens by default: an unhandled rejection is reported as an uncaught exception.
  void on(Events events) { events_ = std::move(events); }
  /// Reports what is unhandled, until a report throws.
  Ran report(Lock& lock);

 private:
  struct Pending {
    v8::Global<v8::Promise> promise;
    v8::Global<v8::Value> reason;
  };

  static void rejected(v8::PromiseRejectMessage message);
  void add(v8::Isolate* isolate, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason);
  void handle(v8::Isolate* isolate, v8::Local<v8::Promise> promise);
  void dropHandled(v8::Isolate* isolate);
  Ran reportUnhandled(Lock& lock, v8::Local<v8::Promise> promise, v8::Local<v8::Value> reason);

  Isolate& isolate_;
  Events events_;
  std::vector<Pending> pending_;  // some of them handled meanwhile
  std::size_t handledInTime_ = 0;
  std::vector<v8::Global<v8::Promise>> handledLate_;
  WeakPromises<std::monostate> reported_;  // only remembered to tell of a late handler
};

}  // namespace vmscope
