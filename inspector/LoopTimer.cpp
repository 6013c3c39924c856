#include "inspector/LoopTimer.h"

#include <memory>
#include <utility>

#include "engine/EventLoop.h"

namespace vmscope {
namespace {

std::uint64_t start(EventLoop& loop, TimerKind kind, std::chrono::milliseconds delay, std::function<void()> work) {
  const auto millis = static_cast<std::uint64_t>(delay.count());
  const std::uint64_t id = loop.hostTimers().start(kind, millis, std::make_shared<LoopTimer>(std::move(work)));
  loop.hostTimers().hold(id, LoopHold::LetsEnd);
  return id;
}

}  // namespace

std::uint64_t startLoopTimer(EventLoop& loop, std::chrono::milliseconds delay, std::function<void()> work) {
  return start(loop, TimerKind::Timeout, delay, std::move(work));
}

std::uint64_t startLoopInterval(EventLoop& loop, std::chrono::milliseconds period, std::function<void()> work) {
  return start(loop, TimerKind::Interval, period, std::move(work));
}

}  // namespace vmscope
