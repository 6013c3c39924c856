#include "inspector/transport/Inbox.h"

#include <utility>

namespace vmscope {

Inbox::Inbox(size_t bytesPerConnection) : bytesPerConnection_(bytesPerConnection) {}

// A channel that nobody took ends here, and its thread still tells of that.
Inbox::~Inbox() {
  setWake(nullptr);
  take();
}

void Inbox::setWake(std::function<void()> wake) {
  const std::lock_guard lock(wakeMutex_);
  wake_ = std::move(wake);
}

ConnectionId Inbox::newConnection() {
  const std::lock_guard lock(mutex_);
  return ++lastConnection_;
}

Inbox::Posted Inbox::post(Arrival arrival) {
  {
    const std::lock_guard lock(mutex_);
    size_t& bytes = bytes_[arrival.connection];
    if (arrival.kind == Arrival::Kind::Message && bytes + arrival.text.size() > bytesPerConnection_) {
      return Posted::Full;
    }
    bytes += arrival.text.size();
    waiting_.push_back(std::move(arrival));
    if (waiting_.size() > 1) return Posted::Kept;  // whoever takes takes all, so one call is enough
  }
  const std::lock_guard lock(wakeMutex_);
  if (wake_) wake_();
  return Posted::Kept;
}

std::deque<Arrival> Inbox::take() {
  const std::lock_guard lock(mutex_);
  bytes_.clear();
  return std::exchange(waiting_, {});
}

}  // namespace vmscope
