#include "ui/docks/microtasks/MicrotasksDock.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

#include "tests/ui/docks/DockStage.h"
#include "tests/ui/docks/microtasks/Jobs.h"
#include "tests/ui/window/MenuFaults.h"
#include "ui/docks/microtasks/LanesView.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/timers/TimersDock.h"
#include "ui/theme/Mnemonic.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

class MicrotasksDockTest : public testing::TestWithParam<BrightnessChoice> {
 protected:
  void SetUp() override {
    stage.addSampleContexts();
    beta = queueMessage(3, "beta", true,
                        {jobMessage(7, 3, "await", "load", 11), jobMessage(8, 3, "then", "onLoaded", 17),
                         jobMessage(9, 3, "catch", "", 18), jobMessage(10, 3, "thenable", "then", 30),
                         jobMessage(11, 3, "builtin", "Promise.all element", 31)});
    json shared = queueMessage(1, "default", false,
                               {jobMessage(13, 1, "callback", "跑完以后", 4, 2),
                                jobMessage(14, 1, "finally", "aVeryLongFunctionNameThatDoesNotFit", 5, 2)});
    shared["contexts"] = {1, 2};
    shared["running"] = jobMessage(12, 1, "then", "render", 3, 2);
    stage.transport.answers["Microtasks.getQueues"] = {{"queues", {shared, beta}}};
  }

  QToolButton* button(const char* name) {
    for (auto* candidate : dock.findChildren<QToolButton*>()) {
      if (candidate->accessibleName() == QLatin1String(name)) return candidate;
    }
    return nullptr;
  }
  void click(const LanesView::Target& target) {
    QTest::mouseClick(dock.lanes().viewport(), Qt::LeftButton, {}, dock.lanes().rectOf(target).center());
  }

  DockStage stage{GetParam()};
  json beta;
  MicrotasksDock dock{stage.workbench};
};

INSTANTIATE_TEST_SUITE_P(Themes, MicrotasksDockTest, testing::Values(BrightnessChoice::Light, BrightnessChoice::Dark),
                         [](const auto& theme) { return theme.param == BrightnessChoice::Dark ? "Dark" : "Light"; });

TEST_P(MicrotasksDockTest, watchesTheQueuesOnlyWhileSomebodyLooks) {
  EXPECT_TRUE(stage.transport.lastCall("Microtasks.enable").is_null());
  stage.show(dock, {820, 320});
  EXPECT_EQ(stage.transport.lastCall("Microtasks.enable").at("origins"), "top");
  dock.hide();
  EXPECT_FALSE(stage.transport.lastCall("Microtasks.disable").is_null());
}

TEST_P(MicrotasksDockTest, showsALaneForEachQueue) {
  stage.show(dock, {820, 320});
  ASSERT_EQ(dock.board().lanes().size(), 2u);
  EXPECT_EQ(dock.board().lanes()[1].sentence(), "Queue of beta: held, 5 jobs wait");
  stage.transport.answers["Microtasks.getStuck"] = {
      {"stuck", json::array({{{"promise", "await in load"},
                              {"queueId", 1},
                              {"reason", "its context was disposed"},
                              {"kind", "await"},
                              {"handler", "load"},
                              {"cause", "disposed"},
                              {"owner", "beta"},
                              {"jobId", 8},
                              {"location", {{"url", "file:///lab/beta.js"}, {"line", 3}}}}})}};
  auto* stuck = dock.findChild<QListView*>();
  EXPECT_TRUE(QTest::qWaitFor([&] { return stuck->isVisible() && stuck->model()->rowCount() == 1; }));
  click({1, 1});
  stage.photograph(dock, "microtasks-typical");
}

TEST_P(MicrotasksDockTest, goesToTheHandlerAndMarksWhoEnqueuedIt) {
  stage.show(dock, {820, 320});
  click({1, 0});
  EXPECT_EQ(dock.board().currentJob(), 7);
  ASSERT_EQ(stage.navigator.visits.size(), 2u);
  EXPECT_EQ(stage.navigator.visits[0].emphasis, Emphasis::Enqueuer);
  EXPECT_EQ(stage.navigator.visits[0].place.line, 31);
  EXPECT_EQ(stage.navigator.visits[1].place.line, 11);
}

