#include "ui/docks/memory/MemoryDock.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include "tests/ui/docks/DockStage.h"
#include "ui/docks/memory/MemoryModel.h"
#include "ui/docks/memory/SnapshotWriter.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

class MemoryDockTest : public testing::TestWithParam<BrightnessChoice> {
 protected:
  void SetUp() override {
    stage.addSampleContexts();
    stage.transport.answers["Vm.measureMemory"] = {
        {"contexts",
         {{{"executionContextId", 2}, {"name", "alpha"}, {"bytes", 400'000}},
          {{"executionContextId", 3}, {"name", "beta"}, {"bytes", 1'600'000}}}},
        {"sharedBytes", 2'000'000}};
    QObject::connect(&stage.workbench, &Workbench::statusShown, [this](const QString& sentence) { told = sentence; });
  }

  QToolButton* button(const char* name) {
    for (auto* candidate : dock.findChildren<QToolButton*>()) {
      if (candidate->accessibleName() == QString::fromUtf8(name)) return candidate;
    }
    return nullptr;
  }
  QString path(const char* name) { return folder.filePath(QLatin1String(name)); }
  QByteArray contentOf(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
  }
  void chunk(const char* text) { stage.transport.tellEvent("HeapProfiler.addHeapSnapshotChunk", {{"chunk", text}}); }

  DockStage stage{GetParam()};
  QTemporaryDir folder;
  QString told;
  MemoryDock dock{stage.workbench};
};

INSTANTIATE_TEST_SUITE_P(Themes, MemoryDockTest, testing::Values(BrightnessChoice::Light, BrightnessChoice::Dark),
                         [](const auto& theme) { return theme.param == BrightnessChoice::Dark ? "Dark" : "Light"; });

TEST_P(MemoryDockTest, namesTheContextsTheLargestFirst) {
  QAbstractItemModelTester tester(dock.table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  stage.show(dock, {520, 220});
  const QAbstractItemModel& model = *dock.table().model();
  ASSERT_EQ(model.rowCount(), 3);
  EXPECT_EQ(model.index(0, MemoryModel::Name).data().toString(), "beta");
  EXPECT_EQ(model.index(0, MemoryModel::Share).data().toString(), "40.0 %");
  EXPECT_EQ(model.index(2, MemoryModel::Name).data().toString(), "Shared by all");
  stage.photograph(dock, "memory-typical");
}

TEST_P(MemoryDockTest, writesASnapshotWhileItStreamsIn) {
  stage.show(dock, {520, 220});
  stage.transport.unanswered["HeapProfiler.takeHeapSnapshot"] = true;
  dock.snapshots().start(path("a.heapsnapshot"));
  stage.transport.tellEvent("HeapProfiler.reportHeapSnapshotProgress", {{"done", 50}, {"total", 100}});
  auto* bar = dock.findChild<QProgressBar*>();
  EXPECT_TRUE(bar->isVisible());
  EXPECT_EQ(bar->value(), 500);
  chunk("{\"snapshot\":");
  chunk("{}}");
  stage.photograph(dock, "memory-snapshot");
  EXPECT_FALSE(QFile::exists(path("a.heapsnapshot"))) << "a file appears only when it is whole";
  stage.transport.tell({{"id", stage.transport.calls.back().at("id")}, {"result", json::object()}});
  EXPECT_EQ(contentOf(path("a.heapsnapshot")), "{\"snapshot\":{}}");
  EXPECT_FALSE(bar->isVisible());
  EXPECT_TRUE(told.startsWith("Heap snapshot of")) << told.toStdString();
}

TEST_P(MemoryDockTest, leavesNoFileWhenASnapshotIsCancelled) {
  stage.show(dock, {520, 220});
  stage.transport.unanswered["HeapProfiler.takeHeapSnapshot"] = true;
  dock.snapshots().start(path("b.heapsnapshot"));
  chunk("{");
  QTest::mouseClick(dock.findChild<QPushButton*>(), Qt::LeftButton);
  EXPECT_FALSE(dock.snapshots().isWriting());
  chunk("}");
  stage.transport.tell({{"id", stage.transport.calls.back().at("id")}, {"result", json::object()}});
  EXPECT_FALSE(QFile::exists(path("b.heapsnapshot")));
}

TEST_P(MemoryDockTest, tellsWhyASnapshotCannotBeWritten) {
  stage.show(dock, {520, 220});
  dock.snapshots().start(path("no-such-folder/c.heapsnapshot"));
  EXPECT_TRUE(told.contains("could not be written")) << told.toStdString();
  stage.transport.unanswered["HeapProfiler.takeHeapSnapshot"] = true;
  dock.snapshots().start(path("d.heapsnapshot"));
  stage.transport.end({EngineEnd::Reason::Killed, 9, "killed"});
  EXPECT_FALSE(dock.snapshots().isWriting());
  EXPECT_FALSE(QFile::exists(path("d.heapsnapshot")));
}

TEST_P(MemoryDockTest, savesACpuProfile) {
  stage.show(dock, {520, 220});
  QTest::mouseClick(button("Profile"), Qt::LeftButton);
  ASSERT_TRUE(button("Stop and save…"));
  stage.transport.answers["Profiler.stop"] = {
      {"profile", {{"nodes", json::array()}, {"startTime", 1}, {"endTime", 2}}}};
  dock.saveProfile(path("p.cpuprofile"));
  EXPECT_EQ(json::parse(contentOf(path("p.cpuprofile")).toStdString()).at("endTime"), 2);
  EXPECT_TRUE(button("Profile"));
}

TEST_P(MemoryDockTest, collectsGarbageAndMeasuresAgain) {
  stage.show(dock, {520, 220});
  stage.transport.answers["Vm.measureMemory"]["sharedBytes"] = 0;
  QTest::mouseClick(button("Collect"), Qt::LeftButton);
  EXPECT_FALSE(stage.transport.lastCall("HeapProfiler.collectGarbage").is_null());
  EXPECT_EQ(dock.table().model()->index(0, MemoryModel::Share).data().toString(), "80.0 %");
}

}  // namespace
}  // namespace vmscope::ui
