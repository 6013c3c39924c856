#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace vmscope::test {

/// What a program printed and how it ended.
struct Outcome {
  std::string output;
  std::string errors;
  int status = 0;
};

/// Programs in a folder of their own, run by `vmscope-engine run` and, to compare, by Node on the same V8.
class ProgramTest : public testing::Test {
 protected:
  ProgramTest();
  ~ProgramTest() override;

  std::filesystem::path write(std::string_view name, std::string_view text) const;
  /// Runs main.js with `source`.
  Outcome run(std::string_view source, std::string_view arguments = "");
  Outcome runFile(std::string_view file, std::string_view arguments = "");
  Outcome runInNode(std::string_view source, std::string_view arguments = "");
  Outcome execute(const std::string& command) const;

  /// Prints the same and ends with the same status in both; skipped where there is no Node to compare with.
  void expectAsNode(std::string_view source);

  std::filesystem::path folder;
};

/// A file of tests/engine/runtime/programs.
std::string readProgram(std::string_view name);

/// `errors` without what Node's own JavaScript adds: its frames, and the line with its version.
std::string withoutInternals(std::string_view errors);

}  // namespace vmscope::test
