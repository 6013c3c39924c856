#include "ui/docks/debugger/DebuggerDock.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>

#include "tests/ui/docks/DockStage.h"
#include "ui/docks/debugger/BreakpointModel.h"
#include "ui/docks/debugger/CallStackModel.h"
#include "ui/docks/values/ValueTreeModel.h"
#include "ui/docks/values/ValueTreeView.h"

namespace vmscope::ui {
namespace {

using nlohmann::json;

json number(int value) {
  return {{"type", "number"}, {"value", value}, {"description", std::to_string(value)}};
}
json object(const char* id, const char* description) {
  return {{"type", "object"}, {"objectId", id}, {"className", description}, {"description", description}};
}

json frame(const char* id, const char* name, int line) {
  return {{"callFrameId", id},
          {"functionName", name},
          {"location", {{"scriptId", "7"}, {"lineNumber", line}, {"columnNumber", 4}}},
          {"url", "file:///lab/beta.mjs"},
          {"scopeChain",
           {{{"type", "local"}, {"object", object("local", "Object")}},
            {{"type", "closure"}, {"name", "load"}, {"object", object("closure", "Object")}},
            {{"type", "global"}, {"object", object("global", "Object")}}}},
          {"this", {{"type", "undefined"}}}};
}

class DebuggerDockTest : public testing::TestWithParam<BrightnessChoice> {
 protected:
  void SetUp() override {
    stage.addSampleContexts();
    const json count{{"name", "count"}, {"enumerable", true}, {"writable", true}, {"value", number(3)}};
    const json user{{"name", "用户"}, {"enumerable", true}, {"writable", true}, {"value", object("user", "User")}};
    stage.transport.answers["Runtime.getProperties"] = {{"result", {count, user}}};
    stage.transport.tellEvent("Debugger.scriptParsed",
                              {{"scriptId", "7"}, {"url", "file:///lab/beta.mjs"}, {"executionContextId", 3}});
    stage.show(dock, {760, 300});
  }

  void pause(const char* reason = "other", json more = json::object()) {
    const json asyncFrame{{"functionName", "start"},
                          {"scriptId", "7"},
                          {"url", "file:///lab/beta.mjs"},
                          {"lineNumber", 40},
                          {"columnNumber", 2}};
    const json timer{{"description", "setTimeout"}, {"callFrames", json::array({asyncFrame})}};
    more["callFrames"] = {frame("top", "parse", 11), frame("below", "load", 25)};
    more["reason"] = reason;
    more["asyncStackTrace"] = {{"description", "await"}, {"callFrames", json::array({asyncFrame})}, {"parent", timer}};
    stage.transport.tellEvent("Debugger.paused", more);
    for (int depth = 0; depth < 3; ++depth) QCoreApplication::processEvents();  // a level of the trees each
  }
  bool says(const char* text) {
    for (const QLabel* label : dock.findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(QString::fromUtf8(text))) return true;
    }
    return false;
  }
  QStringList names(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
      out << model.index(row, 0, parent).data().toString() + "=" + model.index(row, 1, parent).data().toString();
    }
    return out;
  }
  void key(int key, Qt::KeyboardModifiers modifiers = {}) {
    dock.activateWindow();
    dock.stack().setFocus();
    QTest::keyClick(&dock.stack(), static_cast<Qt::Key>(key), modifiers);
  }
  void edit(ValueTreeView& view, const QModelIndex& index, const char* text) {
    view.setCurrentIndex(index);
    view.edit(index);
    auto* editor = view.viewport()->findChild<QLineEdit*>();
    ASSERT_TRUE(editor);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
  }

  DockStage stage{GetParam()};
  DebuggerDock dock{stage.workbench};
};

INSTANTIATE_TEST_SUITE_P(Themes, DebuggerDockTest, testing::Values(BrightnessChoice::Light, BrightnessChoice::Dark),
                         [](const auto& theme) { return theme.param == BrightnessChoice::Dark ? "Dark" : "Light"; });

