#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "inspector/transport/Channel.h"
#include "inspector/transport/Inbox.h"
#include "inspector/transport/Limits.h"

namespace vmscope {

/// A client at the other end of two pipes: one JSON message, then a NUL byte, as browsers do for a debugging pipe. A
/// thread of its own reads and writes, so neither a slow nor a silent client keeps JavaScript waiting. When the input
/// ends, or a message is larger than allowed, the connection is closed. The isolate's thread owns it.
class PipeChannel : public Channel {
 public:
  /// Takes over both descriptors: they are closed with the channel.
  static std::shared_ptr<PipeChannel> open(int input, int output, Inbox& inbox, Limits limits = {});

  /// Moves the process's standard input and output aside for a client, so that nothing else that prints can mix into
  /// the messages: what is printed goes to standard error.
  static std::shared_ptr<PipeChannel> openStandard(Inbox& inbox, Limits limits = {});

  ~PipeChannel() override;

  void send(std::string text) override;
  void close() override;

 private:
  PipeChannel(int input, int output, Inbox& inbox, Limits limits);

  void run();
  bool readSome();
  bool keep(std::string_view bytes);
  bool writeSome();
  void wake();
  bool isWriting();
  bool mayStop();

  const int input_;
  const int output_;
  int wakeEnds_[2] = {-1, -1};
  Inbox& inbox_;
  const Limits limits_;
  const ConnectionId id_;
  std::string partial_;  // of the message that arrives; I/O thread
  std::string writing_;  // what is being written, from written_ on; I/O thread
  size_t written_ = 0;
  std::mutex mutex_;
  std::string outbox_;
  enum class Ending { None, AfterOutput, Now };
  Ending ending_ = Ending::None;
  std::thread thread_;
};

}  // namespace vmscope
