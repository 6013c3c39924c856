#include "engine/EventLoop.h"

#include <uv.h>

#include <cmath>
#include <deque>
#include <mutex>
#include <utility>

#include "engine/Timers.h"

namespace vmscope {

struct EventLoop::Impl {
  uv_loop_t loop{};
  uv_async_t wake{};
  uv_timer_t delayedWake{};
  std::unique_ptr<Timers> timers;
  std::unique_ptr<Timers> hostTimers;
  std::function<bool()> work = [] { return false; };
  int kept = 0;
  bool stopped = false;
  bool closing = false;

  bool isPaused = false;
  bool isBehind = false;  // from a pause on until all that came meanwhile has been delivered
  std::deque<Task> undelivered;

  std::mutex mutex;  // guards the two below, which other threads write
  std::deque<Task> posted;
  double wakeDelay = -1;  // seconds; negative when none was asked for

  void runPosted() {
    for (;;) {
      Task next;
      {
        const std::lock_guard guard(mutex);
        if (posted.empty()) break;
        next = std::move(posted.front());
        posted.pop_front();
      }
      next();
    }
  }

  // Each callback may bring about the next pause.
  void deliverWaiting() {
    while (!isPaused && !undelivered.empty()) {
      const Task next = std::move(undelivered.front());
      undelivered.pop_front();
      next();
    }
  }

  void startDelayedWake() {
    double delay = -1;
    {
      const std::lock_guard guard(mutex);
      std::swap(delay, wakeDelay);
    }
    if (delay < 0) return;
    const auto milliseconds = static_cast<std::uint64_t>(std::ceil(delay * 1000));
    if (uv_is_active(reinterpret_cast<uv_handle_t*>(&delayedWake)) && uv_timer_get_due_in(&delayedWake) <= milliseconds)
      return;
    uv_timer_start(
        &delayedWake, [](uv_timer_t* timer) { static_cast<Impl*>(timer->data)->runWork(); }, milliseconds, 0);
  }

  void runWork() {
    if (closing) return;
    startDelayedWake();
    runPosted();
    work();
  }
};

EventLoop::EventLoop() : impl_(std::make_unique<Impl>()) {
  uv_loop_init(&impl_->loop);
  uv_async_init(&impl_->loop, &impl_->wake, [](uv_async_t* wake) { static_cast<Impl*>(wake->data)->runWork(); });
  uv_timer_init(&impl_->loop, &impl_->delayedWake);
  impl_->wake.data = impl_.get();
  impl_->delayedWake.data = impl_.get();
  uv_unref(reinterpret_cast<uv_handle_t*>(&impl_->wake));
  uv_unref(reinterpret_cast<uv_handle_t*>(&impl_->delayedWake));
  impl_->timers = std::make_unique<Timers>(&impl_->loop);
  impl_->hostTimers = std::make_unique<Timers>(&impl_->loop);
}

EventLoop::~EventLoop() {
  impl_->closing = true;
  impl_->undelivered.clear();
  impl_->timers.reset();
  impl_->hostTimers.reset();
  uv_walk(
      &impl_->loop,
      [](uv_handle_t* handle, void*) {
        if (!uv_is_closing(handle)) uv_close(handle, nullptr);
      },
      nullptr);
  uv_run(&impl_->loop, UV_RUN_DEFAULT);
  uv_loop_close(&impl_->loop);
}

void EventLoop::post(Task task) {
  {
    const std::lock_guard guard(impl_->mutex);
    impl_->posted.push_back(std::move(task));
  }
  uv_async_send(&impl_->wake);
}

void EventLoop::wakeIn(double delaySeconds) {
  if (delaySeconds > 0) {
    const std::lock_guard guard(impl_->mutex);
    if (impl_->wakeDelay < 0 || delaySeconds < impl_->wakeDelay) impl_->wakeDelay = delaySeconds;
  }
  uv_async_send(&impl_->wake);
}

void EventLoop::onWake(std::function<bool()> work) {
  impl_->work = std::move(work);
}

void EventLoop::run() {
  impl_->stopped = false;
  do {
    impl_->runWork();
    if (impl_->stopped) return;
    uv_run(&impl_->loop, UV_RUN_DEFAULT);
    if (impl_->stopped) return;
    impl_->runPosted();
  } while (impl_->work() || isAlive());
}

bool EventLoop::turn() {
  impl_->runWork();
  uv_run(&impl_->loop, UV_RUN_NOWAIT);
  return isAlive();
}

bool EventLoop::isAlive() const {
  return uv_loop_alive(&impl_->loop) != 0;
}

void EventLoop::stop() {
  impl_->stopped = true;
  uv_stop(&impl_->loop);
}

void EventLoop::keepAlive() {
  if (impl_->kept++ == 0) uv_ref(reinterpret_cast<uv_handle_t*>(&impl_->wake));
}

void EventLoop::release() {
  if (--impl_->kept == 0) uv_unref(reinterpret_cast<uv_handle_t*>(&impl_->wake));
}

void EventLoop::pauseProgram() {
  impl_->isPaused = true;
  impl_->timers->pause();
  if (!std::exchange(impl_->isBehind, true)) keepAlive();
}

void EventLoop::resumeProgram() {
  impl_->isPaused = false;
  post([this] {
    if (!impl_->isPaused) impl_->timers->resume();
    impl_->deliverWaiting();
    if (!impl_->isPaused && std::exchange(impl_->isBehind, false)) release();
  });
}

bool EventLoop::isProgramPaused() const {
  return impl_->isPaused;
}

void EventLoop::deliver(Task callBack) {
  if (impl_->closing) return;
  if (!impl_->isBehind) return callBack();
  impl_->undelivered.push_back(std::move(callBack));
}

Timers& EventLoop::timers() {
  return *impl_->timers;
}

Timers& EventLoop::hostTimers() {
  return *impl_->hostTimers;
}

uv_loop_s* EventLoop::uv() {
  return &impl_->loop;
}

std::uint64_t EventLoop::now() const {
  return uv_now(&impl_->loop);
}

}  // namespace vmscope
