#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace vmscope::test {

/// A random program of promises, written so that it tells the truth about each of its jobs: the first thing that a
/// handler does is to log its own name, and the first thing after an await is to log `function@line`.
///
/// Names tell the kind: t then, c catch, f finally, h thenable, q queueMicrotask, a async function, g async generator.
class RandomProgram {
 public:
  explicit RandomProgram(std::uint32_t seed);

  std::string source() const;
  /// The function with a `yield` on a 1-based line: the job of a yield runs nothing that could log.
  const std::map<int, std::string>& yields() const { return yields_; }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<std::uint32_t>(below)); }
  std::string name(char prefix) { return prefix + std::to_string(++named_); }
  void line(std::string text) { lines_.push_back(std::move(text)); }
  int nextLine() const { return static_cast<int>(lines_.size()) + 1; }

  std::string promise(int depth);
  std::string value(int depth);
  std::string combinator(int depth);
  std::string handler(char prefix, int depth);
  std::string body(int depth);
  std::string expression(int depth);
  void asyncFunction();
  void asyncGenerator();
  std::string delegate();
  void awaitLine(const std::string& function);
  void statement();

  std::mt19937 random_;
  std::vector<std::string> lines_;
  std::vector<std::string> asyncs_;
  std::vector<std::string> generators_;
  std::map<int, std::string> yields_;
  int named_ = 0;
  int nested_ = 0;
};

}  // namespace vmscope::test
