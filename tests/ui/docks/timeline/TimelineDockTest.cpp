#include "ui/docks/timeline/TimelineDock.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QTableView>
#include <QToolButton>

#include "tests/ui/docks/DockStage.h"
#include "ui/docks/microtasks/LanesView.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/timeline/TimelineStrip.h"
#include "ui/docks/timeline/TraceLog.h"
#include "ui/docks/timeline/TraceModel.h"
#include "ui/docks/timeline/TraceReplay.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

// What one run of a script with an await, a module and two console lines leaves.
std::vector<json> rowsOfARun() {
  std::vector<json> rows;
  const auto add = [&](const char* kind, double at, json more) {
    more["index"] = rows.size();
    more["kind"] = kind;
    more["at"] = at;
    rows.push_back(std::move(more));
  };
  const json place{{"url", "file:///lab/beta.js"}, {"line", 11}, {"column", 2}};
  add("taskStart", 0, {{"executionContextId", 3}, {"text", "beta.js"}});
  add("console", 40, {{"executionContextId", 3}, {"text", "开始"}, {"causeIndex", 0}});
  add("enqueue", 55,
      {{"executionContextId", 3},
       {"queueId", 3},
       {"jobId", 7},
       {"text", "await load"},
       {"causeIndex", 0},
       {"location", place}});
  add("enqueue", 60,
      {{"executionContextId", 3}, {"queueId", 3}, {"jobId", 8}, {"text", "then onLoaded"}, {"causeIndex", 0}});
  add("moduleStatus", 70, {{"executionContextId", 3}, {"moduleId", "m1"}, {"text", "file:///lab/main.mjs linked"}});
  add("taskEnd", 80, {{"executionContextId", 3}, {"text", "beta.js"}});
  add("checkpointStart", 85, {{"queueId", 3}, {"text", "checkpoint"}});
  add("jobStart", 90,
      {{"executionContextId", 3}, {"queueId", 3}, {"jobId", 7}, {"text", "await load"}, {"causeIndex", 2}});
  add("console", 120, {{"executionContextId", 3}, {"text", "loaded"}, {"causeIndex", 7}});
  add("jobEnd", 140, {{"executionContextId", 3}, {"queueId", 3}, {"jobId", 7}, {"text", "await load"}});
  add("moduleStatus", 150, {{"executionContextId", 3}, {"moduleId", "m1"}, {"text", "file:///lab/main.mjs evaluated"}});
  add("exception", 160, {{"executionContextId", 3}, {"text", "Uncaught Error: no"}});
  return rows;
}

class TimelineDockTest : public testing::TestWithParam<BrightnessChoice> {
 protected:
  void SetUp() override {
    stage.addSampleContexts();
    answer(rowsOfARun());
    stage.show(dock, {900, 320});
  }

  void answer(const std::vector<json>& rows, int first = 0) {
    stage.transport.answers["Trace.get"] = {
        {"rows", rows}, {"first", first}, {"next", first + rows.size()}, {"dropped", first}, {"recording", true}};
  }
  QToolButton* button(const char* name) {
    for (auto* candidate : dock.findChildren<QToolButton*>()) {
      if (candidate->accessibleName() == QLatin1String(name)) return candidate;
    }
    return nullptr;
  }
  void record() {
    QTest::mouseClick(button("Record"), Qt::LeftButton);
    stage.transport.tellEvent("Trace.rowsAdded", {{"next", 12}});
    QCoreApplication::processEvents();
  }
  std::string moment() {
    QStringList out;
    for (const Lane& lane : dock.board().lanes()) {
      out << lane.name + ":" + (lane.running ? QStringLiteral(" runs %1").arg(lane.running->id) : QString());
      for (const QueueJob& job : lane.jobs) out.back() += QStringLiteral(" %1").arg(job.id);
    }
    for (int row = 0; row < dock.modules().model()->rowCount(); ++row)
      out << dock.modules().model()->index(row, 0).data().toString();
    out << QStringLiteral("lines %1").arg(dock.console().model()->rowCount());
    return out.join(" | ").toStdString();
  }

  DockStage stage{GetParam()};
  TimelineDock dock{stage.workbench};
};

