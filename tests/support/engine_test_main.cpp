#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/support/EngineFixture.h"

namespace {

std::optional<vmscope::Platform> processPlatform;

}  // namespace

vmscope::Platform& vmscope::test::platform() {
  return *processPlatform;
}

/// Options of V8 may follow those of GoogleTest: `engine_tests --stress-compaction`.
int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  processPlatform.emplace(std::vector<std::string>(argv + 1, argv + argc));
  const int status = RUN_ALL_TESTS();
  processPlatform.reset();
  return status;
}
