#include "engine/ForegroundTasks.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace vmscope {

namespace {

double secondsNow() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

ForegroundTasks::ForegroundTasks(std::function<void(double)> wake) : wake_(std::move(wake)) {}

bool ForegroundTasks::run() {
  auto tasks = takeDue();
  for (auto& task : tasks) task->Run();
  return !tasks.empty();
}

void ForegroundTasks::resume() {
  isPaused_.store(false, std::memory_order_relaxed);
  wake_(0);
}

bool ForegroundTasks::hasDue() {
  if (isPaused_.load(std::memory_order_relaxed)) return false;
  const std::lock_guard guard(mutex_);
  const double now = secondsNow();
  return !ready_.empty() ||
         std::any_of(delayed_.begin(), delayed_.end(), [now](const Delayed& delayed) { return delayed.due <= now; });
}

void ForegroundTasks::close() {
  std::deque<std::unique_ptr<v8::Task>> ready;
  std::deque<Delayed> delayed;
  const std::lock_guard guard(mutex_);
  closed_ = true;
  ready.swap(ready_);
  delayed.swap(delayed_);
}

void ForegroundTasks::add(std::unique_ptr<v8::Task> task, double delay) {
  const std::lock_guard guard(mutex_);
  if (closed_) return;
  if (delay > 0) {
    delayed_.push_back({secondsNow() + delay, std::move(task)});
  } else {
    ready_.push_back(std::move(task));
  }
  wake_(delay);
}

std::deque<std::unique_ptr<v8::Task>> ForegroundTasks::takeDue() {
  const std::lock_guard guard(mutex_);
  std::deque<std::unique_ptr<v8::Task>> due;
  due.swap(ready_);
  const double now = secondsNow();
  for (auto it = delayed_.begin(); it != delayed_.end();) {
    if (it->due > now) {
      ++it;
      continue;
    }
    due.push_back(std::move(it->task));
    it = delayed_.erase(it);
  }
  return due;
}

void ForegroundTasks::PostTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation&) {
  add(std::move(task), 0);
}

void ForegroundTasks::PostNonNestableTaskImpl(std::unique_ptr<v8::Task> task, const v8::SourceLocation&) {
  add(std::move(task), 0);
}

void ForegroundTasks::PostDelayedTaskImpl(std::unique_ptr<v8::Task> task, double delay, const v8::SourceLocation&) {
  add(std::move(task), delay);
}

void ForegroundTasks::PostNonNestableDelayedTaskImpl(std::unique_ptr<v8::Task> task, double delay,
                                                     const v8::SourceLocation&) {
  add(std::move(task), delay);
}

}  // namespace vmscope
