#include <v8-inspector.h>

#include <functional>

#include "engine/microtask/JobStepper.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

v8_inspector::StringView view(std::string_view ascii) {
  return {reinterpret_cast<const std::uint8_t*>(ascii.data()), ascii.size()};
}

/// A debugger that runs `whilePaused` at each breakpoint and then lets the program go on.
class PausedStepTest : public test::EngineTest,
                       private v8_inspector::V8InspectorClient,
                       private v8_inspector::V8Inspector::Channel {
 protected:
  PausedStepTest() {
    const Lock lock(isolate);
    inspector_ = v8_inspector::V8Inspector::create(isolate.v8(), this);
    inspector_->contextCreated({isolate.contexts().main().v8(lock), kGroup, view("main")});
    session_ = inspector_->connect(kGroup, this, view("{}"), v8_inspector::V8Inspector::kFullyTrusted);
    session_->dispatchProtocolMessage(view(R"({"id":1,"method":"Debugger.enable"})"));
  }
  ~PausedStepTest() override {
    const Lock lock(isolate);
    session_.reset();
    inspector_.reset();
  }

  std::function<void()> whilePaused;

 private:
  static constexpr int kGroup = 1;

  void runMessageLoopOnPause(int) override {
    whilePaused();
    session_->resume();
  }
  void sendResponse(int, std::unique_ptr<v8_inspector::StringBuffer>) override {}
  void sendNotification(std::unique_ptr<v8_inspector::StringBuffer>) override {}
  void flushProtocolNotifications() override {}

  std::unique_ptr<v8_inspector::V8Inspector> inspector_;
  std::unique_ptr<v8_inspector::V8InspectorSession> session_;
};

TEST_F(PausedStepTest, PausesInsideAStepAndShowsWhatWaitsMeanwhile) {
  Microtasks& microtasks = isolate.microtasks();
  MicrotaskQueue& queue = isolate.defaultQueue();
  std::string refusal;
  JobId running = 0;
  std::int64_t waiting = 0;
  whilePaused = [&] {
    refusal = std::get<StepRefusal>(microtasks.stepper().step(queue)).reason;
    const Lock lock(isolate);
    const QueueView view = microtasks.view(queue, 0, 10);
    running = view.page.running;
    waiting = view.page.length;
  };
  microtasks.stepper().hold(queue, true);
  run("globalThis.log = []; const p = Promise.resolve();"
      "p.then(function pauses() { p.then(function third() {}); debugger; log.push('after the pause') });"
      "p.then(function second() {});");
  const auto step = microtasks.stepper().step(queue);
  ASSERT_TRUE(std::holds_alternative<Stepped>(step)) << std::get<StepRefusal>(step).reason;
  EXPECT_EQ(std::get<Stepped>(step).job->handler->name, "pauses");
  EXPECT_EQ(refusal, "JavaScript is running");
  EXPECT_EQ(running, 1);
  EXPECT_EQ(waiting, 2);
  EXPECT_EQ(run("log.join()"), "after the pause");
}

}  // namespace
}  // namespace vmscope
