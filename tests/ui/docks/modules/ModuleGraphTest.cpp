#include "ui/docks/modules/ModuleGraph.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

#include "tests/ui/docks/modules/Graphs.h"
#include "ui/docks/modules/GraphExport.h"
#include "ui/docks/modules/GraphShape.h"
#include "ui/docks/modules/ModuleTableModel.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {
namespace {

using protocol::modules::Status;

// main -> a <-> b -> waits, main -> bad, user -> bad; as V8 tells it, what waits for the await is evaluated already
class ModuleGraphTest : public testing::Test {
 protected:
  ModuleGraphTest() {
    GraphMessage message;
    main = message.add("file:///w/main.mjs", Status::Evaluated);
    a = message.add("file:///w/lib/a.mjs", Status::Evaluated);
    b = message.add("file:///w/lib/b.mjs", Status::Evaluated);
    waits = message.add("file:///w/lib/waits.mjs", Status::Evaluated);
    bad = message.add("file:///w/bad.mjs", Status::Errored);
    user = message.add("file:///w/user.mjs", Status::Errored);
    for (auto [order, module] : {std::pair{0, waits}, {1, b}, {2, a}, {3, main}})
      message.graph.modules[module].evaluationOrder = order;
    message.graph.modules[waits].hasTopLevelAwait = true;
    message.graph.modules[waits].awaiting = protocol::modules::Awaiting{6, 2};
    message.graph.modules[bad].error = protocol::modules::ModuleError{"Error: no", {}};
    message.graph.modules[user].error = protocol::modules::ModuleError{"Error: no", {}};
    message.graph.modules[user].errorOrigin = message.graph.modules[bad].moduleId;
    for (auto [from, to] : {std::pair{main, a}, {a, b}, {b, a}, {b, waits}, {main, bad}, {user, bad}})
      message.link(from, to);
    graph.setGraph(message.graph);
  }

  QString cell(int row, int column) { return model.index(row, column).data().toString(); }

