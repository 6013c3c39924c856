#include "tests/inspector/support/Process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace vmscope::test {
namespace {

constexpr int kPatienceMillis = 30000;

void closeEnd(int& end) {
  if (end >= 0) close(std::exchange(end, -1));
}

}  // namespace

Process::Process(std::vector<std::string> command) {
  int in[2], out[2], error[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(error, O_CLOEXEC) != 0) return;
  std::vector<char*> words;
  for (auto& word : command) words.push_back(word.data());
  words.push_back(nullptr);
  child_ = fork();
  if (child_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    dup2(error[1], STDERR_FILENO);
    execv(words[0], words.data());
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  close(error[1]);
  input_ = in[1];
  output_ = out[0];
  errors_ = error[0];
}

Process::~Process() {
  closeEnd(input_);
  closeEnd(output_);
  closeEnd(errors_);
  if (child_ < 0) return;
  kill(child_, SIGKILL);
  waitpid(child_, nullptr, 0);
}

void Process::say(const protocol::Json& message) {
  const std::string text = message.dump() + '\0';
  for (size_t done = 0; done < text.size();) {
    const ssize_t count = write(input_, text.data() + done, text.size() - done);
    if (count <= 0) return;
    done += static_cast<size_t>(count);
  }
}

std::optional<std::string> Process::readUntil(int from, std::string& buffer, char end) {
  size_t at = 0;
  while ((at = buffer.find(end)) == std::string::npos) {
    pollfd readable{from, POLLIN, 0};
    char bytes[65536];
    const ssize_t count = poll(&readable, 1, kPatienceMillis) > 0 ? read(from, bytes, sizeof bytes) : 0;
    if (count <= 0) return std::nullopt;
    buffer.append(bytes, static_cast<size_t>(count));
  }
  std::string text = buffer.substr(0, at);
  buffer.erase(0, at + 1);
  return text;
}

protocol::Json Process::hear() {
  const auto text = readUntil(output_, heard_, '\0');
  return text ? protocol::Json::parse(*text, nullptr, false) : protocol::Json();
}

protocol::Json Process::answerTo(int id) {
  protocol::Json message = hear();
  while (!message.is_null() && message.value("id", -1) != id) message = hear();
  return message;
}

protocol::Json Process::event(const std::string& method) {
  protocol::Json message = hear();
  while (!message.is_null() && message.value("method", "") != method) message = hear();
  return message;
}

void Process::endInput() {
  closeEnd(input_);
}

std::string Process::errorLine(const std::string& text) {
  auto line = readUntil(errors_, complained_, '\n');
  while (line && line->find(text) == std::string::npos) line = readUntil(errors_, complained_, '\n');
  return line.value_or("");
}

std::optional<int> Process::exitStatus() {
  pollfd ended{static_cast<int>(syscall(SYS_pidfd_open, child_, 0)), POLLIN, 0};
  const bool hasEnded = poll(&ended, 1, kPatienceMillis) > 0;
  close(ended.fd);
  if (!hasEnded) return std::nullopt;
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = -1;
  return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

void Process::signal(int number) {
  kill(child_, number);
}

}  // namespace vmscope::test
