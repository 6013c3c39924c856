#include "ui/docks/console/ConsoleModel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

#include "ui/docks/console/ConsoleFormat.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

json text(const char* value) {
  return {{"type", "string"}, {"value", value}};
}
json number(int value) {
  return {{"type", "number"}, {"value", value}, {"description", std::to_string(value)}};
}
json point() {
  return {{"type", "object"}, {"objectId", "p"}, {"className", "Point"}, {"description", "Point"}};
}

ConsoleEntry call(const char* type, const std::vector<json>& arguments, int context = 1) {
  return consoleEntry(json{{"type", type}, {"args", arguments}, {"executionContextId", context}}.get<ConsoleCall>());
}

class ConsoleModelTest : public testing::Test {
 protected:
  QStringList lines(ConsoleModel& of) const {
    QStringList out;
    for (int row = 0; row < of.rowCount(); ++row) out << of.index(row).data().toString();
    return out;
  }
  QStringList lines() {
    model.flush();
    return lines(model);
  }

  ConsoleModel model;
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(ConsoleModelTest, writesArgumentsAsDevToolsDoes) {
  model.append(call("log", {text("%s is %d%% %o"), text("x"), number(50), text("q"), number(7)}));
  model.append(call("log", {text("%s alone")}));
  model.append(call("assert", {text("console.assert")}));
  model.append(call("assert", {text("a < b")}));
  EXPECT_EQ(lines(), QStringList({"x is 50% 'q' 7", "%s alone", "Assertion failed", "Assertion failed: a < b"}));
  EXPECT_EQ(model.count(ConsoleLevel::Error), 2);
}

TEST_F(ConsoleModelTest, foldsALineThatRepeats) {
  for (int i = 0; i < 3; ++i) model.append(call("log", {text("tick")}));
  model.append(call("log", {text("tock")}));
  model.append(call("log", {text("tick")}, 2));
  EXPECT_EQ(lines(), QStringList({"tick", "tock", "tick"}));
  EXPECT_EQ(model.index(0).data(ConsoleModel::RepeatsRole).toInt(), 3);
  EXPECT_EQ(model.index(2).data(ConsoleModel::RepeatsRole).toInt(), 1);
}

TEST_F(ConsoleModelTest, givesEachLineOfAMessageARowAndBreaksLongOnes) {
  model.append(call("log", {text("one\ntwo")}));
  model.append(call("log", {text("abcdefghij")}));
  EXPECT_EQ(lines(), QStringList({"one", "two", "abcdefghij"}));
  model.setWrapColumns(4);
  EXPECT_EQ(lines(), QStringList({"one", "two", "abcd", "efgh", "ij"}));
  EXPECT_FALSE(model.index(1).data(ConsoleModel::FirstLineRole).toBool());
}

TEST_F(ConsoleModelTest, filtersByContextLevelAndWords) {
  model.append(call("log", {text("alpha says hi")}, 1));
  model.append(call("warning", {text("beta says ho")}, 2));
  EXPECT_EQ(lines().size(), 2);
  ConsoleFilter filter;
  filter.executionContextId = 2;
  model.setFilter(filter);
  EXPECT_EQ(lines(), QStringList({"beta says ho"}));
  filter = {};
  filter.warnings = false;
  model.setFilter(filter);
  EXPECT_EQ(lines(), QStringList({"alpha says hi"}));
  EXPECT_EQ(model.hiddenCount(), 1);
  filter = {};
  filter.text = "SAYS -ho";
  model.setFilter(filter);
  EXPECT_EQ(lines(), QStringList({"alpha says hi"}));
}

TEST_F(ConsoleModelTest, indentsAndClosesGroups) {
  model.append(call("startGroup", {text("outer")}));
  model.append(call("log", {text("inside")}));
  model.append(call("startGroupCollapsed", {text("inner")}));
  model.append(call("log", {text("hidden")}));
  model.endGroup(1);
  model.endGroup(1);
  model.append(call("log", {text("after")}));
  EXPECT_EQ(lines(), QStringList({"outer", "inside", "inner", "after"}));
  EXPECT_EQ(model.line(1).entry->depth, 1);
  EXPECT_EQ(model.line(3).entry->depth, 0);
  model.setOpen(2, true);
  EXPECT_EQ(lines(), QStringList({"outer", "inside", "inner", "hidden", "after"}));
  model.setOpen(0, false);
  EXPECT_EQ(lines(), QStringList({"outer", "after"}));
}

TEST_F(ConsoleModelTest, loadsAnObjectsPropertiesWhenItIsOpened) {
  model.append(call("log", {text("at"), point()}));
  model.append(call("log", {text("next")}));
  ASSERT_EQ(lines(), QStringList({"at Point", "next"}));
  QSignalSpy wanted(&model, &ConsoleModel::childrenWanted);
  model.setOpen(0, true);
  ASSERT_EQ(wanted.size(), 1);
  EXPECT_EQ(wanted[0][1].toString(), "p");
  EXPECT_EQ(model.rowCount(), 2) << "nothing is shown before the engine answered";

  const json x{{"name", "x"}, {"enumerable", true}, {"value", number(3)}};
  const json y{{"name", "y"}, {"enumerable", true}, {"get", {{"type", "function"}, {"objectId", "g"}}}};
  model.addChildren(wanted[0][0].toULongLong(), makeValueNodes(json{{"result", {x, y}}}.get<PropertyList>()));
  EXPECT_EQ(lines().mid(0, 3), QStringList({"at Point", "x: 3", "y: (...)"}));

  QSignalSpy getter(&model, &ConsoleModel::getterWanted);
  model.askGetter(2);
  ASSERT_EQ(getter.size(), 1);
  EXPECT_EQ(getter[0][1].toString(), "p");
  model.setValue(getter[0][0].toULongLong(), number(4).get<RemoteObject>());
  EXPECT_EQ(lines()[2], "y: 4");

  model.setOpen(0, false);
  EXPECT_EQ(lines(), QStringList({"at Point", "next"}));
  model.setOpen(0, true);
  EXPECT_EQ(wanted.size(), 1) << "what was loaded is kept";
}

TEST_F(ConsoleModelTest, opensTheObjectOfConsoleDirByItself) {
  QSignalSpy wanted(&model, &ConsoleModel::childrenWanted);
  model.append(call("dir", {point()}));
  lines();
  ASSERT_EQ(wanted.size(), 1);
  const json x{{"name", "x"}, {"enumerable", true}, {"value", number(3)}};
  model.addChildren(wanted[0][0].toULongLong(), makeValueNodes(json{{"result", json::array({x})}}.get<PropertyList>()));
  EXPECT_EQ(lines(), QStringList({"Point", "x: 3"}));
}

TEST_F(ConsoleModelTest, ignoresPropertiesOfAnEntryThatIsGone) {
  model.append(call("log", {point()}));
  lines();
  QSignalSpy wanted(&model, &ConsoleModel::childrenWanted);
  QSignalSpy dropped(&model, &ConsoleModel::objectsDropped);
  model.setOpen(0, true);
  model.clear();
  EXPECT_EQ(dropped[0][0].toStringList(), QStringList({"p"}));
  model.addChildren(wanted[0][0].toULongLong(), {});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(ConsoleModelTest, showsTheFramesOfATraceAtOnce) {
  const json frame{
      {"functionName", "f"}, {"scriptId", "4"}, {"url", "file:///w/app.js"}, {"lineNumber", 4}, {"columnNumber", 2}};
  const json parent{{"description", "await"}, {"callFrames", json::array({frame})}};
  const json traced{{"type", "trace"},
                    {"args", json::array({text("here")})},
                    {"executionContextId", 1},
                    {"stackTrace", {{"callFrames", json::array({frame})}, {"parent", parent}}}};
  model.append(consoleEntry(traced.get<ConsoleCall>()));
  EXPECT_EQ(lines(), QStringList({"here", "f @ app.js:5", "await (async)", "f @ app.js:5"}));
  EXPECT_EQ(model.index(0).data(ConsoleModel::PlaceRole).toString(), "app.js:5");
}

TEST_F(ConsoleModelTest, drawsATableWithAColumnForEachProperty) {
  const json row{{"name", "0"},
                 {"type", "object"},
                 {"value", "Object"},
                 {"valuePreview",
                  {{"type", "object"},
                   {"description", "Object"},
                   {"properties", json::array({{{"name", "n"}, {"type", "string"}, {"value", "微"}}})}}}};
  const json table{
      {"type", "object"},
      {"subtype", "array"},
      {"objectId", "t"},
      {"description", "Array(1)"},
      {"preview",
       {{"type", "object"}, {"subtype", "array"}, {"description", "Array(1)"}, {"properties", json::array({row})}}}};
  model.append(call("table", {table}));
  EXPECT_EQ(lines().join('\n').toStdString(),
            "┌─────────┬──────┐\n"
            "│ (index) │ n    │\n"
            "├─────────┼──────┤\n"
            "│ 0       │ '微' │\n"
            "└─────────┴──────┘");
}

TEST_F(ConsoleModelTest, saysWhatWasUncaughtAndTakesItBack) {
  const json error{
      {"type", "object"}, {"subtype", "error"}, {"objectId", "e"}, {"description", "Error: boom\n    at app.js:1:7"}};
  const json details{{"exceptionId", 9},       {"text", "Uncaught (in promise)"},
                     {"lineNumber", 0},        {"columnNumber", 6},
                     {"url", "app.js"},        {"exception", error},
                     {"executionContextId", 1}};
  model.append(consoleEntry(0, details.get<ExceptionDetails>()));
  EXPECT_EQ(lines(), QStringList({"Uncaught (in promise) Error: boom", "    at app.js:1:7"}));
  EXPECT_EQ(model.count(ConsoleLevel::Error), 1);
  model.revoke(9);
  EXPECT_EQ(model.count(ConsoleLevel::Error), 0);
}

TEST_F(ConsoleModelTest, clearsOneContextAndKeepsTheOthers) {
  model.append(call("log", {text("a")}, 1));
  model.append(call("log", {text("b")}, 2));
  model.clearContext(1);
  EXPECT_EQ(lines(), QStringList({"b"}));
}

TEST_F(ConsoleModelTest, readsALineAloudWithItsLevelAndContext) {
  model.setContextNames([](int id) { return QStringLiteral("context %1").arg(id); });
  model.append(call("error", {text("no")}, 3));
  lines();
  EXPECT_EQ(model.index(0).data(Qt::AccessibleTextRole).toString(), "error, context 3: no");
}

TEST(ConsoleModelBounds, dropsTheOldestAndCountsThem) {
  ConsoleModel::Options options;
  options.capacity = 10;
  ConsoleModel model(options);
  QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  for (int i = 0; i < 25; ++i) {
    model.append(call("log", {number(i)}));
    if (i % 4 == 0) model.flush();
  }
  model.flush();
  EXPECT_EQ(model.entryCount(), 10);
  EXPECT_EQ(model.rowCount(), 10);
  EXPECT_EQ(model.droppedCount(), 15);
  EXPECT_EQ(model.index(0).data().toString(), "15");
}

TEST(ConsoleModelBounds, staysBoundedWhenAMillionLinesArriveWithoutAPause) {
  ConsoleModel model;
  const ConsoleCall line =
      json{{"type", "log"}, {"args", json::array({number(1)})}, {"executionContextId", 1}}.get<ConsoleCall>();
  for (int i = 0; i < 1'000'000; ++i) {
    ConsoleEntry entry = consoleEntry(line);
    entry.place.line = i;  // so that none repeats another
    model.append(std::move(entry));
  }
  model.flush();
  EXPECT_EQ(model.entryCount(), 100'000);
  EXPECT_EQ(model.droppedCount(), 900'000);
}

TEST(ConsoleModelBounds, takesArrivalsInShortBatches) {
  ConsoleModel model;
  for (int i = 0; i < 100'000; ++i) {
    ConsoleEntry entry = call("log", {text("a line of ordinary length")});
    entry.place.line = i;
    model.append(std::move(entry));
  }
  QSignalSpy batches(&model, &ConsoleModel::rowsInserted);
  QElapsedTimer total;
  total.start();
  while (model.rowCount() < 100'000 && total.elapsed() < 20'000) batches.wait(1000);
  EXPECT_EQ(model.rowCount(), 100'000);
  EXPECT_GT(batches.size(), 1) << "the event loop must have its turn in between";
}

}  // namespace
}  // namespace vmscope::ui