TEST_P(DebuggerDockTest, saysHowToPauseWhileNothingIsPaused) {
  EXPECT_TRUE(says("Not paused."));
  stage.photograph(dock, "debugger-empty");
}

TEST_P(DebuggerDockTest, showsTheStackWithWhatScheduledIt) {
  QAbstractItemModelTester tester(dock.stack().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  pause("other", {{"hitBreakpoints", json::array({"1:11:0:file"})}});
  QStringList rows;
  for (int row = 0; row < dock.stack().model()->rowCount(); ++row)
    rows << dock.stack().model()->index(row, 0).data().toString();
  EXPECT_EQ(rows.join(' ').toStdString(), "parse load await (async) start setTimeout (async) start");
  EXPECT_TRUE(says("Paused in beta at a breakpoint"));
  ASSERT_EQ(stage.navigator.visits.size(), 1u);
  EXPECT_EQ(stage.navigator.visits[0].emphasis, Emphasis::Execution);
  EXPECT_EQ(stage.navigator.visits[0].place.line, 11);
  EXPECT_EQ(stage.workbench.currentContext(), 3) << "the window follows to the context that is paused";
  stage.photograph(dock, "debugger-typical");
}

TEST_P(DebuggerDockTest, looksIntoAnotherFrame) {
  pause();
  const QRect row = dock.stack().visualRect(dock.stack().model()->index(1, 0));
  QTest::mouseClick(dock.stack().viewport(), Qt::LeftButton, {}, row.center());
  EXPECT_EQ(stage.navigator.visits.back().place.line, 25);
  const QRect asyncRow = dock.stack().visualRect(dock.stack().model()->index(3, 0));
  QTest::mouseClick(dock.stack().viewport(), Qt::LeftButton, {}, asyncRow.center());
  EXPECT_EQ(stage.navigator.visits.back().place.line, 40);
  EXPECT_EQ(stage.navigator.visits.back().emphasis, Emphasis::None) << "nothing runs there now";
}

TEST_P(DebuggerDockTest, opensTheLocalScopeAndKeepsOpenWhatWasOpened) {
  QAbstractItemModelTester tester(dock.scopes().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  pause();
  const QAbstractItemModel& model = *dock.scopes().model();
  EXPECT_EQ(names(model).join(' ').toStdString(), "this=undefined Local= Closure (load)= Global=Object");
  const QModelIndex local = model.index(1, 0);
  EXPECT_TRUE(dock.scopes().isExpanded(local));
  EXPECT_EQ(names(model, local), QStringList({"count=3", "用户=User"}));
  dock.scopes().expand(model.index(1, 0, local));
  QCoreApplication::processEvents();
  stage.transport.tellEvent("Debugger.resumed", json::object());
  EXPECT_EQ(model.rowCount(), 0);
  pause("step");
  EXPECT_TRUE(dock.scopes().isExpanded(model.index(1, 0, model.index(1, 0)))) << "a step keeps the tree as it was";
  EXPECT_TRUE(says("Paused in beta after a step"));
}

TEST_P(DebuggerDockTest, writesAVariableInItsScope) {
  pause();
  stage.transport.answers["Debugger.evaluateOnCallFrame"] = {{"result", number(40)}};
  const QAbstractItemModel& model = *dock.scopes().model();
  edit(dock.scopes(), model.index(0, 1, model.index(1, 0)), "39 + 1");
  EXPECT_EQ(stage.transport.lastCall("Debugger.evaluateOnCallFrame").at("expression"), "(39 + 1)");
  const json written = stage.transport.lastCall("Debugger.setVariableValue");
  EXPECT_EQ(written.at("scopeNumber"), 0);
  EXPECT_EQ(written.at("variableName"), "count");
  EXPECT_EQ(names(model, model.index(1, 0))[0], "count=40");
}

TEST_P(DebuggerDockTest, writesAPropertyInItsObject) {
  pause();
  const QAbstractItemModel& model = *dock.scopes().model();
  const QModelIndex user = model.index(1, 0, model.index(1, 0));
  dock.scopes().expand(user);
  QCoreApplication::processEvents();
  stage.transport.answers["Debugger.evaluateOnCallFrame"] = {{"result", object("fresh", "Point")}};
  edit(dock.scopes(), model.index(0, 1, user), "new Point");
  const json written = stage.transport.lastCall("Runtime.callFunctionOn");
  EXPECT_EQ(written.at("objectId"), "user");
  EXPECT_EQ(written.at("arguments")[0].at("objectId"), "fresh");
}

TEST_P(DebuggerDockTest, tellsWhyAValueCouldNotBeWritten) {
  pause();
  QString told;
  QObject::connect(&stage.workbench, &Workbench::statusShown, [&](const QString& sentence) { told = sentence; });
  stage.transport.answers["Debugger.evaluateOnCallFrame"] = {
      {"result", {{"type", "undefined"}}},
      {"exceptionDetails", {{"exceptionId", 1}, {"text", "SyntaxError: no"}, {"lineNumber", 0}, {"columnNumber", 0}}}};
  const QAbstractItemModel& model = *dock.scopes().model();
  edit(dock.scopes(), model.index(0, 1, model.index(1, 0)), "39 +");
  EXPECT_EQ(told, "SyntaxError: no");
  EXPECT_EQ(names(model, model.index(1, 0))[0], "count=3");
}

TEST_P(DebuggerDockTest, stepsFromTheKeyboard) {
  pause();
  key(Qt::Key_F10);
  EXPECT_FALSE(stage.transport.lastCall("Debugger.stepOver").is_null());
  key(Qt::Key_F11, Qt::ControlModifier);
  EXPECT_EQ(stage.transport.lastCall("Debugger.stepInto").at("breakOnAsyncCall"), true);
  key(Qt::Key_F5);
  EXPECT_FALSE(stage.transport.lastCall("Debugger.resume").is_null());
  stage.transport.tellEvent("Debugger.resumed", json::object());
  EXPECT_EQ(stage.navigator.cleared.back(), Emphasis::Execution);
  key(Qt::Key_F6);
  EXPECT_FALSE(stage.transport.lastCall("Debugger.pause").is_null());
}

TEST_P(DebuggerDockTest, pausesOnExceptionsAsChosenInEveryEngine) {
  auto* choice = dock.findChild<QComboBox*>();
  QTest::keyClick(choice, Qt::Key_Down);
  emit choice->activated(choice->currentIndex());
  EXPECT_EQ(stage.transport.lastCall("Debugger.setPauseOnExceptions").at("state"), "uncaught");
  pause("exception",
        {{"data",
          {{"type", "object"}, {"subtype", "error"}, {"objectId", "e"}, {"description", "TypeError: no\n    at x"}}}});
  EXPECT_TRUE(says("Paused in beta on TypeError: no"));
  EXPECT_EQ(dock.scopes().model()->index(0, 0).data().toString(), "Exception");
}

TEST_P(DebuggerDockTest, watchesExpressionsOfTheWorkspace) {
  QAbstractItemModelTester tester(dock.watches().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  dock.pages().setCurrentIndex(1);
  stage.workbench.setCurrentContext(3);
  stage.transport.answers["Runtime.evaluate"] = {{"result", number(1)}};
  QLineEdit* entry = nullptr;
  for (auto* candidate : dock.findChildren<QLineEdit*>()) {
    if (candidate->accessibleName() == "Expression to watch") entry = candidate;
  }
  ASSERT_TRUE(entry);
  QTest::keyClicks(entry, "queue.length");
  QTest::keyClick(entry, Qt::Key_Return);
  EXPECT_EQ(stage.workspace.watchExpressions(), QStringList({"queue.length"}));
  EXPECT_EQ(names(*dock.watches().model()), QStringList({"queue.length=1"}));
  EXPECT_EQ(stage.transport.lastCall("Runtime.evaluate").at("throwOnSideEffect"), true);

  stage.transport.answers["Debugger.evaluateOnCallFrame"] = {{"result", number(2)}};
  pause();
  EXPECT_EQ(names(*dock.watches().model()), QStringList({"queue.length=2"}));
  dock.watches().setCurrentIndex(dock.watches().model()->index(0, 0));
  stage.photograph(dock, "debugger-watch");
  dock.activateWindow();
  dock.watches().setFocus();
  QTest::keyClick(&dock.watches(), Qt::Key_Delete);
  EXPECT_TRUE(stage.workspace.watchExpressions().isEmpty());
}

TEST_P(DebuggerDockTest, bindsTheWorkspacesBreakpointsInEveryEngine) {
  QAbstractItemModelTester tester(dock.breakpoints().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  dock.pages().setCurrentIndex(2);
  stage.transport.makers["Debugger.setBreakpointByUrl"] = [](const json& params) {
    return json{{"breakpointId", "line " + std::to_string(params.at("lineNumber").get<int>())},
                {"locations", json::array()}};
  };
  Breakpoint plain;
  plain.document = "app.js";
  plain.line = 4;
  Breakpoint logpoint;
  logpoint.document = "app.js";
  logpoint.line = 9;
  logpoint.logMessage = "'at', x";
  stage.workspace.breakpoints().reset({plain, logpoint});
  const json asked = stage.transport.lastCall("Debugger.setBreakpointByUrl");
  EXPECT_EQ(asked.at("url"), QUrl::fromLocalFile(stage.workspace.absolutePath("app.js")).toString().toStdString());
  const QAbstractItemModel& model = *dock.breakpoints().model();
  EXPECT_EQ(model.index(0, 0).data().toString(), "binds when its script runs");
  EXPECT_EQ(model.index(1, 0).data().toString(), "logs 'at', x");
  stage.transport.tellEvent("Debugger.breakpointResolved",
                            {{"breakpointId", "line 4"}, {"location", {{"scriptId", "7"}, {"lineNumber", 4}}}});
  EXPECT_EQ(model.index(0, 0).data().toString(), "always");
  EXPECT_EQ(model.index(1, 0).data().toString(), "logs 'at', x");
  stage.photograph(dock, "debugger-breakpoints");

  dock.breakpoints().setCurrentIndex(model.index(0, 0));
  dock.breakpoints().setFocus();
  QTest::keyClick(&dock.breakpoints(), Qt::Key_Space);
  EXPECT_EQ(stage.transport.lastCall("Debugger.removeBreakpoint").at("breakpointId"), "line 4");
  EXPECT_EQ(stage.workspace.breakpoints().at("app.js", 4)->state, Breakpoint::State::Disabled);

  const size_t before = stage.transport.calls.size();
  stage.session.startFresh();
  int bound = 0;
  for (size_t i = before; i < stage.transport.calls.size(); ++i)
    bound += stage.transport.calls[i].at("method") == "Debugger.setBreakpointByUrl";
  EXPECT_EQ(bound, 1) << "only what is on is set in the fresh engine";
}

TEST_P(DebuggerDockTest, setsNoBreakpointTwiceWhenTheWindowIsMadeAnew) {
  stage.transport.answers["Debugger.setBreakpointByUrl"] = {{"breakpointId", "b1"}, {"locations", json::array()}};
  Breakpoint plain;
  plain.document = "app.js";
  stage.workspace.breakpoints().set(plain);
  const auto asked = [this] {
    return std::count_if(stage.transport.calls.begin(), stage.transport.calls.end(),
                         [](const json& call) { return call.at("method") == "Debugger.setBreakpointByUrl"; });
  };
  EXPECT_EQ(asked(), 1);
  DebuggerDock another(stage.workbench);
  EXPECT_EQ(asked(), 1);
}

}  // namespace
}  // namespace vmscope::ui
