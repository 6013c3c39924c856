#include "tests/inspector/support/MemoryClient.h"

#include <gtest/gtest.h>

#include <chrono>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"

namespace vmscope::test {

using protocol::Json;

class MemoryClient::Channel : public vmscope::Channel {
 public:
  void send(std::string text) override {
    texts.push_back(text);
    const auto read = protocol::readReply(text);
    if (const auto* reply = std::get_if<protocol::Reply>(&read)) {
      if (reply->id) replies.emplace(*reply->id, *reply);
      if (!reply->id) unasked.push_back(*reply);
      return;
    }
    const auto& event = std::get<protocol::Notification>(read);
    events[event.method].push_back(event.params);
    if (const auto found = reactions.find(event.method); found != reactions.end()) found->second(event.params);
  }
  void close() override { isClosed = true; }

  std::vector<std::string> texts;
  std::map<std::int64_t, protocol::Reply> replies;
  std::vector<protocol::Reply> unasked;
  std::map<std::string, std::vector<Json>> events;
  std::map<std::string, std::function<void(const Json&)>> reactions;
  bool isClosed = false;
};

MemoryClient::MemoryClient(Target& target, Arrival::Via via)
    : target_(target), id_(target.inbox().newConnection()), channel_(std::make_shared<Channel>()) {
  target.inbox().post({Arrival::Kind::Opened, id_, {}, channel_, via, "memory"});
}

MemoryClient::~MemoryClient() {
  leave();
}

void MemoryClient::leave() {
  if (id_ != 0) target_.inbox().post({Arrival::Kind::Closed, id_, {}, nullptr, Arrival::Via::WebSocket, {}});
  id_ = 0;
}

std::int64_t MemoryClient::post(const std::string& method, const Json& params) {
  const std::int64_t id = ++lastId_;
  postText(protocol::requestText(id, method, params));
  return id;
}

void MemoryClient::postText(std::string text) {
  target_.inbox().post({Arrival::Kind::Message, id_, std::move(text), nullptr, Arrival::Via::WebSocket, {}});
}

protocol::Reply MemoryClient::call(const std::string& method, const Json& params) {
  return answerTo(post(method, params));
}

protocol::Reply MemoryClient::answerTo(std::int64_t id) {
  until([&] { return channel_->replies.count(id) != 0; }, "an answer to call " + std::to_string(id));
  return channel_->replies[id];
}

Json MemoryClient::result(const std::string& method, const Json& params) {
  const protocol::Reply reply = call(method, params);
  EXPECT_FALSE(reply.error) << method << ": " << (reply.error ? reply.error->message : "");
  return reply.result;
}

void MemoryClient::on(const std::string& method, std::function<void(const Json&)> react) {
  channel_->reactions[method] = std::move(react);
}

std::vector<Json> MemoryClient::events(const std::string& method) const {
  const auto found = channel_->events.find(method);
  return found == channel_->events.end() ? std::vector<Json>() : found->second;
}

Json MemoryClient::next(const std::string& method) {
  size_t& taken = taken_[method];
  until([&] { return channel_->events[method].size() > taken; }, "event " + method);
  const auto& all = channel_->events[method];
  return taken < all.size() ? all[taken++] : Json();
}

const std::vector<std::string>& MemoryClient::texts() const {
  return channel_->texts;
}

void MemoryClient::until(const std::function<bool()>& holds, const std::string& what) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) {
      ADD_FAILURE() << "waited in vain for " << what;
      return;
    }
    target_.isolate().loop().turn();
  }
}

}  // namespace vmscope::test
