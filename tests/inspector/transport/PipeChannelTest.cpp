#include "inspector/transport/PipeChannel.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>

namespace vmscope {
namespace {

// Both ends of a pair of pipes, with the inbox of the isolate's side.
class Pipes : public testing::Test {
 protected:
  Pipes() : inbox_(1 << 20) {
    inbox_.setWake([this] {
      const std::lock_guard lock(mutex_);
      woken_ = true;
      changed_.notify_all();
    });
    EXPECT_EQ(pipe(toEngine_), 0);
    EXPECT_EQ(pipe(fromEngine_), 0);
  }

  ~Pipes() override {
    channel_.reset();
    closeInput();
    ::close(fromEngine_[0]);
  }

  void open(Limits limits = {}) { channel_ = PipeChannel::open(toEngine_[0], fromEngine_[1], inbox_, limits); }

  void closeInput() {
    if (toEngine_[1] >= 0) ::close(toEngine_[1]);
    toEngine_[1] = -1;
  }

  void say(std::string_view text) { ASSERT_EQ(write(toEngine_[1], text.data(), text.size()), ssize_t(text.size())); }

  Arrival next() {
    std::unique_lock lock(mutex_);
    while (arrived_.empty()) {
      for (Arrival& arrival : inbox_.take()) arrived_.push_back(std::move(arrival));
      if (!arrived_.empty()) break;
      changed_.wait_for(lock, std::chrono::seconds(10), [this] { return std::exchange(woken_, false); });
    }
    Arrival first = std::move(arrived_.front());
    arrived_.pop_front();
    return first;
  }

  std::string hear(size_t count) {
    std::string heard;
    char bytes[65536];
    while (heard.size() < count) {
      const ssize_t got = read(fromEngine_[0], bytes, std::min(sizeof bytes, count - heard.size()));
      if (got <= 0) break;
      heard.append(bytes, static_cast<size_t>(got));
    }
    return heard;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  std::deque<Arrival> arrived_;
  Inbox inbox_;
  int toEngine_[2];
  int fromEngine_[2];
  std::shared_ptr<PipeChannel> channel_;
};

using PipeChannelTest = Pipes;

TEST_F(PipeChannelTest, parts_messages_at_the_nul_byte) {
  open();
  EXPECT_EQ(next().kind, Arrival::Kind::Opened);
  say(std::string_view("{\"id\":1}\0{\"id\":2}\0{\"id", 22));
  EXPECT_EQ(next().text, "{\"id\":1}");
  EXPECT_EQ(next().text, "{\"id\":2}");
  say(std::string_view("\":3}\0", 5));
  EXPECT_EQ(next().text, "{\"id\":3}");
}

TEST_F(PipeChannelTest, writes_a_nul_byte_after_each_message) {
  open();
  channel_->send("one");
  channel_->send("");
  channel_->send("zwei é");
  EXPECT_EQ(hear(13), std::string("one\0\0zwei \xc3\xa9\0", 13));
}

TEST_F(PipeChannelTest, ends_with_the_inbox_that_it_waits_in) {
  Inbox inbox(1000);
  PipeChannel::open(dup(toEngine_[0]), dup(fromEngine_[1]), inbox);
}

TEST_F(PipeChannelTest, is_closed_by_the_end_of_its_input) {
  open();
  next();
  closeInput();
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
}

TEST_F(PipeChannelTest, is_closed_by_a_message_that_is_too_large) {
  open({.inboundMessage = 100});
  next();
  say(std::string(101, 'x'));
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
}

TEST_F(PipeChannelTest, is_closed_when_the_client_leaves_too_much_unread) {
  open({.outboundQueue = 1000});
  next();
  channel_->send(std::string(2000, 'x'));
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
}

TEST_F(PipeChannelTest, never_waits_for_a_client_that_does_not_read) {
  open();
  const std::string large(1 << 20, 'x');
  for (int i = 0; i < 16; ++i) channel_->send(large);  // a pipe holds 64 kB: this returns all the same
  EXPECT_EQ(hear(16 * (large.size() + 1)).size(), 16 * (large.size() + 1));
}

TEST_F(PipeChannelTest, says_everything_before_it_closes) {
  open();
  next();
  channel_->send(std::string(300000, 'x'));
  channel_->close();
  EXPECT_EQ(hear(300001).size(), 300001u);
  EXPECT_EQ(next().kind, Arrival::Kind::Closed);
}

}  // namespace
}  // namespace vmscope
