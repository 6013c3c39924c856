#include "ui/docks/console/ConsoleDock.h"

#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

#include "tests/ui/docks/DockStage.h"
#include "ui/docks/console/ConsoleDelegate.h"
#include "ui/docks/console/ConsoleInput.h"
#include "ui/docks/console/ConsoleView.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

json text(const char* value) {
  return {{"type", "string"}, {"value", value}};
}

json logged(const char* type, const std::vector<json>& arguments, int context, int line = 0) {
  const json frame{{"functionName", ""},
                   {"scriptId", "7"},
                   {"url", "file:///lab/app.js"},
                   {"lineNumber", line},
                   {"columnNumber", 0}};
  return {{"type", type},
          {"args", arguments},
          {"executionContextId", context},
          {"timestamp", 1.0},
          {"stackTrace", {{"callFrames", json::array({frame})}}}};
}

json point() {
  const json x{{"name", "x"}, {"type", "number"}, {"value", "1"}};
  const json label{{"name", "label"}, {"type", "string"}, {"value", "near"}};
  return {{"type", "object"},
          {"objectId", "p1"},
          {"className", "Point"},
          {"description", "Point"},
          {"preview", {{"type", "object"}, {"description", "Point"}, {"overflow", false}, {"properties", {x, label}}}}};
}

json pointProperties() {
  const json x{
      {"name", "x"}, {"enumerable", true}, {"value", {{"type", "number"}, {"value", 1}, {"description", "1"}}}};
  const json label{{"name", "label"}, {"enumerable", true}, {"value", text("near")}};
  const json length{{"name", "length"},
                    {"enumerable", true},
                    {"get", {{"type", "function"}, {"objectId", "g1"}, {"description", "get length() {}"}}}};
  const json prototype{{"name", "[[Prototype]]"},
                       {"value", {{"type", "object"}, {"objectId", "pp"}, {"description", "Object"}}}};
  return {{"result", {x, label, length}}, {"internalProperties", json::array({prototype})}};
}

class ConsoleDockTest : public testing::TestWithParam<BrightnessChoice> {
 protected:
  void SetUp() override {
    stage.addSampleContexts();
    stage.transport.answers["Runtime.getProperties"] = pointProperties();
    stage.show(dock, {760, 320});
  }

  void tell(const json& call) { stage.transport.tellEvent("Runtime.consoleAPICalled", call); }
  QStringList lines() {
    dock.model().flush();
    QStringList out;
    for (int row = 0; row < dock.model().rowCount(); ++row) out << dock.model().index(row).data().toString();
    return out;
  }
  void type(const char* keys) { QTest::keyClicks(&dock.input(), QString::fromUtf8(keys)); }

  DockStage stage{GetParam()};
  ConsoleDock dock{stage.workbench};
};

INSTANTIATE_TEST_SUITE_P(Themes, ConsoleDockTest, testing::Values(BrightnessChoice::Light, BrightnessChoice::Dark),
                         [](const auto& theme) { return theme.param == BrightnessChoice::Dark ? "Dark" : "Light"; });

TEST_P(ConsoleDockTest, saysWhatWillAppearWhileItIsEmpty) {
  bool said = false;
  for (const QLabel* label : dock.findChildren<QLabel*>())
    said |= label->isVisible() && label->text().contains("Run one");
  EXPECT_TRUE(said);
  stage.photograph(dock, "console-empty");
}

TEST_P(ConsoleDockTest, showsTheStreamOfAllContexts) {
  tell(logged("log", {text("starting"), point()}, 2, 3));
  for (int i = 0; i < 12; ++i) tell(logged("log", {text("tick")}, 3, 8));
  tell(logged("warning", {text("slow"), {{"type", "number"}, {"value", 812}, {"description", "812"}}, text("ms")}, 3,
              11));
  tell(logged("startGroup", {text("loading 模块")}, 2, 12));
  tell(logged("debug", {text("微任务队列 已排空")}, 2, 13));
  tell(logged("endGroup", {}, 2, 14));
  const json error{{"type", "object"},
                   {"subtype", "error"},
                   {"objectId", "e"},
                   {"description",
                    "TypeError: Cannot read properties of undefined (reading 'next')\n    at load "
                    "(file:///lab/app.js:12:9)\n    at file:///lab/app.js:20:1"}};
  stage.transport.tellEvent("Runtime.exceptionThrown", {{"timestamp", 2.0},
                                                        {"exceptionDetails",
                                                         {{"exceptionId", 4},
                                                          {"text", "Uncaught"},
                                                          {"lineNumber", 11},
                                                          {"columnNumber", 8},
                                                          {"url", "file:///lab/app.js"},
                                                          {"exception", error},
                                                          {"executionContextId", 2}}}});
  EXPECT_EQ(lines().size(), 8);
  dock.model().setOpen(0, true);
  EXPECT_EQ(lines().mid(1, 3), QStringList({"x: 1", "label: 'near'", "length: (...)"}));
  QCoreApplication::processEvents();
  stage.photograph(dock, "console-typical");
}

