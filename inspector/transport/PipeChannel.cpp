#include "inspector/transport/PipeChannel.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>

namespace vmscope {
namespace {

constexpr size_t kReadSize = 65536;

bool wouldBlock(int error) {
  return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

void makeNonBlocking(int descriptor) {
  fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

}  // namespace

std::shared_ptr<PipeChannel> PipeChannel::open(int input, int output, Inbox& inbox, Limits limits) {
  std::signal(SIGPIPE, SIG_IGN);  // a client that went away is an end of file, not the end of the process
  std::shared_ptr<PipeChannel> channel(new PipeChannel(input, output, inbox, limits));
  inbox.post({Arrival::Kind::Opened, channel->id_, {}, channel, Arrival::Via::Pipe, {}});
  channel->thread_ = std::thread([raw = channel.get()] { raw->run(); });
  return channel;
}

std::shared_ptr<PipeChannel> PipeChannel::openStandard(Inbox& inbox, Limits limits) {
  const int input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  const int output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(STDERR_FILENO, STDOUT_FILENO);
  ::close(nothing);
  return open(input, output, inbox, limits);
}

PipeChannel::PipeChannel(int input, int output, Inbox& inbox, Limits limits)
    : input_(input), output_(output), inbox_(inbox), limits_(limits), id_(inbox.newConnection()) {
  makeNonBlocking(input_);
  makeNonBlocking(output_);
  if (pipe2(wakeEnds_, O_CLOEXEC | O_NONBLOCK) != 0) wakeEnds_[0] = wakeEnds_[1] = -1;
}

PipeChannel::~PipeChannel() {
  close();
  if (thread_.joinable()) thread_.join();
  for (const int end : {input_, output_, wakeEnds_[0], wakeEnds_[1]}) ::close(end);
}

void PipeChannel::send(std::string text) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ != Ending::None) return;
    outbox_ += text;
    outbox_ += '\0';
    if (outbox_.size() > limits_.outboundQueue) {
      ending_ = Ending::Now;
      outbox_.clear();
    }
  }
  wake();
}

void PipeChannel::close() {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ == Ending::None) ending_ = Ending::AfterOutput;
  }
  wake();
}

void PipeChannel::run() {
  while (!mayStop()) {
    const short wanted = isWriting() ? POLLOUT : 0;
    pollfd ends[] = {{input_, POLLIN, 0}, {wakeEnds_[0], POLLIN, 0}, {output_, wanted, 0}};
    if (poll(ends, 3, -1) < 0 && errno != EINTR) break;
    char ignored[256];
    while (read(wakeEnds_[0], ignored, sizeof ignored) > 0) continue;
    if (ends[0].revents != 0 && !readSome()) break;
    if (ends[2].revents != 0 && !writeSome()) break;
  }
  inbox_.post({Arrival::Kind::Closed, id_, {}, nullptr, Arrival::Via::Pipe, {}});
}

bool PipeChannel::readSome() {
  char bytes[kReadSize];
  const ssize_t count = read(input_, bytes, sizeof bytes);
  if (count < 0) return wouldBlock(errno);
  return count > 0 && keep({bytes, static_cast<size_t>(count)});
}

bool PipeChannel::keep(std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t end = bytes.find('\0');
    partial_ += bytes.substr(0, end);
    if (partial_.size() > limits_.inboundMessage) return false;
    if (end == std::string_view::npos) return true;
    Arrival arrival{Arrival::Kind::Message, id_, std::exchange(partial_, {}), nullptr, Arrival::Via::Pipe, {}};
    if (inbox_.post(std::move(arrival)) == Inbox::Posted::Full) return false;
    bytes.remove_prefix(end + 1);
  }
  return true;
}

bool PipeChannel::writeSome() {
  if (written_ == writing_.size()) {
    const std::lock_guard lock(mutex_);
    writing_ = std::exchange(outbox_, {});
    written_ = 0;
  }
  const ssize_t count = write(output_, writing_.data() + written_, writing_.size() - written_);
  if (count < 0) return wouldBlock(errno);
  written_ += static_cast<size_t>(count);
  return true;
}

void PipeChannel::wake() {
  const char byte = 0;
  [[maybe_unused]] const ssize_t ignored = write(wakeEnds_[1], &byte, 1);  // a full pipe wakes as well
}

bool PipeChannel::isWriting() {
  const std::lock_guard lock(mutex_);
  return written_ < writing_.size() || !outbox_.empty();
}

bool PipeChannel::mayStop() {
  const bool writing = isWriting();
  const std::lock_guard lock(mutex_);
  return ending_ == Ending::Now || (ending_ == Ending::AfterOutput && !writing);
}

}  // namespace vmscope
