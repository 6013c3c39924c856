#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <set>

#include "tests/ui/docks/DockStage.h"
#include "tests/ui/docks/microtasks/Jobs.h"
#include "tests/ui/docks/modules/Graphs.h"
#include "ui/DockRegistry.h"
#include "ui/docks/console/ConsoleFeed.h"
#include "ui/docks/console/ConsoleModel.h"
#include "ui/docks/console/ConsoleView.h"
#include "ui/docks/contexts/ContextTreeModel.h"
#include "ui/docks/modules/GraphLayouter.h"
#include "ui/docks/parts/PictureView.h"
#include "ui/docks/timers/TimerTableModel.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

// What must hold for each dock of the registry, whatever it shows.
class EveryDockTest : public testing::TestWithParam<std::string> {
 protected:
  EveryDockTest() {
    stage.addSampleContexts();
    stage.transport.answers["Microtasks.getQueues"] = {
        {"queues",
         {queueMessage(1, "default", false, {jobMessage(13, 1, "callback", "later", 4, 2)}),
          queueMessage(3, "beta", true, {jobMessage(7, 3, "await", "load", 11), jobMessage(8, 3, "then", "f", 17)})}}};
    stage.transport.answers["Modules.getGraph"] = graph();
    stage.transport.answers["Trace.get"] = {
        {"rows", rows()}, {"first", 0}, {"next", 4}, {"dropped", 0}, {"recording", true}};
    for (const DockEntry& entry : dockRegistry()) {
      if (GetParam() == entry.id) dock.reset(entry.create(stage.workbench, nullptr));
    }
  }

  static json graph() {
    GraphMessage message;
    const int main = message.add("file:///lab/main.mjs", protocol::modules::Status::Evaluated);
    message.link(main, message.add("file:///lab/part.mjs", protocol::modules::Status::Evaluated));
    json out;
    to_json(out, message.graph);
    return out;
  }
  static json rows() {
    return {{{"index", 0}, {"kind", "enqueue"}, {"at", 10}, {"queueId", 3}, {"jobId", 7}, {"text", "then f"}},
            {{"index", 1}, {"kind", "jobStart"}, {"at", 20}, {"queueId", 3}, {"jobId", 7}, {"text", "then f"}},
            {{"index", 2}, {"kind", "console"}, {"at", 30}, {"text", "said"}},
            {{"index", 3}, {"kind", "moduleStatus"}, {"at", 40}, {"moduleId", "1"}, {"text", "main.mjs linked"}}};
  }

  // Something of everything that an engine tells.
  void play() {
    const auto graphsBefore = graphsAsked();
    stage.transport.tellEvent("Runtime.consoleAPICalled", {{"type", "log"},
                                                           {"executionContextId", 2},
                                                           {"timestamp", 1},
                                                           {"args", {{{"type", "string"}, {"value", "said"}}}}});
    stage.transport.tellEvent("Modules.moduleAdded", {{"module", graph()["modules"][0]}});
    stage.transport.tellEvent("Trace.rowsAdded", {{"next", 4}});
    stage.transport.tellEvent(
        "Microtasks.timersChanged",
        {{"timers",
          json::array(
              {{{"timerId", 4}, {"kind", "timeout"}, {"dueInMillis", 120.0}, {"handler", {{"name", "tick"}}}}})}});
    for (QToolButton* button : dock->findChildren<QToolButton*>()) {
      if (button->accessibleName() == "Record") button->click();
    }
    stage.transport.tellEvent("Trace.rowsAdded", {{"next", 4}});
    EXPECT_TRUE(QTest::qWaitFor([&] { return hasTakenIn(graphsBefore); }));
  }

  // Docks take changes together and show them a little later.
  bool hasTakenIn(std::ptrdiff_t graphsBefore) {
    if (const auto* layouter = dock->findChild<GraphLayouter*>())
      return graphsAsked() > graphsBefore && !layouter->isWorking();
    if (dock->findChild<ConsoleView*>()) return ConsoleFeed::of(stage.session).model().entryCount() > 0;
    if (const auto* contexts = dock->findChild<ContextTreeModel*>()) return contexts->rowCount() > 0;
    if (const auto* timers = dock->findChild<TimerTableModel*>()) return timers->rowCount() > 0;
    return true;
  }
  std::ptrdiff_t graphsAsked() const {
    return std::ranges::count_if(stage.transport.calls,
                                 [](const json& call) { return call.at("method") == "Modules.getGraph"; });
  }

