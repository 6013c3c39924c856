#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace vmscope::test {

/// A random program for `vm` that prints what each of its steps gives or throws, and between them the state of sandbox
/// and global: an async function expression of `log`, `show` and `attempt` (see `batch`).
///
/// It keeps away from where we mean to differ from Node: getters that throw, queries of a proxy from inside, strict
/// deletion of what cannot be deleted, objects of another realm that inherit from the global, and stores through the
/// global to other receivers.
class RandomVmProgram {
 public:
  explicit RandomVmProgram(std::uint32_t seed);
  std::string source() const;

  /// One file that runs the programs of these seeds in turn, each after a line `== seed`.
  static std::string batch(std::uint32_t firstSeed, int count);

 private:
  enum class Sandbox { Plain, Inheriting, Array, Frozen, Sealed, Fixed, Proxy, Accessors, Instance, Vanilla };

  int pick(int below) { return static_cast<int>(random_() % static_cast<std::uint32_t>(below)); }
  std::string_view oneOf(std::initializer_list<std::string_view> choices);
  void line(const std::string& text) { lines_.push_back(text); }
  void inside(const std::string& code);
  void outside(const std::string& code);

  std::string key();
  std::string name();
  std::string value();
  std::string descriptor();
  std::string access(const std::string& object);
  std::string question();

  void makeSandbox();
  void step();
  void shapeStep();
  void insideBlock();
  void declaration();
  void strictStep();
  void definition();
  void scriptStep();
  void functionStep();
  void jobStep();
  void moduleStep();
  void showState();

  std::mt19937 random_;
  Sandbox sandbox_;
  std::vector<std::string> lines_;
  int named_ = 0;
};

}  // namespace vmscope::test
