#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/engine/runtime/ProgramFixture.h"

namespace vmscope {
namespace {

namespace fs = std::filesystem;

// WebAssembly that programs import from their shelf, as hexadecimal bytes.
struct Binary {
  const char* name;
  std::string_view bytes;
};

constexpr Binary kShelf[] = {
    // (module (type (func (param i32 i32) (result i32))) (func (type 0) local.get 0 local.get 1 i32.add)
    //   (global i32 (i32.const 7)) (export "add" (func 0)) (export "g" (global 0)))
    {"sum.wasm",
     "0061736d01000000 01070160027f7f017f 03020100 0606017f0041070b 070b02036164640000016703 00 "
     "0a09010700200020016a0b"},
    // (module (import "./report.mjs" "f" (func (param i32))) (func (export "run") i32.const 5 call 0))
    {"needs.wasm",
     "0061736d01000000 01080260017f00600000 0212010c2e2f7265706f72742e6d6a7301660000 03020101 0707010372756e0001"
     "0a0801060041051000 0b"},
    // Ends in the middle of a section.
    {"broken.wasm", "0061736d01000000 01070160027f7f017f 030201"},
};

std::string fromHex(std::string_view text) {
  std::string bytes;
  int high = -1;
  for (const char digit : text) {
    if (digit == ' ') continue;
    const int value = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    if (high >= 0) bytes += static_cast<char>(high * 16 + value);
    high = high >= 0 ? -1 : value;
  }
  return bytes;
}

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
  for (const Binary& binary : kShelf) write(std::string("shelf/") + binary.name, fromHex(binary.bytes));
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
