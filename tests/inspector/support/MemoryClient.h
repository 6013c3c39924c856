#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "inspector/Target.h"

namespace vmscope::test {

/// A client in the same process: what it says goes the way that a transport's messages go, and what it hears is kept.
class MemoryClient {
 public:
  explicit MemoryClient(Target& target, Arrival::Via via = Arrival::Via::WebSocket);
  ~MemoryClient();

  /// Sends without waiting; any thread.
  std::int64_t post(const std::string& method, const protocol::Json& params = protocol::Json::object());
  void postText(std::string text);
  void leave();

  /// Sends and lets the engine work until the answer is there.
  protocol::Reply call(const std::string& method, const protocol::Json& params = protocol::Json::object());
  /// The result of a call that must succeed; an error is a failure of the test.
  protocol::Json result(const std::string& method, const protocol::Json& params = protocol::Json::object());
  protocol::Reply answerTo(std::int64_t id);

  /// What to do at each event of a method, on the isolate's thread; also while JavaScript is paused.
  void on(const std::string& method, std::function<void(const protocol::Json&)> react);

  /// The params of the events of a method so far, and the next one that was not taken yet.
  std::vector<protocol::Json> events(const std::string& method) const;
  protocol::Json next(const std::string& method);
  const std::vector<std::string>& texts() const;

  /// Lets the engine work until something holds; a failure of the test when it does not within ten seconds.
  void until(const std::function<bool()>& holds, const std::string& what);

 private:
  class Channel;

  Target& target_;
  ConnectionId id_;
  std::shared_ptr<Channel> channel_;
  std::atomic<std::int64_t> lastId_ = 0;
  std::map<std::string, size_t> taken_;
};

}  // namespace vmscope::test
