#include "engine/runtime/Streams.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace vmscope::runtime {

namespace {

// A pipe that was made non-blocking by whoever holds its other end.
bool waitUntilWritable(int descriptor) {
  pollfd waited{descriptor, POLLOUT, 0};
  return poll(&waited, 1, -1) > 0 || errno == EINTR;
}

}  // namespace

void writeStream(Stream stream, std::string_view text) {
  const int descriptor = static_cast<int>(stream);
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      if (!waitUntilWritable(descriptor)) return;
    } else if (errno != EINTR) {
      return;
    }
  }
}

}  // namespace vmscope::runtime
