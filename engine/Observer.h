#pragma once

#include <v8.h>

#include <cstdint>
#include <string_view>

namespace vmscope {

class Context;
class Lock;
struct Thrown;

/// What the engine tells those who look at it: the inspector, a trace. Called on the isolate's thread, synchronously.
///
/// An observer must not run JavaScript from these calls. It is registered with `Isolate::observe` and outlives that.
class Observer {
 public:
  virtual ~Observer() = default;

  /// The context exists and is announced from now on; called before any script runs in it.
  virtual void contextCreated(Lock& lock, Context& context) {}
  /// Nobody may use the context any more, because it was disposed or because it has been collected.
  virtual void contextDestroyed(Lock& lock, Context& context) {}
  /// The context's memory has been freed. It may have been destroyed long before.
  virtual void contextCollected(int contextId) {}

  /// A callback was queued that will run later in a turn of its own, such as a timer's. `task` identifies it.
  virtual void asyncTaskScheduled(std::string_view name, void* task, bool isRecurring) {}
  virtual void asyncTaskStarted(void* task) {}
  virtual void asyncTaskFinished(void* task) {}
  virtual void asyncTaskCanceled(void* task) {}

  /// An exception or an unhandled rejection that no JavaScript caught.
  virtual void exceptionThrown(Lock& lock, Context& context, const Thrown& thrown, std::string_view what) {}

  /// A promise that nobody had handled by the end of a turn got a handler after all. Where its rejection was told, that
  /// was by `exceptionThrown`, with the promise.
  virtual void rejectionHandled(Lock& lock, v8::Local<v8::Promise> promise) {}

  /// The outermost turn on the stack begins and ends: the engine runs, the engine is idle.
  virtual void turnStarted() {}
  virtual void turnEnded() {}

  /// The heap came near its limit; the running script is being terminated.
  virtual void heapLimitReached(std::uint64_t limitBytes) {}
};

}  // namespace vmscope
