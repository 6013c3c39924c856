#pragma once

#include <v8-platform.h>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace vmscope {

/// Tasks that V8 wants run on an isolate's thread (asynchronous WebAssembly, finalization, Atomics.waitAsync).
///
/// V8 posts from any thread; the event loop runs them. Shared by the platform and V8's own worker tasks, which may
/// outlive the isolate: after `close` a posted task is dropped.
class ForegroundTasks final : public v8::TaskRunner {
 public:
  /// `wake` is called on the posting thread, with the delay in seconds (0 for at once), and must be thread-safe.
  explicit ForegroundTasks(std::function<void(double)> wake);

  /// Runs what was posted before the call, on the isolate's thread, also during a pause. Returns whether anything ran.
  bool run();
  /// Whether `run` would run something that may run now.
  bool hasDue();
  /// Until `resume` nothing is due. Isolate's thread.
  void pause() { isPaused_.store(true, std::memory_order_relaxed); }
  void resume();
  /// Drops everything, and from now on every new task.
  void close();

  /// While JavaScript runs, and during a pause, tasks that want an empty stack do not come until it ends; V8's
  /// inspector then takes a heap snapshot at once instead. Isolate's thread.
  void setStackEmpty(bool isEmpty) { isStackEmpty_.store(isEmpty, std::memory_order_relaxed); }

  bool IdleTasksEnabled() override { return false; }
  bool NonNestableTasksEnabled() const override {
    return isStackEmpty_.load(std::memory_order_relaxed) && !isPaused_.load(std::memory_order_relaxed);
  }
  bool NonNestableDelayedTasksEnabled() const override { return true; }

 private:
  struct Delayed {
    double due;
    std::unique_ptr<v8::Task> task;
  };

  void PostTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation& location) override;
  void PostNonNestableTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation& location) override;
  void PostDelayedTaskImpl(std::unique_ptr<v8::Task> task, double delay, const v8::SourceLocation& location) override;
  void PostNonNestableDelayedTaskImpl(std::unique_ptr<v8::Task> task, double delay,
                                      const v8::SourceLocation& location) override;

  void add(std::unique_ptr<v8::Task> task, double delay);
  std::deque<std::unique_ptr<v8::Task>> takeDue();

  std::mutex mutex_;
  std::function<void(double)> wake_;
  std::deque<std::unique_ptr<v8::Task>> ready_;
  std::deque<Delayed> delayed_;
  bool closed_ = false;
  std::atomic<bool> isStackEmpty_ = true;
  std::atomic<bool> isPaused_ = false;
};

}  // namespace vmscope
