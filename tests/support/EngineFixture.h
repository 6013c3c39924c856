#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "engine/Isolate.h"
#include "engine/Platform.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/Script.h"

namespace vmscope::test {

/// V8 of the test program; made by tests/support/engine_test_main.cpp before the first test.
Platform& platform();

/// A fresh isolate per test, and the shortest way to run JavaScript in it.
class EngineTest : public testing::Test {
 protected:
  /// The completion of `source` as text: the value, or "Uncaught " and what was thrown, or "Terminated".
  std::string run(Context& context, std::string_view source, const RunOptions& options = {});
  std::string run(std::string_view source) { return run(isolate.contexts().main(), source); }

  Isolate isolate{platform()};
};

}  // namespace vmscope::test
