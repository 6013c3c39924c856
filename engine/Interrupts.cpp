#include "engine/Interrupts.h"

#include <utility>

namespace vmscope {

void Interrupts::push(Task task) {
  {
    const std::lock_guard guard(mutex_);
    tasks_.push_back(std::move(task));
  }
  pushed_.notify_one();
}

// One at a time, since a task may pause in a nested loop which then has to see the tasks behind it.
bool Interrupts::drain() {
  bool ran = false;
  for (;;) {
    Task next;
    {
      const std::lock_guard guard(mutex_);
      if (tasks_.empty()) return ran;
      next = std::move(tasks_.front());
      tasks_.pop_front();
    }
    next();
    ran = true;
  }
}

void Interrupts::waitAndDrain() {
  {
    std::unique_lock guard(mutex_);
    pushed_.wait(guard, [this] { return !tasks_.empty(); });
  }
  drain();
}

}  // namespace vmscope
