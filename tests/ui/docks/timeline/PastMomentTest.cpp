#include "ui/docks/timeline/PastMoment.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/ui/docks/DockStage.h"
#include "tests/ui/docks/modules/Graphs.h"
#include "ui/docks/console/ConsoleDock.h"
#include "ui/docks/console/ConsoleView.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/modules/ModulesDock.h"
#include "ui/docks/timeline/TimelineDock.h"
#include "ui/docks/timeline/TraceLog.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

// Three docks beside a timeline; a job has run that logged, and another waits.
class PastMomentTest : public testing::Test {
 protected:
  void SetUp() override {
    stage.addSampleContexts();
    GraphMessage message;
    message.add("file:///lab/main.mjs", protocol::modules::Status::Evaluated);
    json graph;
    to_json(graph, message.graph);
    moduleId = message.graph.modules[0].moduleId;
    stage.transport.answers["Modules.getGraph"] = graph;
    stage.transport.answers["Microtasks.getQueues"] = {{"queues", {queue({9})}}};
    logged("before the recording");
    timeline.log().start();
    logged("first");
    logged("second");
    answerRows();
    stage.transport.tellEvent("Trace.rowsAdded", {{"next", 8}});
    for (QWidget* dock : {static_cast<QWidget*>(&microtasks), static_cast<QWidget*>(&modules),
                          static_cast<QWidget*>(&console), static_cast<QWidget*>(&timeline)})
      stage.show(*dock, {700, 320});
    stage.transport.tellEvent("Modules.moduleRemoved", {{"moduleId", "x"}});
    ASSERT_TRUE(QTest::qWaitFor([this] { return modules.graph().modules().size() == 1; }));
  }

  static json queue(const std::vector<int>& jobs) {
    json waiting = json::array();
    for (int job : jobs)
      waiting.push_back({{"jobId", job},
                         {"queueId", 3},
                         {"kind", "then"},
                         {"handler", {{"name", "f"}}},
                         {"enqueuedBy", {{"kind", "script"}}}});
    return {{"queueId", 3},  {"name", "beta"},  {"contexts", {3}},       {"held", true},
            {"exact", true}, {"jobs", waiting}, {"length", jobs.size()}, {"finished", 2}};
  }
  void logged(const char* text) {
    stage.transport.tellEvent("Runtime.consoleAPICalled", {{"type", "log"},
                                                           {"args", {{{"type", "string"}, {"value", text}}}},
                                                           {"executionContextId", 3},
                                                           {"timestamp", 1}});
    console.model().flush();
  }
  void answerRows() {
    json rows = json::array();
    const auto add = [&](const char* kind, json more) {
      more["index"] = rows.size();
      more["kind"] = kind;
      more["at"] = 10 * rows.size();
      rows.push_back(std::move(more));
    };
    add("enqueue", {{"queueId", 3}, {"executionContextId", 3}, {"jobId", 7}, {"text", "then f"}});
    add("moduleStatus", {{"moduleId", moduleId}, {"text", "file:///lab/main.mjs linked"}});
    add("jobStart", {{"queueId", 3}, {"executionContextId", 3}, {"jobId", 7}, {"text", "then f"}});
    add("console", {{"executionContextId", 3}, {"text", "first"}});
    add("enqueue", {{"queueId", 3}, {"executionContextId", 3}, {"jobId", 9}, {"text", "then f"}, {"causeIndex", 2}});
    add("jobEnd", {{"queueId", 3}, {"executionContextId", 3}, {"jobId", 7}, {"text", "then f"}});
    add("console", {{"executionContextId", 3}, {"text", "second"}});
    add("moduleStatus", {{"moduleId", moduleId}, {"text", "file:///lab/main.mjs evaluated"}});
    stage.transport.answers["Trace.get"] = {
        {"rows", rows}, {"first", 0}, {"next", rows.size()}, {"dropped", 0}, {"recording", true}};
  }

  std::string jobs() {
    QStringList out;
    for (const Lane& lane : microtasks.board().lanes()) {
      if (lane.running) out << QStringLiteral("runs %1").arg(lane.running->id);
      for (const QueueJob& job : lane.jobs) out << QString::number(job.id);
    }
    return out.join(' ').toStdString();
  }
  std::string linesThere() {
    QStringList out;
    for (int row = 0; row <= console.model().lastPresentRow(); ++row)
      out << console.model().index(row).data().toString();
    return out.join('|').toStdString();
  }
  static QPushButton* backToNow(QWidget& dock) {
    for (QPushButton* button : dock.findChildren<QPushButton*>()) {
      if (button->text() == "Back to now" && button->isVisible()) return button;
    }
    return nullptr;
  }
  static bool canStep(const QWidget& dock) {
    for (const QAction* action : dock.actions()) {
      if (action->text() == "Step") return action->isEnabled();
    }
    return false;
  }