TEST_P(ConsoleDockTest, showsTextAsTheProgramWantsIt) {
  tell(logged("log",
              {text("plain %cred on yellow%c bold %s%c rest"), text("color: #cc0000; background: #ffee88"),
               text("font-weight: bold; text-decoration: underline"), text("inserted"), text("")},
              2));
  EXPECT_EQ(lines().back(), "plain red on yellow bold inserted rest");
  const StyledText& shown = dock.model().line(0).entry->text;
  std::string styled;
  for (const TextSpan& span : shown.spansIn(0, static_cast<int>(shown.text().size()))) {
    const TextStyle style = span.style < 0 ? TextStyle() : shown.styles()[static_cast<size_t>(span.style)];
    styled += shown.text().mid(span.start, span.length).toStdString() + (style.colour.isValid() ? " coloured" : "") +
              (style.isBold ? " bold" : "") + "|";
  }
  EXPECT_EQ(styled, "plain |red on yellow coloured| bold inserted bold| rest|");
  stage.photograph(dock, "console-styled");
}

TEST_P(ConsoleDockTest, opensAnObjectByAClickOnItsTriangle) {
  tell(logged("log", {point()}, 2));
  ASSERT_EQ(lines().size(), 1);
  QCoreApplication::processEvents();
  const QRect row = dock.view().visualRect(dock.model().index(0));
  QTest::mouseClick(dock.view().viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(33, row.height() / 2));
  EXPECT_EQ(lines().size(), 6) << lines().join('|').toStdString();
}

TEST_P(ConsoleDockTest, goesToTheSourceByAClickOnItsPlace) {
  tell(logged("log", {text("hi")}, 2, 41));
  lines();
  QCoreApplication::processEvents();
  const QRect row = dock.view().visualRect(dock.model().index(0));
  QTest::mouseClick(dock.view().viewport(), Qt::LeftButton, {}, QPoint(row.right() - 20, row.center().y()));
  ASSERT_EQ(stage.navigator.visits.size(), 1u);
  EXPECT_EQ(stage.navigator.visits[0].place.line, 41);
}

TEST_P(ConsoleDockTest, evaluatesWithTopLevelAwaitInTheChosenContext) {
  stage.transport.answers["Runtime.evaluate"] = {
      {"result", {{"type", "number"}, {"value", 42}, {"description", "42"}}}};
  stage.workbench.setCurrentContext(3);
  type("await answer");
  QTest::keyClick(&dock.input(), Qt::Key_Return);
  EXPECT_EQ(lines(), QStringList({"await answer", "42"}));
  const json asked = stage.transport.lastCall("Runtime.evaluate");
  EXPECT_EQ(asked.at("contextId"), 3);
  EXPECT_EQ(asked.at("replMode"), true);
  EXPECT_EQ(dock.input().toPlainText(), "");
}

TEST_P(ConsoleDockTest, breaksTheLineWhileTheInputIsIncomplete) {
  type("f(1,");
  QTest::keyClick(&dock.input(), Qt::Key_Return);
  EXPECT_EQ(dock.input().toPlainText(), "f(1,\n");
  type("2)");
  QTest::keyClick(&dock.input(), Qt::Key_Return, Qt::ShiftModifier);
  EXPECT_EQ(dock.input().toPlainText(), "f(1,\n2)\n");
  for (const json& asked : stage.transport.calls) {
    const bool wasRun = asked.at("method") == "Runtime.evaluate" && !asked.at("params").at("throwOnSideEffect");
    EXPECT_FALSE(wasRun) << asked;
  }
}

