#include <QTest>
#include <csignal>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/modules/ModulesDock.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/docks/timeline/TimelineDock.h"
#include "ui/docks/timeline/TraceLog.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

constexpr char kWorkspace[] = R"({
  "version": 1,
  "contexts": [
    {"name": "alpha", "documents": ["a.js", "wait.mjs"]},
    {"name": "beta", "microtaskMode": "afterEvaluate", "documents": ["b.js"]}
  ]
})";

constexpr char kTyped[] =
    "async function load() { await null; console.log('after one'); await null; console.log('after two') }\n"
    "load();\n"
    "console.log('script done'); // typed, not saved";

// How far somebody has come when the engine is killed.
enum class Moment {
  Idle,
  Running,
  JobsHeld,
  BetweenSteps,
  PausedAtABreakpoint,
  ModulePending,
  Recording,
  LookingAtThePast
};

class EngineKilledInTaskTest : public TaskTest, public testing::WithParamInterface<Moment> {
 protected:
  void SetUp() override {
    write(QStringLiteral("workspace.vmscope.json"), kWorkspace);
    write(QStringLiteral("wait.mjs"), "export const never = await new Promise(() => {});\n");
    open();
    window().layouts().apply(QStringLiteral("debugging"));
    ASSERT_TRUE(eventually([this] { return !microtasks().board().lanes().empty(); }));
    window().area().open(QStringLiteral("a.js"));
    type(QLatin1String(kTyped));
  }

  TimelineDock& timeline() { return shown<TimelineDock>(); }
  EngineSession& session() { return desktop().session(); }
  bool eventuallyIn(EngineSession::State state) {
    return eventually([this, state] { return session().state() == state; });
  }

  void hold() {
    clickTool(ActionId::HoldQueue);
    ASSERT_TRUE(eventually([this] { return action(ActionId::HoldQueue).isChecked(); }));
  }
  void runToTheEndOfTheScript() {
    clickTool(ActionId::Run);
    ASSERT_TRUE(eventuallyLogged("script done"));
  }
  void record() {
    pressButton(timeline(), QStringLiteral("Record"));
    ASSERT_TRUE(eventually([this] { return timeline().log().isRecording(); }));
    runToTheEndOfTheScript();
    ASSERT_TRUE(eventually([this] { return timeline().log().count() > 4; }));
  }

  void goTo(Moment moment) {
    switch (moment) {
      case Moment::Idle:
        return;
      case Moment::Running:
        window().area().open(QStringLiteral("b.js"));
        type(QStringLiteral("for (;;) ;"));
        clickTool(ActionId::Run);
        ASSERT_TRUE(eventuallyIn(EngineSession::State::Running));
        return;
      case Moment::JobsHeld:
        hold();
        runToTheEndOfTheScript();
        ASSERT_TRUE(eventuallyIn(EngineSession::State::Held));
        return;
      case Moment::BetweenSteps:
        hold();
        runToTheEndOfTheScript();
        clickTool(ActionId::StepQueue);
        ASSERT_TRUE(eventuallyLogged("after one"));
        return;
      case Moment::PausedAtABreakpoint:
        clickTool(ActionId::Debug);
        ASSERT_TRUE(eventuallyIn(EngineSession::State::Paused));
        return;
      case Moment::ModulePending:
        window().area().open(QStringLiteral("wait.mjs"));
        clickTool(ActionId::Run);
        ASSERT_TRUE(eventually([this] {
          const auto& modules = window().findChild<ModulesDock*>()->graph().modules();
          return modules.size() == 1 && modules.front().status == ModuleStatus::AwaitingTopLevel;
        }));
        return;
      case Moment::Recording:
        record();
        return;
      case Moment::LookingAtThePast:
        record();
        timeline().goTo(2);
        ASSERT_TRUE(PastMoment::of(session()).scene());
        return;
    }
  }

  void killEngine() {
    const auto process = static_cast<pid_t>(session().facts().processId);
    ASSERT_GT(process, 0);
    ASSERT_EQ(::kill(process, SIGKILL), 0);
    ASSERT_TRUE(eventuallyIn(EngineSession::State::Crashed));
  }

  QString typed() {
    for (Document* document : desktop().workspace().documents()) {
      if (document->url().fileName() == "a.js") return document->text();
    }
    return {};
  }
};

const char* nameOf(const testing::TestParamInfo<Moment>& info) {
  switch (info.param) {
    case Moment::Idle:
      return "Idle";
    case Moment::Running:
      return "Running";
    case Moment::JobsHeld:
      return "JobsHeld";
    case Moment::BetweenSteps:
      return "BetweenSteps";
    case Moment::PausedAtABreakpoint:
      return "PausedAtABreakpoint";
    case Moment::ModulePending:
      return "ModulePending";
    case Moment::Recording:
      return "Recording";
    case Moment::LookingAtThePast:
      return "LookingAtThePast";
  }
  return "";
}

INSTANTIATE_TEST_SUITE_P(At, EngineKilledInTaskTest,
                         testing::Values(Moment::Idle, Moment::Running, Moment::JobsHeld, Moment::BetweenSteps,
                                         Moment::PausedAtABreakpoint, Moment::ModulePending, Moment::Recording,
                                         Moment::LookingAtThePast),
                         nameOf);

TEST_P(EngineKilledInTaskTest, losesNothingTypedAndGoesOnAfterOneClick) {
  goTo(GetParam());
  if (HasFatalFailure()) return;
  killEngine();
  EXPECT_EQ(typed(), QLatin1String(kTyped));
  EXPECT_TRUE(notice("engineNotice").contains(QStringLiteral("signal 9"))) << notice("engineNotice").toStdString();
  EXPECT_FALSE(action(ActionId::Stop).isEnabled());
  EXPECT_TRUE(window().findChild<ModulesDock*>()->graph().modules().empty());
  EXPECT_TRUE(GetParam() == Moment::LookingAtThePast || microtasks().board().lanes().empty());

  clickNoticeButton("engineNotice", QStringLiteral("Start a fresh engine"));
  ASSERT_TRUE(eventually([this] {
    const EngineContexts& contexts = session().contexts();
    return contexts.findByKey(QStringLiteral("alpha")) && contexts.findByKey(QStringLiteral("beta"));
  }));
  EXPECT_TRUE(notice("engineNotice").isEmpty());
  PastMoment::of(session()).leave();
  ASSERT_TRUE(eventually([this] { return !microtasks().board().lanes().empty(); })) << "the queues are seen again";
  window().area().open(QStringLiteral("a.js"));
  const auto countOf = [this](const char* line) { return consoleLines().count(QLatin1String(line)); };
  const auto before = countOf("after two");
  EXPECT_FALSE(action(ActionId::HoldQueue).isChecked()) << "a fresh engine holds nothing";
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventually([&] { return countOf("after two") == before + 1; }))
      << consoleLines().join('\n').toStdString();
  EXPECT_TRUE(eventuallyIdle());
}

}  // namespace
}  // namespace vmscope::ui
