#include "engine/vm/MemoryMeasurement.h"

#include <gtest/gtest.h>
#include <v8-statistics.h>

#include <optional>

#include "engine/EventLoop.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

struct Measured {
  size_t contexts = 0;
  size_t sharedBytes = 0;
};

class OnlyMain : public v8::MeasureMemoryDelegate {
 public:
  explicit OnlyMain(std::optional<Measured>& told) : told_(told) {}

  bool ShouldMeasure(v8::Local<v8::Context> context) override { return Context::from(context)->isMain(); }
  void MeasurementComplete(Result result) override {
    told_ = {result.contexts.size(), result.unattributed_size_in_bytes};
  }

 private:
  std::optional<Measured>& told_;
};

using MemoryMeasurementTest = test::EngineTest;

// V8 alone would collect for ever.
TEST_F(MemoryMeasurementTest, counts_what_nobody_asked_for_as_shared) {
  Lock lock(isolate);
  Context* other = isolate.contexts().create(lock, {}, ContextLife::Pinned);
  run(*other, "globalThis.hoard = new Array(1e5).fill(0).map(() => ({}))");
  std::optional<Measured> told;
  measureMemory(lock, std::make_unique<OnlyMain>(told));
  while (!told) isolate.loop().turn();
  EXPECT_EQ(told->contexts, 1U);
  EXPECT_GT(told->sharedBytes, 1'000'000U);
}

}  // namespace
}  // namespace vmscope