TEST_P(ConsoleDockTest, keepsAHistoryForEachContext) {
  stage.workbench.setCurrentContext(2);
  type("1");
  QTest::keyClick(&dock.input(), Qt::Key_Return);
  type("draft");
  QTest::keyClick(&dock.input(), Qt::Key_Up);
  EXPECT_EQ(dock.input().toPlainText(), "1");
  QTest::keyClick(&dock.input(), Qt::Key_Down);
  EXPECT_EQ(dock.input().toPlainText(), "draft");
  stage.workbench.setCurrentContext(3);
  EXPECT_EQ(dock.input().toPlainText(), "") << "a draft belongs to its context";
  QTest::keyClick(&dock.input(), Qt::Key_Up);
  EXPECT_EQ(dock.input().toPlainText(), "");
  stage.workbench.setCurrentContext(2);
  EXPECT_EQ(dock.input().toPlainText(), "draft");
}

TEST_P(ConsoleDockTest, completesNamesWithoutSideEffects) {
  stage.workbench.setCurrentContext(2);
  stage.transport.answers["Runtime.evaluate"] = {
      {"result", {{"type", "string"}, {"value", "push\npop\nlength\npush\n0"}}}};
  dock.activateWindow();
  dock.input().setFocus();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dock.input().hasFocus(); }));
  type("items.p");
  const json asked = stage.transport.lastCall("Runtime.evaluate");
  EXPECT_EQ(asked.at("throwOnSideEffect"), true);
  EXPECT_NE(asked.at("expression").get<std::string>().find("(items)"), std::string::npos);
  auto* completer = dock.input().findChild<QCompleter*>();
  ASSERT_TRUE(completer && completer->popup()->isVisible());
  EXPECT_EQ(completer->completionModel()->rowCount(), 2);
  stage.photograph(*completer->popup(), "console-completion");
  QTest::keyClick(completer->popup(), Qt::Key_Down);
  QTest::keyClick(completer->popup(), Qt::Key_Down);
  QTest::keyClick(completer->popup(), Qt::Key_Return);
  EXPECT_EQ(dock.input().toPlainText(), "items.push");
}

TEST_P(ConsoleDockTest, runsWhatIsTypedAlthoughThereAreLongerNames) {
  stage.transport.answers["Runtime.evaluate"] = {{"result", {{"type", "string"}, {"value", "Object\nopen\n0"}}}};
  dock.activateWindow();
  dock.input().setFocus();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dock.input().hasFocus(); }));
  type("o");
  auto* completer = dock.input().findChild<QCompleter*>();
  ASSERT_TRUE(completer && completer->popup()->isVisible());
  QTest::keyClick(completer->popup(), Qt::Key_Return);
  EXPECT_EQ(lines().value(0), "o");
  EXPECT_EQ(dock.input().toPlainText(), "");
  type("o");
  ASSERT_TRUE(completer->popup()->isVisible());
  QTest::keyClick(completer->popup(), Qt::Key_Tab);
  EXPECT_EQ(dock.input().toPlainText(), "open");
}

TEST_P(ConsoleDockTest, previewsTheValueOfAnExpressionWithoutSideEffects) {
  stage.transport.answers["Runtime.evaluate"] = {{"result", point()}};
  QSignalSpy asked(&stage.transport, &ProtocolTransport::received);
  type("origin");
  auto shown = [&]() -> QLabel* {
    for (QLabel* label : dock.findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().startsWith("Point {")) return label;
    }
    return nullptr;
  };
  EXPECT_TRUE(QTest::qWaitFor([&] { return shown() != nullptr; }));
  EXPECT_EQ(stage.transport.lastCall("Runtime.evaluate").at("throwOnSideEffect"), true);
}

TEST_P(ConsoleDockTest, speaksToTheFrameWhereItsContextIsPausedAndToOthersBesides) {
  stage.transport.tellEvent("Debugger.scriptParsed", {{"scriptId", "7"}, {"url", "app.js"}, {"executionContextId", 2}});
  const json frame{
      {"callFrameId", "top"}, {"functionName", "load"},      {"location", {{"scriptId", "7"}, {"lineNumber", 1}}},
      {"url", "app.js"},      {"scopeChain", json::array()}, {"this", {{"type", "undefined"}}}};
  stage.workbench.setCurrentContext(2);
  stage.transport.tellEvent("Debugger.paused", {{"callFrames", json::array({frame})}, {"reason", "other"}});
  type("local");
  QTest::keyClick(&dock.input(), Qt::Key_Return);
  EXPECT_EQ(stage.transport.lastCall("Debugger.evaluateOnCallFrame").at("callFrameId"), "top");
  stage.workbench.setCurrentContext(3);
  type("other");
  QTest::keyClick(&dock.input(), Qt::Key_Return);
  EXPECT_EQ(stage.transport.lastCall("Runtime.evaluate").at("contextId"), 3);
}

