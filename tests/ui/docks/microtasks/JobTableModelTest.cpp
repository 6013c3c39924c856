#include "ui/docks/microtasks/JobTableModel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/microtasks/StuckModel.h"
#include "ui/docks/timers/TimerTableModel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

QueueJob job(qint64 id, qint64 queue, JobKind kind = JobKind::Then) {
  QueueJob out;
  out.id = id;
  out.queueId = queue;
  out.kind = kind;
  out.handler = "f";
  out.place = {"file:///w/app.js", 11, 0, {}};
  out.cause = QueueJob::Cause::Job;
  out.causeJob = 1;
  return out;
}

Lane laneOf(qint64 id, const QString& name, std::deque<QueueJob> jobs) {
  Lane lane;
  lane.id = id;
  lane.name = name;
  lane.length = static_cast<qint64>(jobs.size());
  lane.jobs = std::move(jobs);
  return lane;
}

class JobTableModelTest : public testing::Test {
 protected:
  QString cell(int row, int column) { return model.index(row, column).data().toString(); }

  Theme theme;
  QueueBoard board;
  JobTableModel model{board, theme};
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(JobTableModelTest, listsEveryQueueHeadFirst) {
  board.setLanes({laneOf(1, "default", {job(5, 1)}), laneOf(2, "beta", {job(3, 2), job(4, 2, JobKind::Await)})});
  ASSERT_EQ(model.rowCount(), 3);
  EXPECT_EQ(cell(0, JobTableModel::Queue), "default");
  EXPECT_EQ(cell(1, JobTableModel::Standing), "1. in line");
  EXPECT_EQ(cell(2, JobTableModel::Kind), "await");
  EXPECT_EQ(cell(2, JobTableModel::Place), "app.js:12");
  EXPECT_EQ(cell(2, JobTableModel::Cause), "enqueued by job 1");
}

TEST_F(JobTableModelTest, takesTheManyChangesOfALongQueueAsOne) {
  const auto longLane = [](qint64 length) {
    Lane lane = laneOf(2, "beta", {});
    lane.isExact = true;
    lane.length = length;
    return lane;
  };
  board.setLanes({longLane(100'000)});
  const QSignalSpy begun(&model, &QAbstractItemModel::modelReset);
  for (qint64 length = 99'999; length >= 99'000; --length) board.putLane(longLane(length));
  EXPECT_LT(begun.count(), 3);
  EXPECT_EQ(cell(model.rowCount() - 1, JobTableModel::Standing), "") << "a job that has run";
  EXPECT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 99'000; }));
  EXPECT_EQ(cell(98'999, JobTableModel::Standing), "99,000. in line");
}

TEST_F(JobTableModelTest, followsAJobFromItsQueueToItsEnd) {
  board.setLanes({laneOf(2, "beta", {job(3, 2), job(4, 2)})});
  board.startJob(job(3, 2));
  ASSERT_EQ(model.rowCount(), 2);
  EXPECT_EQ(cell(0, JobTableModel::Standing), "running");
  EXPECT_EQ(cell(1, JobTableModel::Standing), "1. in line");
  EXPECT_EQ(board.lanes()[0].sentence(), "Queue of beta: running, 1 job waits");
  board.finishJob(2, 3);
  EXPECT_EQ(model.rowCount(), 1);
  EXPECT_EQ(board.lanes()[0].finished, 1);
}

TEST_F(JobTableModelTest, saysHowAHeldQueueStands) {
  Lane lane = laneOf(2, "beta", {job(3, 2), job(4, 2), job(5, 2)});
  lane.isHeld = true;
  EXPECT_EQ(lane.sentence(), "Queue of beta: held, 3 jobs wait");
  lane.length = 100'000;
  EXPECT_EQ(lane.shortStanding(), "held, 100,000") << "where there is little room";
}

TEST_F(JobTableModelTest, dropsTheChoiceWithItsJob) {
  board.setLanes({laneOf(2, "beta", {job(3, 2), job(4, 2)})});
  board.chooseJob(4);
  board.putLane(laneOf(2, "beta", {job(3, 2), job(4, 2), job(9, 2)}));
  EXPECT_EQ(board.currentJob(), 4);
  EXPECT_EQ(model.rowOfJob(4), 1);
  board.putLane(laneOf(2, "beta", {job(9, 2)}));
  EXPECT_EQ(board.currentJob(), 0);
  EXPECT_EQ(board.currentQueue(), 2);
}

TEST(StuckModelTest, saysInWordsWhoWaitsWhereAndWhy) {
  Theme theme;
  StuckModel model(theme);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  protocol::microtasks::StuckJob job;
  job.kind = protocol::microtasks::JobKind::Await;
  job.handler = "load";
  job.cause = protocol::microtasks::Undrained::NothingRuns;
  job.owner = "beta";
  job.location = protocol::microtasks::Location{{}, "file:///w/a.js", 3, 0};
  model.setWaits({stuckWait(job, "beta")});
  EXPECT_EQ(model.index(0).data().toString(),
            "await load waits on the queue of beta at a.js:4: the queue is drained only when a run in beta ends, and "
            "none is going on. Run anything in beta, or drain the queue.");
}

TEST(TimerTableModelTest, putsTheNextTimerFirst) {
  using protocol::microtasks::Timer;
  using protocol::microtasks::TimerKind;
  TimerTableModel model;
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  Timer late{1, TimerKind::Interval, 250, 500.0, {"tick", {}}, {}, 2};
  Timer soon{2, TimerKind::Immediate, 0, {}, {"", {}}, {}, {}};
  model.setTimers({late, soon});
  EXPECT_EQ(model.index(0, TimerTableModel::Due).data().toString(), "now");
  EXPECT_EQ(model.index(0, TimerTableModel::Handler).data().toString(), "(anonymous)");
  EXPECT_EQ(model.index(1, TimerTableModel::Kind).data().toString(), "every 500 ms");
  EXPECT_EQ(model.sentence(), "Timers that wait: 2, the next is due in 0 ms");
}

TEST(TimerTableModelTest, countsDownWhileTimePasses) {
  using protocol::microtasks::TimerKind;
  TimerTableModel model;
  model.setTimers({{1, TimerKind::Timeout, 250, {}, {"later", {}}, {}, 2}});
  model.setPassed(100);
  EXPECT_EQ(model.index(0, TimerTableModel::Due).data().toString(), "in 150 ms");
  EXPECT_EQ(model.sentence(), "Timers that wait: 1, the next is due in 150 ms");
  model.setPassed(300);
  EXPECT_EQ(model.index(0, TimerTableModel::Due).data().toString(), "now");
  model.setTimers({{1, TimerKind::Timeout, 400, {}, {"later", {}}, {}, 2}});
  EXPECT_EQ(model.index(0, TimerTableModel::Due).data().toString(), "in 400 ms") << "told anew";
}

}  // namespace
}  // namespace vmscope::ui