TEST_P(MicrotasksDockTest, stepsHoldsAndDrainsTheChosenQueue) {
  stage.show(dock, {820, 320});
  click({1, 0});
  QTest::mouseClick(button("Step"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Microtasks.step").at("queueId"), 3);
  QTest::mouseClick(button("Step next"), Qt::LeftButton);
  EXPECT_FALSE(stage.transport.lastCall("Microtasks.step").contains("queueId"));
  EXPECT_FALSE(button("Run to here")->isEnabled()) << "the head has nothing before it";
  click({1, 2});
  QTest::mouseClick(button("Run to here"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Microtasks.runTo").at("jobId"), 9);
  QTest::mouseClick(button("Drain"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Microtasks.drain").at("queueId"), 3);
  EXPECT_TRUE(button("Hold")->isChecked());
  QTest::mouseClick(button("Hold"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Microtasks.hold").at("held"), false);
  EXPECT_EQ(dock.board().lanes()[1].standing(), "5 jobs wait");
}

TEST_P(MicrotasksDockTest, isDrivenFromTheKeyboard) {
  stage.show(dock, {820, 320});
  dock.activateWindow();
  dock.lanes().setFocus();
  QTest::keyClick(&dock.lanes(), Qt::Key_Down);
  QTest::keyClick(&dock.lanes(), Qt::Key_Right);
  QTest::keyClick(&dock.lanes(), Qt::Key_Right);
  EXPECT_EQ(dock.board().currentJob(), 8);
  EXPECT_TRUE(dock.lanes().accessibleDescription().startsWith("Job 8, then, onLoaded"))
      << dock.lanes().accessibleDescription().toStdString();
  QTest::keyClick(&dock.lanes(), Qt::Key_Return);
  EXPECT_EQ(stage.navigator.visits.back().place.line, 17);
  QTest::keyClick(&dock.lanes(), Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
  EXPECT_EQ(stage.transport.lastCall("Microtasks.step").at("queueId"), 3);
}

TEST_P(MicrotasksDockTest, showsEveryLaneInWhateverRoomThereIs) {
  stage.show(dock, {820, 320});
  for (const double scale : {1.0, 1.5, 2.0}) {
    stage.theme.setScale(scale);
    for (const QSize size : {QSize(820, 320), QSize(420, 320), QSize(820, 125), QSize(420, 125)}) {
      dock.resize(size * scale);
      QCoreApplication::processEvents();
      const QRect room = dock.lanes().viewport()->rect();
      for (int lane = 0; lane < 2; ++lane) {
        const QRect slot = dock.lanes().rectOf({lane, LanesView::Target::kRunning});
        EXPECT_TRUE(room.contains(slot)) << lane << " in " << size.width() << "x" << size.height() << " at " << scale;
      }
      const QPoint head = dock.lanes().rectOf({1, 0}).center();
      EXPECT_TRUE(room.contains(head)) << "the head of beta in " << size.width() << "x" << size.height() << " at "
                                       << scale;
    }
  }
}

TEST_P(MicrotasksDockTest, offersWhatCanBeDoneWithAJobInAMenu) {
  stage.show(dock, {820, 320});
  dock.board().chooseJob(9);
  dock.lanes().setFocus();
  QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {10, 10}, dock.lanes().mapToGlobal(QPoint(10, 10)));
  QCoreApplication::sendEvent(dock.lanes().viewport(), &byKey);
  auto* menu = dock.findChild<QMenu*>();
  ASSERT_TRUE(menu && menu->isVisible());
  EXPECT_EQ(tests::faultsOf(*menu), QStringList());
  const auto choose = [menu](const char* text) {
    for (QAction* action : menu->actions()) {
      if (nameOf(*action) == QLatin1String(text)) return action->trigger();
    }
    FAIL() << text;
  };
  choose("Go to its code");
  EXPECT_EQ(stage.navigator.visits.back().place.line, 18);
  choose("Go to where it was enqueued");
  EXPECT_EQ(stage.navigator.visits.back().place.line, 38);
  EXPECT_EQ(stage.navigator.visits.back().emphasis, Emphasis::Enqueuer);
  choose("Copy as text");
  EXPECT_EQ(QGuiApplication::clipboard()->text(),
            "Job 9: catch of (anonymous) · beta.js:19, runs in beta, enqueued by job 7 at beta.js:39.");
  choose("Run to here");
  EXPECT_EQ(stage.transport.lastCall("Microtasks.runTo").at("jobId"), 9);
  choose("Choose the job that enqueued it");
  EXPECT_EQ(dock.board().currentJob(), 7);
  menu->close();
}

TEST_P(MicrotasksDockTest, saysWhereJavaScriptIsPaused) {
  stage.show(dock, {820, 320});
  stage.transport.tellEvent("Debugger.scriptParsed",
                            {{"scriptId", "5"}, {"url", "file:///lab/beta.js"}, {"executionContextId", 3}});
  stage.transport.tellEvent(
      "Debugger.paused",
      {{"reason", "other"},
       {"callFrames", json::array({{{"callFrameId", "1"},
                                    {"functionName", "f"},
                                    {"url", "file:///lab/beta.js"},
                                    {"location", {{"scriptId", "5"}, {"lineNumber", 2}, {"columnNumber", 0}}},
                                    {"scopeChain", json::array()},
                                    {"this", {{"type", "undefined"}}}}})}});
  EXPECT_EQ(dock.board().lanes()[1].sentence(), "Queue of beta: JavaScript is paused at beta.js:3");
  EXPECT_EQ(dock.board().lanes()[1].standing(), "paused, 5 jobs wait");
  EXPECT_FALSE(dock.board().lanes()[0].pausedAt) << "nothing of alpha is on the stack";
  stage.photograph(dock, "microtasks-paused");
  stage.transport.tellEvent("Debugger.resumed", json::object());
  EXPECT_EQ(dock.board().lanes()[1].standing(), "held, 5 jobs wait");
}

TEST_P(MicrotasksDockTest, choosesJobsInTheTable) {
  stage.show(dock, {820, 320});
  QTest::mouseClick(button("Show as table"), Qt::LeftButton);
  dock.table().setFocus();
  dock.table().selectRow(5);
  EXPECT_EQ(dock.board().currentJob(), 9);
  EXPECT_TRUE(button("Run to here")->isEnabled());
  stage.transport.tellEvent("Microtasks.queueChanged", {{"queue", beta}});
  EXPECT_EQ(dock.table().currentIndex().row(), 5) << "a change of the queue does not lose the row";
}

TEST_P(MicrotasksDockTest, showsTheSameAsATable) {
  stage.show(dock, {820, 320});
  click({1, 1});
  QTest::mouseClick(button("Show as table"), Qt::LeftButton);
  EXPECT_EQ(dock.table().model()->rowCount(), 8);
  EXPECT_EQ(dock.table().currentIndex().row(), 4) << "the chosen job stays chosen";
  dock.table().resizeColumnsToContents();
  stage.photograph(dock, "microtasks-table");
}

TEST_P(MicrotasksDockTest, saysWhenItIsOnlyApproximate) {
  json guessed = beta;
  guessed["exact"] = false;
  stage.transport.answers["Microtasks.getQueues"] = {{"queues", json::array({guessed})}};
  stage.show(dock, {820, 320});
  bool said = false;
  for (const QLabel* label : dock.findChildren<QLabel*>()) said |= label->text() == "approximate";
  EXPECT_TRUE(said);
}

TEST_P(MicrotasksDockTest, movesAJobIntoTheSlotAndStopsMovingWhenThereAreMany) {
  stage.theme.setMotion(Motion::Full);
  stage.show(dock, {820, 320});
  stage.transport.tellEvent("Microtasks.jobStarted", {{"job", jobMessage(7, 3, "await", "load", 11)}, {"at", 1}});
  EXPECT_TRUE(dock.lanes().isMoving());
  EXPECT_TRUE(QTest::qWaitFor([&] { return !dock.lanes().isMoving(); }));
  for (int id = 8; id < 20; ++id)
    stage.transport.tellEvent("Microtasks.jobStarted", {{"job", jobMessage(id, 3, "then", "f", 11)}, {"at", id}});
  EXPECT_FALSE(dock.lanes().isMoving());
}

TEST_P(MicrotasksDockTest, scrollsALaneOfAHundredThousandJobs) {
  stage.show(dock, {820, 320});
  Lane lane;
  lane.id = 3;
  lane.name = "beta";
  for (int id = 0; id < 100'000; ++id) {
    QueueJob job;
    job.id = 100 + id;
    job.queueId = 3;
    job.handler = "f";
    lane.jobs.push_back(job);
  }
  lane.length = 1'000'000;
  dock.board().putLane(lane);
  QScrollBar* bar = dock.lanes().horizontalScrollBar();
  QElapsedTimer clock;
  clock.start();
  constexpr int kFrames = 60;
  for (int frame = 1; frame <= kFrames; ++frame) {
    bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * frame / kFrames));
    dock.lanes().viewport()->repaint();
  }
  RecordProperty("millisecondsPerFrame", std::to_string(clock.elapsed() / double(kFrames)));
  EXPECT_LT(clock.elapsed(), kFrames * 16) << "60 frames a second";
  QTest::keyClick(&dock.lanes(), Qt::Key_Down);
  QTest::keyClick(&dock.lanes(), Qt::Key_Right);
  QTest::keyClick(&dock.lanes(), Qt::Key_End);
  EXPECT_EQ(dock.board().currentJob(), 1'000'099) << "its number is known before it is read";
  stage.photograph(dock, "microtasks-overfull");
}

TEST_P(MicrotasksDockTest, readsWhatIsScrolledToPageByPage) {
  json many = beta;
  many["length"] = 100'000;
  many["jobs"] = json::array();
  for (int id = 7; id < 107; ++id) many["jobs"].push_back(jobMessage(id, 3, "then", "first", 11));
  stage.transport.answers["Microtasks.getQueues"] = {{"queues", json::array({many})}};
  std::vector<json> far;
  for (int id = 7 + 99'840; id < 7 + 100'000; ++id) far.push_back(jobMessage(id, 3, "then", "last", 40));
  stage.transport.answers["Microtasks.getJobs"] = {{"jobs", far}, {"length", 100'000}, {"finished", 4}};
  stage.show(dock, {820, 320});
  dock.lanes().setFocus();
  QTest::keyClick(&dock.lanes(), Qt::Key_Right);
  QTest::keyClick(&dock.lanes(), Qt::Key_End);
  EXPECT_EQ(dock.board().currentJob(), 100'006);
  EXPECT_TRUE(QTest::qWaitFor([&] { return dock.board().findJob(100'006) != nullptr; }));
  EXPECT_EQ(stage.transport.lastCall("Microtasks.getJobs").at("from"), 99'840);
  EXPECT_EQ(stage.transport.lastCall("Microtasks.getJobs").at("count"), 256);
  EXPECT_TRUE(dock.lanes().accessibleDescription().startsWith("Job 100006, then, last"))
      << dock.lanes().accessibleDescription().toStdString();
  stage.photograph(dock, "microtasks-far");

  many["jobs"].erase(0);
  many["length"] = 99'999;
  stage.transport.tellEvent("Microtasks.queueChanged", {{"queue", many}});
  EXPECT_EQ(dock.board().lanes()[0].positionOf(100'006), 99'998) << "one has run";
  EXPECT_TRUE(dock.board().findJob(100'006)) << "and what was read is still known";
}

TEST_P(MicrotasksDockTest, emptiesWithItsEngineAndFillsWithTheNext) {
  stage.show(dock, {820, 320});
  stage.transport.end({EngineEnd::Reason::Killed, 9, "killed"});
  EXPECT_TRUE(dock.board().lanes().empty());
  stage.photograph(dock, "microtasks-empty");
  stage.session.startFresh();
  EXPECT_EQ(dock.board().lanes().size(), 2u);
}

TEST_P(MicrotasksDockTest, hasTheTimersBesideIt) {
  TimersDock timers(stage.workbench);
  const json tick{{"timerId", 4},
                  {"kind", "interval"},
                  {"dueInMillis", 120.0},
                  {"periodMillis", 500.0},
                  {"handler", {{"name", "tick"}, {"location", {{"url", "file:///lab/a.js"}, {"line", 6}}}}},
                  {"executionContextId", 2}};
  stage.show(timers, {520, 160});
  stage.photograph(timers, "timers-empty");
  stage.transport.tellEvent("Microtasks.timersChanged", {{"timers", json::array({tick})}});
  ASSERT_EQ(timers.table().model()->rowCount(), 1);
  QCoreApplication::processEvents();
  QTest::mouseClick(timers.table().viewport(), Qt::LeftButton, {},
                    timers.table().visualRect(timers.table().model()->index(0, 2)).center());
  ASSERT_EQ(stage.navigator.visits.size(), 1u);
  EXPECT_EQ(stage.navigator.visits[0].place.line, 6);
  stage.photograph(timers, "timers-typical");
}

}  // namespace
}  // namespace vmscope::ui