  int main, a, b, waits, bad, user;
  Theme theme;
  ModuleGraph graph;
  ModuleTableModel model{graph, theme};
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ModuleGraphTest, findsThePathFromOneModuleToAnother) {
  QStringList specifiers;
  for (int import : graph.pathBetween(main, waits)) specifiers << graph.imports()[import].specifier;
  EXPECT_EQ(specifiers.join(' ').toStdString(), "./a.mjs ./b.mjs ./waits.mjs");
  EXPECT_TRUE(graph.pathBetween(waits, main).empty());
  EXPECT_TRUE(graph.pathBetween(main, main).empty());
}

TEST_F(ModuleGraphTest, knowsWhatAPendingAwaitBlocks) {
  EXPECT_EQ(graph.blockedBy(waits), (std::vector<int>{main, a, b}));
  EXPECT_TRUE(graph.blockedBy(a).empty());
  EXPECT_EQ(graph.blockersOf(main), (std::vector<int>{waits}));
  EXPECT_EQ(cell(main, ModuleTableModel::Status), "◕ evaluating");
  EXPECT_EQ(cell(main, ModuleTableModel::Remark), "waits for waits.mjs");
  EXPECT_EQ(cell(waits, ModuleTableModel::Status), "awaiting at top level");
  EXPECT_EQ(cell(waits, ModuleTableModel::Remark), "awaits at line 7; blocks main.mjs, a.mjs, b.mjs");
}

TEST_F(ModuleGraphTest, isAllEvaluatedOnceTheAwaitHasSettled) {
  GraphMessage message;
  message.add("file:///w/lib/waits.mjs", Status::Evaluated);
  message.graph.modules[0].evaluationOrder = 0;
  EXPECT_TRUE(graph.update(message.graph.modules[0]));
  for (int module : {main, a, b, waits}) EXPECT_EQ(graph.modules()[module].status, ModuleStatus::Evaluated) << module;
}

TEST_F(ModuleGraphTest, doesNotHoldUpWhatRanBeforeTheAwaitInACycle) {
  GraphMessage message;
  const int awaits = message.add("file:///w/awaits.mjs", Status::Evaluated);
  const int before = message.add("file:///w/before.mjs", Status::Evaluated);
  message.graph.modules[before].evaluationOrder = 0;
  message.graph.modules[awaits].evaluationOrder = 1;
  message.graph.modules[awaits].awaiting = protocol::modules::Awaiting{0, 0};
  message.link(awaits, before);
  message.link(before, awaits);
  graph.setGraph(message.graph);
  EXPECT_EQ(graph.modules()[before].status, ModuleStatus::Evaluated);
  EXPECT_TRUE(graph.blockedBy(awaits).empty());
}

TEST_F(ModuleGraphTest, showsAnEarlierMomentAndComesBack) {
  const QString id = graph.modules()[waits].id;
  graph.setPast({{id, ModuleStatus::Linked}, {graph.modules()[main].id, ModuleStatus::Linked}});
  EXPECT_EQ(graph.modules()[waits].status, ModuleStatus::Linked);
  EXPECT_EQ(graph.modules()[main].status, ModuleStatus::Linked);
  GraphMessage message;
  message.add("file:///w/main.mjs", Status::Errored);
  graph.update(message.graph.modules[0]);
  EXPECT_EQ(graph.modules()[main].status, ModuleStatus::Linked) << "what happens meanwhile is not shown";
  graph.leavePast();
  EXPECT_EQ(graph.modules()[waits].status, ModuleStatus::AwaitingTopLevel);
  EXPECT_EQ(graph.modules()[main].status, ModuleStatus::Errored);
}

TEST_F(ModuleGraphTest, knowsWhatAnErrorPoisons) {
  EXPECT_EQ(graph.poisonedBy(bad), (std::vector<int>{user}));
  EXPECT_EQ(cell(bad, ModuleTableModel::Remark), "Error: no; poisons user.mjs");
  EXPECT_EQ(cell(user, ModuleTableModel::Remark), "Error: no; thrown by bad.mjs");
}

TEST_F(ModuleGraphTest, takesASingleChangeInPlace) {
  GraphMessage message;
  message.add("file:///w/main.mjs", Status::Evaluated);
  message.graph.modules[0].evaluationOrder = 4;
  message.graph.modules[0].durationMicros = 1234;
  EXPECT_TRUE(graph.update(message.graph.modules[0]));
  EXPECT_EQ(cell(main, ModuleTableModel::Order), "5");
  EXPECT_EQ(cell(main, ModuleTableModel::Duration), "1.23 ms");
  message.graph.modules[0].moduleId = "unknown";
  EXPECT_FALSE(graph.update(message.graph.modules[0]));
}

TEST_F(ModuleGraphTest, drawsAFolderAsOneBox) {
  GraphFilter filter;
  EXPECT_EQ(shapeOf(graph, filter).boxes.size(), 6u);
  filter.collapseFolders = true;
  const GraphShape folders = shapeOf(graph, filter);
  ASSERT_EQ(folders.boxes.size(), 2u);
  EXPECT_EQ(folders.boxes[1].label, "lib/ (3)");
  ASSERT_EQ(folders.lines.size(), 1u) << "imports inside a folder are not drawn";
  EXPECT_EQ(folders.lines[0].imports.size(), 1u);
}

TEST_F(ModuleGraphTest, leavesOtherContextsOut) {
  GraphMessage message;
  message.add("file:///w/main.mjs", Status::Linked, 2);
  message.add("file:///w/other.mjs", Status::Linked, 3);
  message.link(0, 1);
  graph.setGraph(message.graph);
  GraphFilter filter;
  filter.executionContextId = 2;
  const GraphShape shape = shapeOf(graph, filter);
  EXPECT_EQ(shape.boxes.size(), 1u);
  EXPECT_TRUE(shape.lines.empty());
  EXPECT_EQ(shape.boxOfModule[1], -1);
}

TEST_F(ModuleGraphTest, writesDotThatKeepsEveryName) {
  GraphMessage message;
  message.add("file:///w/\"quoted\".mjs", Status::Linked);
  message.link(0, 0);
  graph.setGraph(message.graph);
  EXPECT_EQ(dotText(graph).toStdString(),
            "digraph modules {\n  rankdir=LR;\n  node [shape=box, fontname=\"monospace\"];\n"
            "  m0 [label=\"file:///w/\\\"quoted\\\".mjs\", class=\"linked\"];\n"
            "  m0 -> m0 [tooltip=\"./\\\"quoted\\\".mjs\"];\n}\n");
}

}  // namespace
}  // namespace vmscope::ui
