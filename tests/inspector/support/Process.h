#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "inspector/protocol/Reader.h"

namespace vmscope::test {

/// A program that the test starts and talks to over pipes. Every wait ends after half a minute; a program that still
/// runs when the test lets go of it is killed.
class Process {
 public:
  explicit Process(std::vector<std::string> command);
  ~Process();
  Process(const Process&) = delete;

  /// One message of a debugging pipe: JSON text and a NUL byte.
  void say(const protocol::Json& message);
  /// The next message; null when its output has ended.
  protocol::Json hear();
  /// The answer to the call of an id, whatever comes before.
  protocol::Json answerTo(int id);
  /// The next event of a method, whatever comes before.
  protocol::Json event(const std::string& method);
  void endInput();

  /// The next line of its standard error that holds a text; empty when there is none.
  std::string errorLine(const std::string& text);
  /// Its status when it has ended by itself; absent when it was killed or does not end.
  std::optional<int> exitStatus();
  void signal(int number);

 private:
  std::optional<std::string> readUntil(int from, std::string& buffer, char end);

  pid_t child_ = -1;
  int input_ = -1;
  int output_ = -1;
  int errors_ = -1;
  std::string heard_;
  std::string complained_;
};

}  // namespace vmscope::test
