#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>

#include "tests/engine/runtime/ProgramFixture.h"
#include "tests/engine/vm/RandomVmProgram.h"

namespace vmscope {
namespace {

constexpr int kBatch = 50;
constexpr std::uint32_t kFirstSeed = 1;

int environmentNumber(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoi(text);
}

/// What each program of a batch printed, by its seed.
std::map<std::string, std::string> bySeed(const std::string& output) {
  std::map<std::string, std::string> parts;
  std::istringstream lines(output);
  std::string seed;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("== ")) {
      seed = line.substr(3);
    } else {
      parts[seed] += line + "\n";
    }
  }
  return parts;
}

class VmDifferential : public test::ProgramTest {
 protected:
  void compare(std::uint32_t first, int count) {
    const std::string source = test::RandomVmProgram::batch(first, count);
    const test::Outcome theirs = runInNode(source, "");
    const test::Outcome ours = run(source);
    ASSERT_EQ(theirs.status, 0) << theirs.errors;
    ASSERT_EQ(ours.status, 0) << ours.errors;
    auto expected = bySeed(theirs.output);
    for (const auto& [seed, printed] : bySeed(ours.output)) {
      ++compared_;
      if (printed == expected[seed]) continue;
      ADD_FAILURE() << "seed " << seed << "\n--- ours\n"
                    << printed << "--- Node\n"
                    << expected[seed] << "--- program\n"
                    << test::RandomVmProgram(static_cast<std::uint32_t>(std::stoul(seed))).source();
    }
  }

  int compared_ = 0;
};

/// VMSCOPE_VM_PROGRAMS sets how many, VMSCOPE_VM_SEED from which seed on.
TEST_F(VmDifferential, RandomProgramsPrintWhatNodePrints) {
  if (std::string_view(KIT_NODE).empty()) GTEST_SKIP() << "no Node on this V8";
  ::setenv("NODE_OPTIONS", "--experimental-vm-modules", 1);
  const int programs = environmentNumber("VMSCOPE_VM_PROGRAMS", 200);
  const auto first = static_cast<std::uint32_t>(environmentNumber("VMSCOPE_VM_SEED", kFirstSeed));
  for (int done = 0; done < programs && !HasFailure(); done += kBatch) {
    compare(first + static_cast<std::uint32_t>(done), std::min(kBatch, programs - done));
  }
  if (HasFailure()) return;
  EXPECT_EQ(compared_, programs);
}

}  // namespace
}  // namespace vmscope
