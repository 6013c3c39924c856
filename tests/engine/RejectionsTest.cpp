#include "engine/Rejections.h"

#include <vector>

#include "engine/Completion.h"
#include "engine/Observer.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class RejectionsTest : public test::EngineTest, private Observer {
 protected:
  RejectionsTest() { isolate.observe(*this); }
  ~RejectionsTest() override { isolate.unobserve(*this); }

  std::vector<int> thrown;  // the reasons
  std::vector<int> handled;

 private:
  void exceptionThrown(Lock&, Context& context, const Thrown& thrown_, std::string_view) override {
    EXPECT_EQ(thrown_.promise->Result(), thrown_.value);
    thrown.push_back(thrown_.value.As<v8::Int32>()->Value());
  }
  void rejectionHandled(Lock&, v8::Local<v8::Promise> promise) override {
    handled.push_back(promise->Result().As<v8::Int32>()->Value());
  }
};

TEST_F(RejectionsTest, TellsAtTheEndOfTheTurnOfThoseThatNobodyHandled) {
  run("const kept = [1, 2, 3, 4].map(i => Promise.reject(i));"
      "kept[1].catch(() => {}); Promise.resolve().then(() => kept[3].catch(() => {}))");
  EXPECT_EQ(thrown, (std::vector{1, 3}));
  EXPECT_TRUE(handled.empty());
}

TEST_F(RejectionsTest, TellsOnceOfEachThatIsHandledLater) {
  run("globalThis.kept = [1, 2, 3].map(i => Promise.reject(i))");
  run("kept[2].catch(() => {}); kept[0].then(1, () => {}); kept[2].catch(() => {})");
  run("kept[0].catch(() => {})");
  EXPECT_EQ(handled, (std::vector{3, 1}));
}

// Looking each of them up among all would take minutes.
TEST_F(RejectionsTest, TellsApartAHundredThousand) {
  run("globalThis.kept = Array.from({ length: 200000 }, (_, i) => Promise.reject(i));"
      "for (let i = 0; i < 200000; i += 2) kept[i].catch(() => {})");
  ASSERT_EQ(thrown.size(), 100000u);
  EXPECT_EQ(thrown.back(), 199999);
  run("for (const each of kept) each.catch(() => {})");
  EXPECT_EQ(handled, thrown);
}

TEST_F(RejectionsTest, ForgetsPromisesThatAreGone) {
  run("for (let i = 0; i < 100; ++i) Promise.reject(i)");
  isolate.v8()->LowMemoryNotification();
  run("globalThis.kept = Array.from({ length: 100 }, (_, i) => Promise.reject(i))");
  run("kept[7].catch(() => {})");
  EXPECT_EQ(handled, std::vector{7});
}

}  // namespace
}  // namespace vmscope
