#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> programNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(VM_PROGRAMS)) {
    if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// What the documentation of `node:vm` shows, and programs of the kinds that use it, in tests/engine/vm/programs: each
/// is run by both, in a folder of its own with all the files beside it.
class VmPrograms : public test::ProgramTest, public testing::WithParamInterface<std::string> {};

TEST_P(VmPrograms, PrintWhatNodePrints) {
  if (std::string_view(KIT_NODE).empty()) GTEST_SKIP() << "no Node on this V8";
  fs::copy(VM_PROGRAMS, folder, fs::copy_options::recursive);
  const auto theirs = execute("NODE_NO_WARNINGS=1 '" KIT_NODE "' --experimental-vm-modules " + GetParam());
  const auto ours = execute("NODE_NO_WARNINGS=1 '" VMSCOPE_ENGINE "' run " + GetParam());
  EXPECT_EQ(ours.output, theirs.output);
  EXPECT_EQ(test::withoutInternals(ours.errors), test::withoutInternals(theirs.errors));
  EXPECT_EQ(ours.status, theirs.status);
  EXPECT_EQ(theirs.status, 0) << theirs.errors;
}

INSTANTIATE_TEST_SUITE_P(Documented, VmPrograms, testing::ValuesIn(programNames()), [](const auto& program) {
  const std::string name = program.param.substr(0, program.param.find('.'));
  return name;
});

}  // namespace
}  // namespace vmscope
