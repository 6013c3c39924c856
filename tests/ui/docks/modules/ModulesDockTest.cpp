#include "ui/docks/modules/ModulesDock.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <random>

#include "tests/ui/docks/DockStage.h"
#include "tests/ui/docks/modules/Graphs.h"
#include "tests/ui/window/MenuFaults.h"
#include "ui/docks/modules/GraphLayouter.h"
#include "ui/docks/modules/GraphView.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;
using protocol::modules::Status;

class ModulesDockTest : public testing::TestWithParam<BrightnessChoice> {
 protected:
  void SetUp() override {
    stage.addSampleContexts();
    GraphMessage message;
    const int main = message.add("file:///lab/main.mjs", Status::Evaluated);
    const int left = message.add("file:///lab/ring/left.mjs", Status::Evaluated);
    const int right = message.add("file:///lab/ring/right.mjs", Status::Evaluated);
    const int waits = message.add("file:///lab/lib/settings.mjs", Status::Evaluated);
    const int done = message.add("file:///lab/lib/数据.mjs", Status::Evaluated);
    const int bad = message.add("file:///lab/lib/broken.mjs", Status::Errored);
    const int user = message.add("file:///lab/report.mjs", Status::Errored, 2);
    const int fresh =
        message.add("file:///lab/a-module-with-a-name-that-is-longer-than-any-box-should-be.mjs", Status::Unlinked, 2);
    auto& modules = message.graph.modules;
    modules[waits].hasTopLevelAwait = true;
    modules[waits].awaiting = protocol::modules::Awaiting{6, 2};
    modules[waits].evaluationOrder = 0;
    modules[done].evaluationOrder = 1;
    modules[right].evaluationOrder = 2;
    modules[left].evaluationOrder = 3;
    modules[main].evaluationOrder = 4;
    modules[done].durationMicros = 830;
    modules[bad].error = protocol::modules::ModuleError{"TypeError: x is not a function", {}};
    modules[user].error = modules[bad].error;
    modules[user].errorOrigin = modules[bad].moduleId;
    for (auto [from, to] : {std::pair{main, left},
                            {left, right},
                            {right, left},
                            {right, waits},
                            {main, done},
                            {left, done},
                            {user, bad},
                            {user, fresh},
                            {main, waits}})
      message.link(from, to);
    json graph;
    to_json(graph, message.graph);
    stage.transport.answers["Modules.getGraph"] = graph;
    stage.transport.tellEvent("Modules.moduleRemoved", {{"moduleId", "x"}});
    stage.show(dock, {820, 420});
    ASSERT_TRUE(QTest::qWaitFor([&] { return dock.view().shape().boxes.size() == 8; }));
  }

  QToolButton* button(const char* name) {
    for (auto* candidate : dock.findChildren<QToolButton*>()) {
      if (candidate->accessibleName().startsWith(QLatin1String(name))) return candidate;
    }
    return nullptr;
  }
  int module(const char* name) {
    for (size_t i = 0; i < dock.graph().modules().size(); ++i) {
      if (dock.graph().modules()[i].shortName() == QString::fromUtf8(name)) return static_cast<int>(i);
    }
    return -1;
  }
  void click(const char* name, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(dock.view().viewport(), Qt::LeftButton, modifiers, dock.view().pointOf(module(name)));
  }
  bool says(const char* text) {
    for (const QLabel* label : dock.findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) return true;
    }
    return false;
  }

  DockStage stage{GetParam()};
  ModulesDock dock{stage.workbench};
};

INSTANTIATE_TEST_SUITE_P(Themes, ModulesDockTest, testing::Values(BrightnessChoice::Light, BrightnessChoice::Dark),
                         [](const auto& theme) { return theme.param == BrightnessChoice::Dark ? "Dark" : "Light"; });

TEST_P(ModulesDockTest, showsWhatAnAwaitBlocks) {
  click("settings.mjs");
  EXPECT_EQ(dock.view().chosenModule(), module("settings.mjs"));
  EXPECT_TRUE(says("awaits at line 7; blocks main.mjs, left.mjs, right.mjs"));
  stage.photograph(dock, "modules-typical");
}

TEST_P(ModulesDockTest, showsThePathToAModuleByShiftAndClick) {
  click("main.mjs");
  click("settings.mjs", Qt::ShiftModifier);
  EXPECT_TRUE(says("Imports on the way: 1"));
  click("left.mjs");
  click("settings.mjs", Qt::ShiftModifier);
  EXPECT_TRUE(says("Imports on the way: 2"));
  stage.photograph(dock, "modules-path");
}

TEST_P(ModulesDockTest, followsStatusesLive) {
  json changed = stage.transport.answers["Modules.getGraph"]["modules"][module("settings.mjs")];
  changed.erase("awaiting");
  EXPECT_EQ(dock.graph().modules()[0].status, ModuleStatus::Evaluating);
  stage.transport.tellEvent(
      "Modules.statusChanged",
      {{"moduleId", changed["moduleId"]}, {"from", "evaluated"}, {"to", "evaluated"}, {"at", 1}, {"module", changed}});
  EXPECT_EQ(dock.graph().modules()[0].status, ModuleStatus::Evaluated) << "nothing holds it up any more";
  click("settings.mjs");
  EXPECT_FALSE(says("blocks"));
}

