#include <QListView>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/docks/console/ConsoleDock.h"
#include "ui/docks/microtasks/LanesView.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/timeline/TimelineDock.h"
#include "ui/docks/timeline/TraceLog.h"
#include "ui/window/Desktop.h"

namespace vmscope::ui {
namespace {

// Queues and recordings of the real engine in the real window.
class QueuesWithEngineTest : public WindowTest {
 protected:
  void openWith(const char* script) {
    write("a.js", script);
    open();
  }

  static void click(QWidget& dock, const char* name) {
    for (auto* button : dock.findChildren<QToolButton*>()) {
      if (button->accessibleName() == QLatin1String(name)) return QTest::mouseClick(button, Qt::LeftButton);
    }
    FAIL() << "no button " << name;
  }
  QStringList lines() {
    ConsoleModel& model = window().findChild<ConsoleDock*>()->model();
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row) out << model.index(row).data().toString();
    return out;
  }
  const Lane* laneOf(MicrotasksDock& dock, const char* context) {
    const EngineContext* found = desktop().session().contexts().findByKey(QLatin1String(context));
    return found ? dock.board().findLane(found->queueId) : nullptr;
  }
  void runHeld(MicrotasksDock& dock) {
    ASSERT_TRUE(eventually([&] { return laneOf(dock, "alpha") != nullptr; }));
    dock.board().chooseQueue(laneOf(dock, "alpha")->id);
    click(dock, "Hold");
    ASSERT_TRUE(eventually([&] { return laneOf(dock, "alpha")->isHeld; }));
    clickTool(ActionId::Run);
  }
  static std::string handlers(const Lane* lane) {
    QStringList out;
    for (const QueueJob& job : lane ? lane->jobs : std::deque<QueueJob>()) out << job.handler;
    return out.join(' ').toStdString();
  }
};

TEST_F(QueuesWithEngineTest, aHeldQueueIsSteppedJobByJob) {
  openWith(
      "Promise.resolve().then(function first() { console.log('one'); }).then(function second() { console.log('three'); "
      "});\n"
      "async function wait() {\n  await null;\n  console.log('two');\n}\nwait();\nconsole.log('zero');\n");
  auto& dock = shown<MicrotasksDock>();
  ASSERT_NO_FATAL_FAILURE(runHeld(dock));
  ASSERT_TRUE(eventually([&] { return lines().contains("zero") && laneOf(dock, "alpha")->length == 2; }))
      << handlers(laneOf(dock, "alpha"));
  EXPECT_TRUE(laneOf(dock, "alpha")->isExact);
  EXPECT_EQ(handlers(laneOf(dock, "alpha")), "first wait");
  EXPECT_EQ(laneOf(dock, "alpha")->jobs[1].kind, JobKind::Await);
  EXPECT_EQ(laneOf(dock, "alpha")->jobs[1].place.line, 2) << "the line of its await";
  EXPECT_FALSE(lines().contains("one"));

  click(dock, "Step");
  EXPECT_TRUE(eventually([&] { return lines().contains("one"); }));
  EXPECT_TRUE(eventually([&] { return handlers(laneOf(dock, "alpha")) == "wait second"; }))
      << handlers(laneOf(dock, "alpha"));
  EXPECT_FALSE(lines().contains("two"));
  click(dock, "Drain");
  EXPECT_TRUE(eventually([&] { return lines().contains("three"); }));
  EXPECT_TRUE(eventually([&] { return laneOf(dock, "alpha")->length == 0; }));
}

TEST_F(QueuesWithEngineTest, aHundredThousandJobsAreScrolledThrough) {
  constexpr int kJobs = 100'000;
  openWith(
      "const ready = Promise.resolve();\n"
      "for (let i = 1; i < 100000; ++i) ready.then(() => {});\n"
      "ready.then(function last() {});\n");
  auto& dock = shown<MicrotasksDock>();
  ASSERT_NO_FATAL_FAILURE(runHeld(dock));
  ASSERT_TRUE(eventually([&] { return laneOf(dock, "alpha")->length == kJobs; }));
  EXPECT_TRUE(QTest::qWaitFor([&] { return dock.table().model()->rowCount() == kJobs; }));

  dock.lanes().setFocus();
  QTest::keyClick(&dock.lanes(), Qt::Key_Right);
  QTest::keyClick(&dock.lanes(), Qt::Key_End);
  const qint64 last = dock.board().currentJob();
  ASSERT_TRUE(eventually([&] { return dock.board().findJob(last) != nullptr; })) << "it is read when it is looked at";
  EXPECT_EQ(dock.board().findJob(last)->handler, "last");
  EXPECT_EQ(laneOf(dock, "alpha")->positionOf(last), kJobs - 1);
  EXPECT_TRUE(dock.lanes().accessibleDescription().contains("last"));

  QScrollBar* bar = dock.lanes().horizontalScrollBar();
  bar->setValue(bar->maximum() / 2);
  const Lane* lane = laneOf(dock, "alpha");
  EXPECT_TRUE(eventually([&] { return lane->waiting(kJobs / 2) != nullptr; })) << "and so is the middle";

  click(dock, "Run to here");
  EXPECT_TRUE(eventually([&] { return laneOf(dock, "alpha")->idAt(0) == last; })) << "all before it have run";
  EXPECT_EQ(laneOf(dock, "alpha")->length, 1);
}

TEST_F(QueuesWithEngineTest, aFloodOfJobsIsCountedRatherThanTold) {
  openWith(
      "let left = 300000;\n"
      "function next() { if (--left) Promise.resolve().then(next); else console.log('all ran'); }\n"
      "next();\n");
  auto& dock = shown<MicrotasksDock>();
  ASSERT_TRUE(eventually([&] { return laneOf(dock, "alpha") != nullptr; }));
  int told = 0;
  QObject::connect(&desktop().session().microtasks(), &MicrotasksClient::jobStarted, &dock, [&] { ++told; });
  const qint64 before = laneOf(dock, "alpha")->finished;
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([&] { return lines().contains("all ran"); }));
  EXPECT_TRUE(eventually([&] { return laneOf(dock, "alpha")->finished >= before + 299'999; }))
      << laneOf(dock, "alpha")->finished;
  EXPECT_EQ(told, 0);
}

TEST_F(QueuesWithEngineTest, aRecordingIsGoneThroughBackwards) {
  openWith("Promise.resolve().then(function first() { console.log('one'); });\nconsole.log('zero');\n");
  auto& dock = shown<TimelineDock>();
  click(dock, "Record");
  ASSERT_TRUE(eventually([&] { return dock.log().isRecording(); }));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([&] { return lines().contains("one"); }));
  click(dock, "Stop recording");
  ASSERT_TRUE(eventually([&] { return !dock.log().isRecording() && dock.log().count() > 3; }));
  int started = -1;
  for (int row = 0; row < dock.log().count(); ++row) {
    if (dock.log().at(row).kind == TraceRecord::Kind::JobStart && dock.log().at(row).text.contains("first"))
      started = row;
  }
  ASSERT_GE(started, 0);
  const auto consoleLines = [&] { return dock.console().model()->rowCount(); };
  EXPECT_EQ(consoleLines(), 2);
  dock.goTo(started);
  EXPECT_EQ(consoleLines(), 1) << "'one' is not said yet";
  ASSERT_FALSE(dock.board().lanes().empty());
  const qint64 job = dock.log().at(started).jobId;
  ASSERT_TRUE(dock.board().findJob(job));
  dock.goTo(started - 1);
  bool waits = false;
  for (const Lane& lane : dock.board().lanes()) {
    for (const QueueJob& waiting : lane.jobs) waits |= waiting.id == job;
  }
  EXPECT_TRUE(waits) << "one row back it stands in its queue again";
}

}  // namespace
}  // namespace vmscope::ui
