#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "inspector/transport/WebSocketServer.h"
#include "tests/inspector/support/SocketClient.h"

namespace vmscope::test {

/// A server whose isolate is the test itself.
class SocketTest : public testing::Test {
 protected:
  SocketTest() : inbox_(1 << 20) {
    inbox_.setWake([this] {
      const std::lock_guard lock(mutex_);
      woken_ = true;
      changed_.notify_all();
    });
  }

  void serve(Limits limits = {}, ListenOptions options = {}) {
    server_ = std::make_unique<WebSocketServer>(DiscoveryEndpoint({"id", "title", "url", "1"}), inbox_, limits);
    ASSERT_EQ(server_->listen(options), "");
    authority_ = server_->authority();
  }

  Arrival next() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::unique_lock lock(mutex_);
    while (arrived_.empty() && std::chrono::steady_clock::now() < end) {
      for (Arrival& arrival : inbox_.take()) arrived_.push_back(std::move(arrival));
      if (!arrived_.empty()) break;
      changed_.wait_until(lock, end, [this] { return std::exchange(woken_, false); });
    }
    if (arrived_.empty()) return {};
    Arrival first = std::move(arrived_.front());
    arrived_.pop_front();
    return first;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  std::deque<Arrival> arrived_;
  Inbox inbox_;
  std::unique_ptr<WebSocketServer> server_;
  std::string authority_;
};

}  // namespace vmscope::test
