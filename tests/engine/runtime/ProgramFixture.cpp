#include "tests/engine/runtime/ProgramFixture.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace vmscope::test {

namespace {

std::string readFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Outputs of thousands of lines: the first line that differs says enough.
std::string firstDifference(const std::string& ours, const std::string& theirs) {
  std::istringstream a(ours);
  std::istringstream b(theirs);
  for (int number = 1;; ++number) {
    std::string left;
    std::string right;
    const bool hasLeft = !std::getline(a, left).fail();
    const bool hasRight = !std::getline(b, right).fail();
    if (!hasLeft && !hasRight) return "";
    if (left != right || hasLeft != hasRight)
      return "line " + std::to_string(number) + "\nours:   " + left + "\ntheirs: " + right;
  }
}

}  // namespace

ProgramTest::ProgramTest() {
  std::string name = (std::filesystem::temp_directory_path() / "vmscope-program-XXXXXX").string();
  folder = mkdtemp(name.data());
}

ProgramTest::~ProgramTest() {
  std::filesystem::remove_all(folder);
}

std::filesystem::path ProgramTest::write(std::string_view name, std::string_view text) const {
  const auto path = folder / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

Outcome ProgramTest::execute(const std::string& command) const {
  const std::string line = "cd '" + folder.string() + "' && " + command + " > output 2> errors < /dev/null";
  const int status = std::system(line.c_str());
  return {readFile(folder / "output"), readFile(folder / "errors"), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

Outcome ProgramTest::runFile(std::string_view file, std::string_view arguments) {
  return execute(VMSCOPE_ENGINE " run " + std::string(file) + " " + std::string(arguments));
}

Outcome ProgramTest::run(std::string_view source, std::string_view arguments) {
  write("main.js", source);
  return runFile("main.js", arguments);
}

Outcome ProgramTest::runInNode(std::string_view source, std::string_view arguments) {
  write("main.js", source);
  return execute("NODE_NO_WARNINGS=1 '" KIT_NODE "' main.js " + std::string(arguments));
}

void ProgramTest::expectAsNode(std::string_view source) {
  if (std::string_view(KIT_NODE).empty()) GTEST_SKIP() << "no Node on this V8";
  const Outcome theirs = runInNode(source);
  const Outcome ours = run(source);
  EXPECT_EQ(firstDifference(ours.output, theirs.output), "");
  EXPECT_EQ(withoutInternals(ours.errors), withoutInternals(theirs.errors));
  EXPECT_EQ(ours.status, theirs.status);
}

std::string readProgram(std::string_view name) {
  return readFile(std::filesystem::path(RUNTIME_PROGRAMS) / name);
}

std::string withoutInternals(std::string_view errors) {
  std::istringstream lines{std::string(errors)};
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    const bool isFrame = line.starts_with("    at ");
    if (isFrame && (line.find("(node:") != line.npos || line.find("at node:") != line.npos)) continue;
    if (line.starts_with("(Use `node ")) continue;
    if (line.starts_with("Node.js v") || line.starts_with("vmscope v")) line = "VERSION";
    kept += line + "\n";
  }
  return kept;
}

}  // namespace vmscope::test