  std::string moduleId;
  DockStage stage;
  TimelineDock timeline{stage.workbench};
  MicrotasksDock microtasks{stage.workbench};
  ModulesDock modules{stage.workbench};
  ConsoleDock console{stage.workbench};
  QAbstractItemModelTester lines{&console.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(PastMomentTest, isNotShownWhileTheTimelineStandsAtItsEnd) {
  EXPECT_EQ(jobs(), "9");
  EXPECT_EQ(backToNow(microtasks), nullptr);
  EXPECT_TRUE(canStep(microtasks));
}

TEST_F(PastMomentTest, showsQueuesModulesAndConsoleAsTheyWere) {
  timeline.goTo(2);
  EXPECT_EQ(jobs(), "runs 7");
  EXPECT_EQ(modules.graph().modules()[0].status, ModuleStatus::Linked);
  EXPECT_EQ(linesThere(), "before the recording");
  timeline.goTo(5);
  EXPECT_EQ(jobs(), "9");
  EXPECT_EQ(linesThere(), "before the recording|first");
  timeline.goTo(0);
  EXPECT_EQ(jobs(), "7");
  EXPECT_EQ(modules.graph().modules()[0].status, ModuleStatus::Unlinked) << "the recording tells of it later";
  stage.photograph(microtasks, "microtasks-past");
  stage.photograph(console, "console-past");
}

TEST_F(PastMomentTest, tellsWhoEnqueuedAJobThen) {
  timeline.goTo(4);
  const QueueJob* job = microtasks.board().findJob(9);
  ASSERT_TRUE(job);
  EXPECT_EQ(job->causeText(), "enqueued by job 7");
}

TEST_F(PastMomentTest, saysSoInEachDockAndOneClickLeadsBack) {
  for (QWidget* dock :
       {static_cast<QWidget*>(&microtasks), static_cast<QWidget*>(&modules), static_cast<QWidget*>(&console)}) {
    timeline.goTo(3);
    QPushButton* button = backToNow(*dock);
    ASSERT_TRUE(button) << dock->metaObject()->className();
    const auto* bar = button->parentWidget();
    EXPECT_EQ(bar->accessibleName(), "As it was at 0.030 ms, row 4 of 8");
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(jobs(), "9");
    EXPECT_EQ(linesThere(), "before the recording|first|second");
    EXPECT_EQ(modules.graph().modules()[0].status, ModuleStatus::Evaluated);
    EXPECT_EQ(timeline.position(), 7);
    EXPECT_EQ(backToNow(*dock), nullptr);
  }
}

TEST_F(PastMomentTest, keepsWhatHappensMeanwhileForLater) {
  timeline.goTo(3);
  EXPECT_FALSE(canStep(microtasks)) << "what is past cannot be run";
  stage.transport.tellEvent("Microtasks.queueChanged", {{"queue", queue({9, 10})}});
  EXPECT_EQ(jobs(), "runs 7");
  stage.transport.answers["Microtasks.getQueues"] = {{"queues", {queue({9, 10})}}};
  logged("third");
  EXPECT_EQ(linesThere(), "before the recording|first");
  PastMoment::of(stage.session).leave();
  EXPECT_EQ(jobs(), "9 10");
  EXPECT_EQ(linesThere(), "before the recording|first|second|third");
}

TEST_F(PastMomentTest, canBeLookedAtAfterTheEngineIsGone) {
  stage.transport.end({EngineEnd::Reason::Killed, 9, "killed"});
  EXPECT_EQ(jobs(), "");
  timeline.goTo(2);
  EXPECT_EQ(jobs(), "runs 7");
  PastMoment::of(stage.session).leave();
  EXPECT_EQ(jobs(), "");
}

TEST_F(PastMomentTest, isLeftForAFreshEngine) {
  timeline.goTo(2);
  stage.transport.end({EngineEnd::Reason::Killed, 9, "killed"});
  QSignalSpy said(&stage.workbench, &Workbench::statusShown);
  stage.session.startFresh();
  EXPECT_FALSE(PastMoment::of(stage.session).scene());
  EXPECT_EQ(backToNow(microtasks), nullptr);
  EXPECT_EQ(jobs(), "9") << "what the fresh engine has";
  ASSERT_EQ(said.count(), 1);
  EXPECT_TRUE(said[0][0].toString().startsWith("The engine is a fresh one")) << said[0][0].toString().toStdString();
  timeline.goTo(2);
  EXPECT_EQ(timeline.position(), 2) << "the recording can still be gone through";
  EXPECT_EQ(jobs(), "9") << "but the docks are the fresh engine's";
}

TEST_F(PastMomentTest, staysWhenTheWindowIsMadeAnew) {
  timeline.goTo(3);
  TimelineDock again(stage.workbench);
  EXPECT_EQ(again.position(), 3);
  EXPECT_EQ(jobs(), "runs 7");
}

}  // namespace
}  // namespace vmscope::ui
