#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "inspector/transport/Channel.h"

namespace vmscope {

/// Something that a transport has to say: a client came, said something, or left.
struct Arrival {
  enum class Kind { Opened, Message, Closed };
  enum class Via { Pipe, WebSocket };

  Kind kind = Kind::Message;
  ConnectionId connection = 0;
  std::string text;                  // of a message
  std::shared_ptr<Channel> channel;  // of a client that came: shared by the transport, which may outlive the session
  Via via = Via::Pipe;               // of a client that came
  std::string address;               // of a client that came by WebSocket
};

/// Where transports leave what arrives, in order, until the isolate's thread takes it. Any thread may post; one takes.
class Inbox {
 public:
  explicit Inbox(size_t bytesPerConnection);
  ~Inbox();

  /// `wake` is called on the posting thread when something waits that nobody was told of yet. It must not use the
  /// inbox. Once it has been replaced it is not running any more.
  void setWake(std::function<void()> wake);

  ConnectionId newConnection();

  enum class Posted { Kept, Full };
  /// Full means that the connection has too much waiting already: the transport ends it.
  Posted post(Arrival arrival);

  /// What waits now, first come first; empty when nothing does.
  std::deque<Arrival> take();

 private:
  const size_t bytesPerConnection_;
  std::mutex mutex_;
  std::deque<Arrival> waiting_;
  std::map<ConnectionId, size_t> bytes_;
  ConnectionId lastConnection_ = 0;
  std::mutex wakeMutex_;  // another, so that who is woken need not wait for who wakes
  std::function<void()> wake_;
};

}  // namespace vmscope
