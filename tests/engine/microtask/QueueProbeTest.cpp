#include "engine/microtask/QueueProbe.h"

#include <functional>

#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "tests/support/EngineFixture.h"

namespace vmscope {
namespace {

class QueueProbeTest : public test::EngineTest {
 protected:
  /// What waits in the default queue after `source`, one job a line: kind, name and 1-based line of the handler.
  std::string waiting(std::string_view source) {
    queue.setHeld(true);
    run(source);
    std::string text;
    Lock lock(isolate);
    for (const Job& job : isolate.microtasks().view(queue, 0, 100).page.jobs) {
      text += std::string(toText(job.kind)) + " " + job.handler->name;
      if (job.handler->place.isKnown()) text += ":" + std::to_string(job.handler->place.line + 1);
      text += "\n";
    }
    return text;
  }

  /// Gives the program a function `look`, after whose call `look` of this test runs as an interrupt.
  void atLook(std::function<void()> look) {
    look_ = std::move(look);
    Lock lock(isolate);
    const auto context = isolate.contexts().main().v8(lock);
    const v8::Context::Scope scope(context);
    const auto request = [](const v8::FunctionCallbackInfo<v8::Value>& info) {
      auto& test = *static_cast<QueueProbeTest*>(info.Data().As<v8::External>()->Value());
      test.isolate.interrupt(test.look_);
    };
    const auto function = v8::Function::New(context, request, v8::External::New(lock.v8(), this)).ToLocalChecked();
    context->Global()->Set(context, lock.name("look"), function).Check();
  }

  std::function<void()> look_;
  MicrotaskQueue& queue = isolate.defaultQueue();
  QueueProbe& probe = isolate.microtasks().probe();
};

TEST_F(QueueProbeTest, VerifiesTheLayoutOfThisV8) {
  Lock lock(isolate);
  EXPECT_EQ(probe.failure(), "");
}

TEST_F(QueueProbeTest, NamesEachKindOfJobAndItsHandler) {
  EXPECT_EQ(waiting("const p = Promise.resolve();             // 1\n"
                    "p.then(function fulfilled() {});         // 2\n"
                    "Promise.reject().catch(function no() {});// 3\n"
                    "p.finally(function last() {});           // 4\n"
                    "(async function waits() { await p })();  // 5\n"
                    "Promise.resolve({ then(f) {} });         // 6\n"
                    "p.then(console.log);                     // 7\n"
                    "p.then();                                // 8\n"
                    "Promise.all([p]);                        // 9\n"
                    "p.then((function f() {}).bind({}));      // 10\n"
                    "p.then(new Proxy(function f() {}, {}));  // 11\n"),
            "then fulfilled:2\n"
            "catch no:3\n"
            "finally last:4\n"
            "await waits:5\n"
            "thenable then:6\n"
            "then log\n"
            "builtin no handler: the value goes on\n"
            "builtin Promise.all: element\n"
            "then bound f:10\n"
            "then proxy of f:11\n");
}

TEST_F(QueueProbeTest, ReadsAMillionJobsByPagesWhileAScriptLoops) {
  JobPage middle;
  JobPage end;
  atLook([&] {
    // The first look, so this calibrates inside of running JavaScript, too.
    Lock lock(isolate);
    middle = isolate.microtasks().view(queue, 500'000, 3).page;
    end = isolate.microtasks().view(queue, 999'999, 100).page;
    isolate.terminate(TerminationReason::User);
  });
  run("const p = Promise.resolve(); for (let i = 0; i < 1e6; ++i) p.then(function waits() {}); look(); for (;;);");
  ASSERT_EQ(middle.length, 1'000'000);
  ASSERT_EQ(middle.jobs.size(), 3u);
  EXPECT_EQ(middle.jobs[0].id, 500'001);
  EXPECT_EQ(middle.jobs[0].handler->name, "waits");
  EXPECT_EQ(end.jobs.size(), 1u);
}

TEST_F(QueueProbeTest, SaysWhichJobRuns) {
  JobId running = 0;
  JobPage page;
  run("Promise.resolve().then(() => {})");
  atLook([&] {
    Lock lock(isolate);
    running = probe.running(queue);
    page = probe.read(queue, 0, 10);
    isolate.terminate(TerminationReason::User);
  });
  run("Promise.resolve().then(() => {}).then(function loops() { look(); for (;;); }); Promise.resolve().then(function "
      "after() "
      "{})");
  EXPECT_EQ(running, 4);
  EXPECT_TRUE(page.jobs.empty());
}

TEST_F(QueueProbeTest, NeverReusesTheNumbersOfJobsThatATerminationDropped) {
  atLook([&] {
    Lock lock(isolate);
    EXPECT_EQ(probe.read(queue, 0, 10).jobs.at(1).id, 3);
    isolate.terminate(TerminationReason::User);
  });
  run("const p = Promise.resolve(); p.then(() => { look(); for (;;); }); p.then(() => {}); p.then(() => {})");
  queue.setHeld(true);
  run("Promise.resolve().then(() => {})");
  Lock lock(isolate);
  EXPECT_GT(probe.read(queue, 0, 10).jobs.at(0).id, 3);
}

TEST_F(QueueProbeTest, GivesTheObjectsOfAJob) {
  queue.setHeld(true);
  run("globalThis.f = () => {}; globalThis.made = Promise.resolve('argument').then(f)");
  Lock lock(isolate);
  const v8::Local<v8::Context> context = isolate.contexts().main().v8(lock);
  const auto objects = probe.objects(queue, 1);
  ASSERT_TRUE(objects.has_value());
  EXPECT_EQ(lock.text(objects->argument), "argument");
  EXPECT_TRUE(objects->handler->StrictEquals(context->Global()->Get(context, lock.name("f")).ToLocalChecked()));
  EXPECT_TRUE(objects->promise->StrictEquals(context->Global()->Get(context, lock.name("made")).ToLocalChecked()));
  EXPECT_FALSE(probe.objects(queue, 2).has_value());
}

TEST_F(QueueProbeTest, SaysWhyItCannotReadAQueue) {
  probe.forbid("of a test");
  EXPECT_EQ(waiting("Promise.resolve().then(() => {})"), "");
  Lock lock(isolate);
  const QueueView view = isolate.microtasks().view(queue, 0, 10);
  EXPECT_FALSE(view.isExact);
  EXPECT_EQ(view.inexactBecause, "of a test");
}

}  // namespace
}  // namespace vmscope
