#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

#include "engine/Timers.h"

namespace vmscope {

class EventLoop;

/// A timer of the inspector's own. It does not keep a program from ending, and a held queue does not keep it waiting.
class LoopTimer : public TimerWork {
 public:
  explicit LoopTimer(std::function<void()> work) : work_(std::move(work)) {}
  Ran run() override {
    work_();
    return Ran::Through;
  }

 private:
  const std::function<void()> work_;
};

/// Calls once, after the delay; the id is for `EventLoop::hostTimers().cancel`.
std::uint64_t startLoopTimer(EventLoop& loop, std::chrono::milliseconds delay, std::function<void()> work);
std::uint64_t startLoopInterval(EventLoop& loop, std::chrono::milliseconds period, std::function<void()> work);

}  // namespace vmscope