INSTANTIATE_TEST_SUITE_P(Themes, TimelineDockTest, testing::Values(BrightnessChoice::Light, BrightnessChoice::Dark),
                         [](const auto& theme) { return theme.param == BrightnessChoice::Dark ? "Dark" : "Light"; });

TEST_P(TimelineDockTest, saysWhatRecordingGives) {
  EXPECT_EQ(dock.log().count(), 0);
  EXPECT_FALSE(button("One row back")->isEnabled());
  stage.photograph(dock, "timeline-empty");
}

TEST_P(TimelineDockTest, movesQueuesModulesAndConsoleTogether) {
  QAbstractItemModelTester rows(dock.rows().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  QAbstractItemModelTester modules(dock.modules().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  QAbstractItemModelTester console(dock.console().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  record();
  EXPECT_EQ(stage.transport.lastCall("Trace.start").at("capacity"), TraceLog::kCapacity);
  EXPECT_EQ(moment(), "beta: 8 | ● main.mjs evaluated | lines 3");
  dock.goTo(7);
  EXPECT_EQ(moment(), "beta: runs 7 8 | ◑ main.mjs linked | lines 1");
  stage.photograph(dock, "timeline-typical");
  QTest::mouseClick(button("One row back"), Qt::LeftButton);
  EXPECT_EQ(moment(), "beta: 7 8 | ◑ main.mjs linked | lines 1");
  dock.goTo(2);
  EXPECT_EQ(moment(), "beta: 7 | lines 1");
  QTest::mouseClick(button("One row forward"), Qt::LeftButton);
  EXPECT_EQ(moment(), "beta: 7 8 | lines 1");
  dock.goTo(-1);
  EXPECT_EQ(moment(), "lines 0");
}

TEST_P(TimelineDockTest, scrubsWithMouseAndKeys) {
  record();
  TimelineStrip& strip = dock.strip();
  QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, QPoint(strip.xOf(7), 10));
  EXPECT_EQ(dock.position(), 7);
  EXPECT_EQ(dock.rows().currentIndex().row(), 7);
  QTest::keyClick(&strip, Qt::Key_Left);
  EXPECT_EQ(dock.position(), 6);
  QTest::keyClick(&strip, Qt::Key_Home);
  EXPECT_EQ(dock.position(), -1);
  QTest::keyClick(&strip, Qt::Key_End);
  EXPECT_EQ(dock.position(), 11);
  QTest::mouseClick(dock.rows().viewport(), Qt::LeftButton, {},
                    dock.rows().visualRect(dock.rows().model()->index(2, 1)).center());
  EXPECT_EQ(dock.position(), 2);
}

TEST_P(TimelineDockTest, isGoneThroughInItsTableByKeys) {
  record();
  dock.activateWindow();
  dock.rows().setFocus();
  QTest::keyClick(&dock.rows(), Qt::Key_Up);
  EXPECT_EQ(dock.position(), 10);
  QTest::keyClick(&dock.rows(), Qt::Key_Home, Qt::ControlModifier);
  EXPECT_EQ(dock.position(), 0);
}

TEST_P(TimelineDockTest, leavesASmallDockToTheRows) {
  record();
  const auto* lanes = dock.findChild<LanesView*>();
  EXPECT_TRUE(lanes->isVisible());
  for (const double scale : {1.0, 2.0}) {
    stage.theme.setScale(scale);
    dock.resize(qRound(480 * scale), qRound(180 * scale));
    QCoreApplication::processEvents();
    EXPECT_FALSE(lanes->isVisible()) << scale;
    EXPECT_GE(dock.rows().viewport()->height(), 2 * stage.theme.rowHeight()) << scale;
  }
}

TEST_P(TimelineDockTest, givesPausesLittleOfTheStrip) {
  answer({{{"index", 0}, {"kind", "taskStart"}, {"at", 0}},
          {{"index", 1}, {"kind", "taskEnd"}, {"at", 1'000}},
          {{"index", 2}, {"kind", "taskStart"}, {"at", 60'000'000}},
          {{"index", 3}, {"kind", "taskEnd"}, {"at", 60'001'000}}});
  stage.transport.answers["Trace.get"]["next"] = 4;
  QTest::mouseClick(button("Record"), Qt::LeftButton);
  stage.transport.tellEvent("Trace.rowsAdded", {{"next", 4}});
  ASSERT_EQ(dock.log().count(), 4);
  const TimelineStrip& strip = dock.strip();
  const int pause = strip.xOf(2) - strip.xOf(1);
  const int run = strip.xOf(1) - strip.xOf(0);
  EXPECT_GT(run, pause) << "a minute of nothing beside a millisecond of work";
  EXPECT_NEAR(run, strip.xOf(3) - strip.xOf(2), 1);
  EXPECT_GT(pause, 4) << "but it is seen";
  for (int row = 0; row < 4; ++row) EXPECT_EQ(strip.positionAt(strip.xOf(row)), row);
}

TEST_P(TimelineDockTest, staysWhereOneLooksWhileMoreComes) {
  record();
  dock.goTo(4);
  std::vector<json> more{{{"index", 12}, {"kind", "console"}, {"at", 200}, {"text", "later"}}};
  answer(more);
  stage.transport.answers["Trace.get"]["next"] = 13;
  stage.transport.answers["Trace.get"]["first"] = 0;
  stage.transport.tellEvent("Trace.rowsAdded", {{"next", 13}});
  EXPECT_EQ(dock.log().count(), 13);
  EXPECT_EQ(stage.transport.lastCall("Trace.get").at("from"), 12) << "only what is new is asked for";
  EXPECT_EQ(dock.position(), 4);
}

TEST_P(TimelineDockTest, takesEachRowOnceWhenPagesOverlap) {
  record();
  EXPECT_EQ(dock.log().count(), 12);
  stage.transport.tellEvent("Trace.rowsAdded", {{"next", 13}});  // answered with the first twelve again
  QTest::mouseClick(button("Stop recording"), Qt::LeftButton);
  EXPECT_EQ(dock.log().count(), 12);
}

TEST_P(TimelineDockTest, keepsTheRecordingAfterItsEngine) {
  record();
  stage.transport.end({EngineEnd::Reason::Killed, 9, "killed"});
  EXPECT_EQ(dock.log().count(), 12);
  EXPECT_FALSE(dock.log().isRecording());
}

TEST_P(TimelineDockTest, exportsWhatTheEngineWrites) {
  record();
  stage.transport.answers["Trace.export"] = {{"content", "{\"traceEvents\":[]}"}};
  QTemporaryDir folder;
  dock.exportTo(folder.filePath("t.json"), TimelineDock::Format::TraceEvents);
  EXPECT_EQ(stage.transport.lastCall("Trace.export").at("format"), "trace-event");
  QFile file(folder.filePath("t.json"));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_EQ(file.readAll(), "{\"traceEvents\":[]}");
}

TEST_P(TimelineDockTest, goesThroughAHundredThousandRowsQuickly) {
  QTest::mouseClick(button("Record"), Qt::LeftButton);
  protocol::trace::GetResult page;
  for (int index = 0; index < 120'000; ++index) {
    protocol::trace::Row row;
    row.index = index;
    row.kind = index % 3 == 0   ? protocol::trace::RowKind::Enqueue
               : index % 3 == 1 ? protocol::trace::RowKind::JobStart
                                : protocol::trace::RowKind::JobEnd;
    row.at = index * 10;
    row.queueId = 3;
    row.jobId = index / 3;
    row.text = "then f";
    page.rows.push_back(row);
  }
  page.next = 120'000;
  dock.log().take(page);
  EXPECT_EQ(dock.log().count(), TraceLog::kCapacity) << "bounded";
  EXPECT_EQ(dock.log().dropped(), 20'000);
  QElapsedTimer clock;
  clock.start();
  dock.goTo(99'000);
  dock.goTo(98'999);  // back: from the first row again
  RecordProperty("millisecondsForOneStepBack", static_cast<int>(clock.elapsed()));
  EXPECT_LT(clock.elapsed(), 400);
  QCoreApplication::processEvents();
  stage.photograph(dock, "timeline-overfull");
}

}  // namespace
}  // namespace vmscope::ui