TEST_P(ModulesDockTest, takesTheStepsOfAModuleOneByOne) {
  Document document(QStringLiteral("fresh.mjs"), stage.workspace.folder());
  EXPECT_FALSE(button("Parse")->isEnabled()) << "no document is open";
  stage.workbench.setCurrentContext(3);
  stage.workbench.setCurrentDocument(&document);
  ASSERT_TRUE(button("Parse")->isEnabled());
  const char* kFresh = "a-module-with-a-name-that-is-longer-than-any-box-should-be.mjs";
  const json fresh = stage.transport.answers["Modules.getGraph"]["modules"][module(kFresh)];
  stage.transport.answers["Modules.create"] = {{"module", fresh}};
  QTest::mouseClick(button("Parse"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Modules.create").at("executionContextId"), 3);
  EXPECT_EQ(stage.transport.lastCall("Modules.create").at("kind"), "sourceText");
  EXPECT_EQ(dock.view().chosenModule(), module(kFresh)) << "what was parsed is what the next steps are for";
  QTest::mouseClick(button("Link"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Modules.link").at("moduleId"), fresh["moduleId"]);
  QTest::mouseClick(button("Instantiate"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Modules.instantiate").at("moduleId"), fresh["moduleId"]);
  EXPECT_FALSE(button("Evaluate")->isEnabled()) << "it is not instantiated yet";
  json linked = stage.transport.answers["Modules.getGraph"];
  linked["modules"][module(kFresh)]["status"] = "linked";
  stage.transport.answers["Modules.getGraph"] = linked;
  stage.transport.tellEvent("Modules.moduleLinked", {{"moduleId", fresh["moduleId"]}, {"edges", json::array()}});
  EXPECT_TRUE(QTest::qWaitFor([&] { return button("Evaluate")->isEnabled(); })) << "it stays chosen in the new picture";
  QTest::mouseClick(button("Evaluate"), Qt::LeftButton);
  EXPECT_EQ(stage.transport.lastCall("Modules.evaluate").at("moduleId"), fresh["moduleId"]);
  stage.workbench.setCurrentDocument(nullptr);
}

TEST_P(ModulesDockTest, fadesAChangeOfStatusUnlessMotionIsReduced) {
  json changed = stage.transport.answers["Modules.getGraph"]["modules"][module("settings.mjs")];
  const json pending = changed;
  changed.erase("awaiting");
  const auto tell = [&](const json& now) {
    stage.transport.tellEvent(
        "Modules.statusChanged",
        {{"moduleId", now["moduleId"]}, {"from", "evaluated"}, {"to", "evaluated"}, {"at", 1}, {"module", now}});
  };
  tell(changed);
  EXPECT_FALSE(dock.view().isFading());
  tell(pending);
  stage.theme.setMotion(Motion::Full);
  ASSERT_TRUE(QTest::qWaitFor([&] { return dock.view().shape().boxes.size() == 8; }));
  tell(changed);
  EXPECT_TRUE(dock.view().isFading());
  EXPECT_TRUE(QTest::qWaitFor([&] { return !dock.view().isFading(); }));
}

TEST_P(ModulesDockTest, opensTheSourceByADoubleClick) {
  QTest::mouseDClick(dock.view().viewport(), Qt::LeftButton, {}, dock.view().pointOf(module("settings.mjs")));
  ASSERT_EQ(stage.navigator.visits.size(), 1u);
  EXPECT_EQ(stage.navigator.visits[0].place.line, 6) << "where it awaits";
}

TEST_P(ModulesDockTest, followsImportsFromTheKeyboard) {
  click("main.mjs");
  dock.activateWindow();
  dock.view().setFocus();
  QTest::keyClick(&dock.view(), Qt::Key_Right);
  const int first = dock.view().chosenModule();
  EXPECT_NE(first, module("main.mjs"));
  QTest::keyClick(&dock.view(), Qt::Key_Left);
  EXPECT_EQ(dock.view().chosenModule(), module("main.mjs"));
  QTest::keyClick(&dock.view(), Qt::Key_Return);
  EXPECT_EQ(stage.navigator.visits.size(), 1u);
}

TEST_P(ModulesDockTest, showsThePathFromAToBByKeysAlone) {
  dock.activateWindow();
  for (QWidget* twin : {static_cast<QWidget*>(&dock.view()), static_cast<QWidget*>(&dock.table())}) {
    const bool isTable = twin == &dock.table();
    if (isTable) QTest::mouseClick(button("Show as table"), Qt::LeftButton);
    twin->setFocus();
    const auto ask = [&](const char* name, const char* entry) {
      if (isTable) {
        dock.table().selectRow(module(name));
      } else {
        dock.view().chooseModule(module(name));
      }
      const QPoint at = twin->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
      QContextMenuEvent byKey(QContextMenuEvent::Keyboard, at, twin->mapToGlobal(at));
      QCoreApplication::sendEvent(twin, &byKey);
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      ASSERT_TRUE(menu) << name;
      EXPECT_EQ(tests::faultsOf(*menu), QStringList());
      for (QAction* action : menu->actions()) {
        if (action->text().remove(u'&') == QLatin1String(entry)) action->trigger();
      }
      menu->close();
    };
    ask("main.mjs", "Begin a path here");
    ask("settings.mjs", "Path from main.mjs to this one");
    EXPECT_TRUE(says("Imports on the way: 1"));
  }
}

TEST_P(ModulesDockTest, findsModulesByName) {
  auto* search = dock.findChild<QLineEdit*>();
  QTest::keyClicks(search, "set");
  QTest::keyClick(search, Qt::Key_Return);
  EXPECT_EQ(dock.view().chosenModule(), module("settings.mjs"));
  EXPECT_EQ(dock.table().model()->rowCount(), 1);
}

TEST_P(ModulesDockTest, zoomsAroundTheMouseAndMovesByDragging) {
  const double before = dock.view().scale();
  QTest::keyClick(&dock.view(), Qt::Key_Plus);
  EXPECT_GT(dock.view().scale(), before);
  const QPoint at = dock.view().pointOf(0);
  QTest::mousePress(dock.view().viewport(), Qt::LeftButton, {}, QPoint(2, 2));
  QMouseEvent move(QEvent::MouseMove, QPointF(42, 22), dock.view().mapToGlobal(QPointF(42, 22)), Qt::NoButton,
                   Qt::LeftButton, Qt::NoModifier);
  QCoreApplication::sendEvent(dock.view().viewport(), &move);
  QTest::mouseRelease(dock.view().viewport(), Qt::LeftButton, {}, QPoint(42, 22));
  EXPECT_EQ(dock.view().pointOf(0), at + QPoint(40, 20));
  QTest::keyClick(&dock.view(), Qt::Key_0);
  EXPECT_DOUBLE_EQ(dock.view().scale(), before);
}

TEST_P(ModulesDockTest, drawsFoldersAsBoxes) {
  QTest::mouseClick(button("Draw each folder"), Qt::LeftButton);
  EXPECT_TRUE(QTest::qWaitFor([&] { return dock.view().shape().boxes.size() == 3; }));
  stage.photograph(dock, "modules-folders");
}

TEST_P(ModulesDockTest, showsTheSameAsATable) {
  click("settings.mjs");
  QTest::mouseClick(button("Show as table"), Qt::LeftButton);
  EXPECT_EQ(dock.table().model()->rowCount(), 8);
  EXPECT_EQ(dock.table().currentIndex().row(), module("settings.mjs"));
  stage.photograph(dock, "modules-table");
}

TEST_P(ModulesDockTest, exportsPicturesAndText) {
  const QByteArray svg = dock.exported(ModulesDock::Format::Svg);
  EXPECT_TRUE(svg.contains("settings.mjs"));
  const QImage png = QImage::fromData(dock.exported(ModulesDock::Format::Png));
  EXPECT_GT(png.width(), 400);
  EXPECT_TRUE(dock.exported(ModulesDock::Format::Dot).startsWith("digraph"));
}

TEST_P(ModulesDockTest, saysWhatWillAppearWhileThereAreNoModules) {
  stage.transport.end({EngineEnd::Reason::Killed, 9, "killed"});
  EXPECT_TRUE(dock.graph().modules().empty());
  EXPECT_TRUE(says("Modules appear here"));
  stage.photograph(dock, "modules-empty");
}

TEST_P(ModulesDockTest, staysQuickWithTwoThousandModules) {
  std::mt19937 random(3);
  GraphMessage message;
  for (int i = 0; i < 2000; ++i)
    message.add("file:///lab/m" + std::to_string(i) + ".mjs", i % 50 ? Status::Evaluated : Status::Errored, 2);
  for (int i = 0; i + 1 < 2000; ++i) {
    for (int k = 0; k < 3; ++k) message.link(i, i + 1 + static_cast<int>(random() % std::min(60, 2000 - i - 1)));
  }
  QElapsedTimer clock;
  clock.start();
  dock.graph().setGraph(message.graph);
  RecordProperty("millisecondsOnTheGuiThread", static_cast<int>(clock.elapsed()));
  EXPECT_LT(clock.elapsed(), 200) << "the layout itself is on a worker thread";
  ASSERT_TRUE(QTest::qWaitFor([&] { return dock.view().shape().boxes.size() == 2000; }, 20000));
  RecordProperty("millisecondsToThePicture", static_cast<int>(clock.elapsed()));
  stage.photograph(dock, "modules-overfull");
  clock.restart();
  constexpr int kFrames = 20;
  for (int frame = 0; frame < kFrames; ++frame) {
    dock.view().zoom(1.06);
    dock.view().viewport()->repaint();
  }
  RecordProperty("millisecondsPerFrame", std::to_string(clock.elapsed() / double(kFrames)));
  EXPECT_LT(clock.elapsed(), kFrames * 100);
}

}  // namespace
}  // namespace vmscope::ui
