#include <QAbstractItemView>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/debugger/DebuggerDock.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/modules/GraphView.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/modules/ModulesDock.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/live/LiveEditing.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

// A newcomer at the first start, who does what the README's five minutes say. Its last step, Chrome, is
// OpenInChromeTest.
class TourTest : public TaskTest {
 protected:
  void SetUp() override {
    openSample();
    ASSERT_TRUE(eventually([this] { return lane("alpha") && lane("beta"); }));
  }

  bool isPaused() { return desktop().session().state() == EngineSession::State::Paused; }

  // What the lines of the console that begin with a number begin with.
  QString numbers() {
    QString found;
    for (const QString& line : consoleLines()) {
      if (!line.isEmpty() && line.front().isDigit()) found += line.front();
    }
    return found;
  }

  void doubleClickDocument(const QString& name) {
    QAbstractItemView* tree = view(QStringLiteral("Contexts and documents"));
    const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                       Qt::MatchExactly | Qt::MatchRecursive);
    ASSERT_EQ(found.size(), 1) << name.toStdString();
    const QPoint place = tree->visualRect(found.front()).center();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, place);
    ASSERT_EQ(window().area().currentDocument()->title(), name.section('/', -1));
  }

  const ModuleNode* module(const char* name) {
    for (const ModuleNode& each : window().findChild<ModulesDock*>()->graph().modules()) {
      if (each.shortName() == QLatin1String(name)) return &each;
    }
    return nullptr;
  }
};

TEST_F(TourTest, twoContextsWithAQueueOfTheirOwnAndAColourEach) {
  const EngineContexts& contexts = desktop().session().contexts();
  const EngineContext* alpha = contexts.findByKey(QStringLiteral("alpha"));
  const EngineContext* beta = contexts.findByKey(QStringLiteral("beta"));
  EXPECT_NE(alpha->queueId, beta->queueId);
  EXPECT_NE(alpha->colour, beta->colour);
  EXPECT_EQ(window().area().currentDocument()->title(), QStringLiteral("app.js"));
}

TEST_F(TourTest, theNumbersComeInTheirOrder) {
  press(QStringLiteral("Ctrl+Return"));
  EXPECT_TRUE(eventually([this] { return numbers() == QStringLiteral("1234567"); })) << numbers().toStdString();
  EXPECT_TRUE(consoleLines().join('\n').contains(QStringLiteral("loaded")));
  RunValues& values = window().findChild<LiveEditing*>()->values();
  const auto behindLineSix = [&] { return values.textAt(*window().area().currentDocument(), 5); };
  EXPECT_TRUE(eventually([&] { return behindLineSix().startsWith(QStringLiteral("1 the script runs")); }))
      << behindLineSix().toStdString();
}

TEST_F(TourTest, heldJobsWaitInTheirLaneUntilTheyAreSteppedOrDrained) {
  clickTool(ActionId::HoldQueue);
  ASSERT_TRUE(eventually([this] { return lane("alpha")->isHeld; }));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return lane("alpha")->length == 3; }));
  EXPECT_TRUE(eventually([this] { return numbers() == QStringLiteral("12"); })) << numbers().toStdString();
  for (const QueueJob& job : lane("alpha")->jobs) EXPECT_GT(job.place.line, 0) << job.id;
  clickTool(ActionId::StepQueue);
  ASSERT_TRUE(eventually([this] { return numbers() == QStringLiteral("123"); })) << numbers().toStdString();
  clickTool(ActionId::DrainQueue);
  ASSERT_TRUE(eventually([this] { return numbers().startsWith(QStringLiteral("123456")); })) << numbers().toStdString();
  clickTool(ActionId::HoldQueue);
  EXPECT_TRUE(eventually([this] { return !lane("alpha")->isHeld; }));
}

TEST_F(TourTest, theGraphShowsTheCycleAndTheAwaitThatAllWaitAt) {
  doubleClickDocument(QStringLiteral("modules/main.mjs"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(
      eventually([this] { return module("odd.mjs") && module("odd.mjs")->status == ModuleStatus::AwaitingTopLevel; }));
  EXPECT_TRUE(eventually([this] { return runText().endsWith(QStringLiteral("is evaluated")); }))
      << runText().toStdString();
  EXPECT_EQ(window().findChild<ModulesDock*>()->view().shape().layout.cycles.size(), 1u) << "even and odd";
  EXPECT_TRUE(eventually([this] { return module("main.mjs")->status == ModuleStatus::Evaluated; }));
}

TEST_F(TourTest, theProgramStopsInAJobAtTheBreakpoint) {
  constexpr int kAfterTheAwait = 18;
  clickMargin(kAfterTheAwait);
  ASSERT_TRUE(eventually([this] { return desktop().workspace().breakpoints().all().size() == 1; }));
  EXPECT_EQ(desktop().workspace().breakpoints().all().front().line, kAfterTheAwait);
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return isPaused(); }));
  auto& debugger = shown<DebuggerDock>();
  const QAbstractItemModel& stack = *debugger.stack().model();
  EXPECT_EQ(stack.index(0, 0).data().toString(), "load");
  EXPECT_TRUE(eventually([&] { return rows(QStringLiteral("Call stack")).join('\n').contains("await"); }))
      << rows(QStringLiteral("Call stack")).join('\n').toStdString();
  EXPECT_TRUE(eventually([&] { return rows(QStringLiteral("Scopes")).join('\n').contains("Local"); }));
  press(QStringLiteral("F10"));
  EXPECT_TRUE(eventually([this] { return isPaused() && editor().cursor().line == kAfterTheAwait + 1; }));
  press(QStringLiteral("F5"));
  EXPECT_TRUE(eventually([this] { return !isPaused() && numbers().endsWith('7'); })) << numbers().toStdString();
}

TEST_F(TourTest, stopEndsALoopOfTheConsole) {
  QPlainTextEdit* input = nullptr;
  for (QPlainTextEdit* each : window().findChildren<QPlainTextEdit*>()) {
    if (each->accessibleName() == QStringLiteral("Console input")) input = each;
  }
  ASSERT_NE(input, nullptr);
  input->setFocus();
  QTest::keyClicks(input, QStringLiteral("for (;;);"));
  QTest::keyClick(input, Qt::Key_Return);
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Running; }));
  clickTool(ActionId::Stop);
  EXPECT_TRUE(eventuallyIdle());
}

}  // namespace
}  // namespace vmscope::ui
