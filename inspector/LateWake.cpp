#include "inspector/LateWake.h"

#include <utility>

namespace vmscope {

LateWake::LateWake(std::chrono::milliseconds delay, std::function<void()> wake)
    : delay_(delay), wake_(std::move(wake)) {}

LateWake::~LateWake() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard guard(mutex_);
    isEnding_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void LateWake::arm() {
  const auto due = Clock::now() + delay_;
  {
    const std::lock_guard guard(mutex_);
    due_ = due;
    if (thread_.joinable() && !isAsleep_) return;
  }
  if (!thread_.joinable()) thread_ = std::thread([this] { watch(); });
  changed_.notify_one();
}

void LateWake::callOff() {
  const std::lock_guard guard(mutex_);
  due_ = Clock::time_point::max();
}

void LateWake::watch() {
  std::unique_lock guard(mutex_);
  while (!isEnding_) {
    if (due_ == Clock::time_point::max()) {
      isAsleep_ = true;
      changed_.wait(guard, [this] { return isEnding_ || due_ != Clock::time_point::max(); });
      isAsleep_ = false;
    } else if (due_ > Clock::now()) {
      changed_.wait_until(guard, Clock::time_point(due_), [this] { return isEnding_; });
    } else {
      due_ = Clock::time_point::max();
      guard.unlock();
      wake_();
      guard.lock();
    }
  }
}

}  // namespace vmscope
