#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace vmscope {

/// Calls a function when a while has passed, unless it is called off before.
///
/// One thread, started with the first `arm`, calls it. Arming again before then costs a lock. Owned by the target.
class LateWake {
 public:
  LateWake(std::chrono::milliseconds delay, std::function<void()> wake);
  ~LateWake();
  LateWake(const LateWake&) = delete;

  /// From now on; a call that was to come earlier does not come.
  void arm();
  void callOff();

 private:
  using Clock = std::chrono::steady_clock;

  void watch();

  const std::chrono::milliseconds delay_;
  const std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Clock::time_point due_ = Clock::time_point::max();
  bool isAsleep_ = false;  // until it is told; otherwise it looks at `due_` by itself in time
  bool isEnding_ = false;
  std::thread thread_;
};

}  // namespace vmscope