  // What the Tab key should come to.
  std::vector<QWidget*> stops() const {
    std::vector<QWidget*> out;
    for (QWidget* widget : dock->findChildren<QWidget*>()) {
      const bool isStop = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisibleTo(dock.get()) &&
                          widget->isEnabled() && !widget->focusProxy();
      if (isStop) out.push_back(widget);
    }
    return out;
  }
  static std::string described(const QWidget* widget) {
    return std::string(widget->metaObject()->className()) + " \"" + widget->accessibleName().toStdString() + "\"";
  }

  DockStage stage;
  std::unique_ptr<QWidget> dock;
};

INSTANTIATE_TEST_SUITE_P(Of, EveryDockTest,
                         testing::Values("console", "contexts", "debugger", "inspector", "memory", "microtasks",
                                         "modules", "timeline", "timers"),
                         [](const auto& dock) { return dock.param; });

TEST_P(EveryDockTest, hasSoundModels) {
  std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
  const auto models = dock->findChildren<QAbstractItemModel*>();
  for (QAbstractItemModel* model : models) {
    testers.push_back(
        std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::Fatal));
  }
  stage.show(*dock, {900, 500});
  play();
  stage.transport.end({EngineEnd::Reason::Killed, 9, "killed"});
  stage.session.startFresh();
  play();
}

TEST_P(EveryDockTest, isReachedByTheTabKeyEverywhere) {
  stage.show(*dock, {900, 500});
  play();
  dock->activateWindow();
  const std::vector<QWidget*> wanted = stops();
  ASSERT_FALSE(wanted.empty());
  wanted.front()->setFocus();
  std::set<const QWidget*> reached;
  for (size_t i = 0; i < 3 * wanted.size() + 10; ++i) {
    QWidget* at = dock->focusWidget();
    ASSERT_TRUE(at);
    reached.insert(at);
    QTest::keyClick(at, Qt::Key_Tab, at->inherits("QPlainTextEdit") ? Qt::ControlModifier : Qt::NoModifier);
  }
  for (const QWidget* stop : wanted) EXPECT_TRUE(reached.contains(stop)) << described(stop);
}

TEST_P(EveryDockTest, namesEachControl) {
  stage.show(*dock, {900, 500});
  play();
  for (QWidget* stop : stops()) {
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(stop);
    ASSERT_TRUE(accessible) << described(stop);
    EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << described(stop);
  }
}

TEST_P(EveryDockTest, offersEachButtonToAssistiveTools) {
  stage.show(*dock, {900, 500});
  play();
  for (QAbstractButton* button : dock->findChildren<QAbstractButton*>()) {
    if (!button->isVisibleTo(dock.get()) || button->objectName().startsWith(QLatin1String("qt_"))) continue;
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(button);
    ASSERT_TRUE(accessible) << described(button);
    EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << described(button);
    ASSERT_TRUE(accessible->actionInterface()) << described(button);
    if (button->isEnabled()) {
      EXPECT_FALSE(accessible->actionInterface()->actionNames().isEmpty()) << described(button);
    }
    EXPECT_FALSE(button->text().isEmpty() && button->toolTip().isEmpty()) << described(button);
  }
}

TEST_P(EveryDockTest, readsEachRowAloud) {
  stage.show(*dock, {900, 500});
  play();
  for (QAbstractItemView* view : dock->findChildren<QAbstractItemView*>()) {
    if (!view->isVisibleTo(dock.get()) || view->inherits("QHeaderView") || !view->model()) continue;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
      const QModelIndex first = view->model()->index(row, 0);
      const bool isSaid =
          !first.data(Qt::AccessibleTextRole).toString().isEmpty() || !first.data().toString().isEmpty();
      EXPECT_TRUE(isSaid) << described(view) << " row " << row;
    }
  }
}

TEST_P(EveryDockTest, saysInWordsWhatIsChosenInAPicture) {
  stage.show(*dock, {900, 500});
  play();
  dock->activateWindow();
  for (PictureView* picture : dock->findChildren<PictureView*>()) {
    if (!picture->isVisible()) continue;
    picture->setFocus();
    EXPECT_TRUE(picture->hasFocus()) << described(picture);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Right}) QTest::keyClick(picture, key);
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(picture);
    EXPECT_FALSE(accessible->text(QAccessible::Description).isEmpty()) << described(picture);
  }
}

TEST_P(EveryDockTest, hasATableForEachPicture) {
  if (!dock->findChild<PictureView*>()) return;
  const auto* table = dock->findChild<QTableView*>();
  ASSERT_TRUE(table);
  EXPECT_FALSE(table->accessibleName().isEmpty());
  EXPECT_GT(table->model()->columnCount(), 3);
}

}  // namespace
}  // namespace vmscope::ui