TEST_P(ConsoleDockTest, copiesTheSelectedLines) {
  tell(logged("log", {text("one\ntwo")}, 2));
  tell(logged("log", {text("three")}, 2));
  lines();
  QCoreApplication::processEvents();
  dock.view().selectAll();
  QTest::keyClick(&dock.view(), Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(QApplication::clipboard()->text(), "one\ntwo\nthree");
}

TEST_P(ConsoleDockTest, staysAtTheNewestLineUntilOneLooksBack) {
  for (int i = 0; i < 200; ++i) tell(logged("log", {text("line")}, 2, i));
  lines();
  QCoreApplication::processEvents();
  QScrollBar* bar = dock.view().verticalScrollBar();
  EXPECT_EQ(bar->value(), bar->maximum());
  bar->setValue(100);
  tell(logged("log", {text("more")}, 2, 500));
  lines();
  QCoreApplication::processEvents();
  EXPECT_EQ(bar->value(), 100);
}

TEST_P(ConsoleDockTest, staysAtTheNewestLineWhateverRoomThereIs) {
  for (int i = 0; i < 200; ++i) tell(logged("log", {text("a line that is wrapped where there is little room")}, 2, i));
  lines();
  QCoreApplication::processEvents();
  QScrollBar* bar = dock.view().verticalScrollBar();
  const auto isAtEnd = [&] { return bar->maximum() > 0 && bar->value() == bar->maximum(); };
  for (const QSize size : {QSize(300, 200), QSize(760, 420), QSize(500, 160)}) {
    dock.resize(size);
    EXPECT_TRUE(QTest::qWaitFor(isAtEnd)) << size.width();
  }
  stage.theme.setScale(1.5);
  EXPECT_TRUE(QTest::qWaitFor(isAtEnd));
  bar->setValue(100);
  dock.resize(760, 320);
  QCoreApplication::processEvents();
  EXPECT_FALSE(isAtEnd()) << "whoever looks back is left there";
}

TEST_P(ConsoleDockTest, itsMenuCopiesSelectsAndClears) {
  tell(logged("log", {text("one")}, 2));
  tell(logged("log", {text("two")}, 2));
  lines();
  QStringList menu;
  for (const QAction* action : dock.view().actions()) menu << action->text();
  EXPECT_EQ(dock.view().contextMenuPolicy(), Qt::ActionsContextMenu);
  EXPECT_EQ(menu, QStringList({"&Copy lines", "Select &all lines", "C&lear console"}));
  dock.view().actions()[1]->trigger();
  dock.view().actions()[0]->trigger();
  EXPECT_EQ(QApplication::clipboard()->text(), "one\ntwo");
  dock.view().actions()[2]->trigger();
  EXPECT_EQ(lines(), QStringList());
}

TEST_P(ConsoleDockTest, tellsWhenTheEngineDied) {
  tell(logged("log", {point()}, 2));
  stage.transport.end({EngineEnd::Reason::Killed, 9, "The engine was killed (signal 9)."});
  EXPECT_EQ(lines(), QStringList({"Point {x: 1, label: 'near'}", "The engine was killed (signal 9)."}));
  EXPECT_FALSE(dock.model().line(0).isExpandable());
}

TEST_P(ConsoleDockTest, showsLongAndManyLinesReadably) {
  stage.addContext(9, QString("a context with a very long name that somebody pasted from a URL ").repeated(2));
  tell(logged("log", {text(std::string(900, 'x').c_str())}, 9, 1));
  const json name{{"name", "0"},
                  {"type", "object"},
                  {"value", "Object"},
                  {"valuePreview",
                   {{"type", "object"},
                    {"description", "Object"},
                    {"properties",
                     {{{"name", "名称"}, {"type", "string"}, {"value", "微任务"}},
                      {{"name", "n"}, {"type", "number"}, {"value", "3"}}}}}}};
  tell(logged("table",
              {{{"type", "object"},
                {"subtype", "array"},
                {"objectId", "t"},
                {"description", "Array(1)"},
                {"preview",
                 {{"type", "object"},
                  {"subtype", "array"},
                  {"description", "Array(1)"},
                  {"properties", json::array({name})}}}}},
              9, 2));
  for (int i = 0; i < 5; ++i) tell(logged("log", {text("line")}, 2, i));
  lines();
  QCoreApplication::processEvents();
  stage.photograph(dock, "console-long");
}

}  // namespace
}  // namespace vmscope::ui
