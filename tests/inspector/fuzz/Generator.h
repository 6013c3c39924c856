#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "inspector/protocol/Reader.h"

namespace vmscope::test {

/// Makes messages that nobody should send, the same ones for the same seed: calls of described methods with parameters
/// of the right and of wrong types, broken JSON, broken text, deep nesting, huge numbers.
class Generator {
 public:
  explicit Generator(std::uint32_t seed);

  std::string message();
  std::string bytes(size_t most);
  /// A request line and headers, more or less like one that a browser sends.
  std::string httpRequest(const std::string& host);
  size_t below(size_t limit) { return std::uniform_int_distribution<size_t>(0, limit - 1)(random_); }

 private:
  struct Method {
    std::string name;
    protocol::Json parameters;
  };

  protocol::Json call();
  protocol::Json valueOf(const protocol::Json& description, int depth);
  protocol::Json anything(int depth);
  std::string text();
  std::string mutate(std::string message);
  bool oneIn(size_t count) { return below(count) == 0; }

  std::mt19937 random_;
  std::vector<Method> methods_;
  std::int64_t lastId_ = 0;
};

}  // namespace vmscope::test
