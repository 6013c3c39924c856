#include "engine/Watchdog.h"

#include <algorithm>
#include <utility>

#include "engine/Isolate.h"

namespace vmscope {

bool Watchdog::EarlierFirst::operator()(const Deadline* a, const Deadline* b) const {
  return std::pair(a->due_, a) < std::pair(b->due_, b);
}

Watchdog::Watchdog(Isolate& isolate) : isolate_(isolate) {}

Watchdog::~Watchdog() {
  {
    const std::lock_guard guard(mutex_);
    isEnding_ = true;
  }
  changed_.notify_one();
  if (thread_.joinable()) thread_.join();
}

bool Watchdog::hasExpiredDeadline() {
  const std::lock_guard guard(mutex_);
  return std::any_of(open_.begin(), open_.end(), [](const Deadline* deadline) { return deadline->hasExpired_; });
}

void Watchdog::arm(Deadline& deadline) {
  open_.push_back(&deadline);
  const std::lock_guard guard(mutex_);
  armed_.insert(&deadline);
  if (!thread_.joinable()) {
    thread_ = std::thread([this] { watch(); });
  } else if (deadline.due_ < sleepsUntil_) {
    changed_.notify_one();
  }
}

void Watchdog::disarm(Deadline& deadline) {
  std::erase(open_, &deadline);
  const std::lock_guard guard(mutex_);
  armed_.erase(&deadline);
}

// An expired deadline terminates under the mutex, so that none can terminate after its owner has disarmed it.
void Watchdog::watch() {
  std::unique_lock guard(mutex_);
  while (!isEnding_) {
    const auto now = Clock::now();
    while (!armed_.empty() && (*armed_.begin())->due_ <= now) {
      (*armed_.begin())->hasExpired_ = true;
      armed_.erase(armed_.begin());
      isolate_.terminate(TerminationReason::Timeout);
    }
    if (armed_.empty()) {
      sleepsUntil_ = Clock::time_point::max();
      changed_.wait(guard);
    } else {
      sleepsUntil_ = (*armed_.begin())->due_;
      changed_.wait_until(guard, sleepsUntil_);
    }
  }
}

Watchdog::Deadline::Deadline(Watchdog& watchdog, std::chrono::milliseconds limit)
    : watchdog_(watchdog), limit_(limit), due_(Clock::now() + limit) {
  watchdog_.arm(*this);
}

Watchdog::Deadline::~Deadline() {
  disarm();
}

void Watchdog::Deadline::disarm() {
  if (!std::exchange(isArmed_, false)) return;
  watchdog_.disarm(*this);
}

}  // namespace vmscope
