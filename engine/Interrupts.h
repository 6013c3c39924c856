#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace vmscope {

/// Work that other threads want done on the isolate's thread even while JavaScript runs: protocol messages.
///
/// Any thread pushes; only the isolate's thread drains. `Isolate::interrupt` pushes here and wakes the isolate both
/// ways (its loop when idle, a V8 interrupt when JavaScript runs); whichever comes first drains, and the other finds
/// nothing.
class Interrupts {
 public:
  using Task = std::function<void()>;

  void push(Task task);
  /// Runs tasks until none is left. Returns whether anything ran.
  bool drain();
  /// As `drain`, but waits until there is something: for a paused isolate, which runs nothing else.
  void waitAndDrain();

 private:
  std::mutex mutex_;
  std::condition_variable pushed_;
  std::deque<Task> tasks_;
};

}  // namespace vmscope
