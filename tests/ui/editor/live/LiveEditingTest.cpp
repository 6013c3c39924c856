#include "ui/editor/live/LiveEditing.h"

#include <gmock/gmock.h>

#include <QFileInfo>

#include "tests/ui/editor/live/LiveStage.h"
#include "ui/editor/BreakpointMargins.h"
#include "ui/editor/CompletionModel.h"
#include "ui/editor/CompletionPopup.h"

namespace vmscope::ui::tests {

namespace {

class LiveEditingTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!QFileInfo(EngineProcess::defaultProgram()).isExecutable()) GTEST_SKIP() << "vmscope-engine is not built";
  }

  static bool offers(const Stage& stage, const QString& name) {
    const auto* popup = stage.area.window()->findChild<CompletionPopup*>();
    if (!popup || !popup->isOpen()) return false;
    const auto& items = popup->findChild<CompletionModel*>()->items();
    return std::any_of(items.begin(), items.end(), [&](const CompletionItem& each) { return each.text == name; });
  }
};

}  // namespace

TEST_F(LiveEditingTest, completes_from_the_living_context) {
  LiveStage stage(
      "globalThis.shelf = { books: 3, get trap() { globalThis.sprung = true; return 1; } };\nlet lexical = 1;\n");
  stage.runScript();
  stage.editor->goTo({2, 0});
  stage.type("she");
  LiveStage::waitFor([&] { return offers(stage, "shelf"); }, "a global");
  stage.press(Qt::Key_Escape);
  stage.type("lf.");
  LiveStage::waitFor([&] { return offers(stage, "books") && offers(stage, "hasOwnProperty"); }, "members");
  EXPECT_TRUE(offers(stage, "trap"));
  stage.press(Qt::Key_Escape);
  stage.type("trap.to");  // reading it would have an effect, so V8 refuses
  stage.type(";\nlex");
  LiveStage::waitFor([&] { return offers(stage, "lexical"); }, "a lexical name");
  EvaluateOptions options;
  options.executionContextId = stage.session.contexts().findByKey("alpha")->id;
  QString sprung;
  stage.session.runtime().evaluate("typeof sprung", options).then(&stage.area, [&](const Evaluation& answer) {
    sprung = answer.result.text();
  });
  LiveStage::waitFor([&] { return !sprung.isEmpty(); }, "an answer");
  EXPECT_EQ(sprung, "undefined");
}

TEST_F(LiveEditingTest, shows_errors_while_typing_and_takes_them_back) {
  LiveStage stage("let a = 1;\n");
  const QImage before = stage.keyboard()->grab().toImage();
  stage.editor->goTo({0, 9});
  stage.type(")");
  LiveStage::waitFor([&] { return stage.live.errors().of(*stage.area.currentDocument()).size() == 1; }, "the error");
  const Diagnostic found = stage.live.errors().of(*stage.area.currentDocument())[0];
  EXPECT_EQ(found.place, (EditorPosition{0, 9}));
  EXPECT_TRUE(found.message.contains("Unexpected token ')'")) << qPrintable(found.message);
  stage.press(Qt::Key_Backspace);
  LiveStage::waitFor([&] { return stage.live.errors().of(*stage.area.currentDocument()).empty(); }, "no error");
}

TEST_F(LiveEditingTest, sets_breakpoints_where_v8_can_stop_and_stops_there) {
  LiveStage stage("// a comment\n\nfunction f(n) {\n  // why\n  return n + 1;\n}\nf(41);\n");
  stage.editor->goTo({0, 0});
  stage.press(Qt::Key_F9);
  LiveStage::waitFor([&] { return stage.workspace.breakpoints().all().size() == 1; }, "a breakpoint");
  EXPECT_EQ(stage.workspace.breakpoints().all()[0].line, 4);
  QSignalSpy paused(&stage.session.debugger(), &DebuggerClient::paused);
  stage.runScript();
  LiveStage::waitFor([&] { return paused.size() == 1; }, "the pause");
  const Paused pause = paused[0][0].value<Paused>();
  EXPECT_EQ(pause.callFrames.at(0).location.lineNumber, 4);
  LiveStage::waitFor([&] { return stage.live.values().textAt(*stage.area.currentDocument(), 4) == "n = 41"; }, "n");
  stage.session.debugger().resume();
}

TEST_F(LiveEditingTest, knows_where_a_module_that_never_ran_can_stop) {
  LiveStage stage;
  stage.folder.write("half.mjs",
                     "import { limit } from './limit.mjs';\n"  // 0
                     "\n"                                      // 1
                     "export function half(n) {\n"             // 2
                     "  // nothing to stop at\n"               // 3
                     "  return n / 2;\n"                       // 4
                     "}\n");                                   // 5
  stage.area.open("half.mjs")->goTo({1, 0});
  QSignalSpy movedOn(&stage.area.breakpointMargins(), &BreakpointMargins::movedOn);
  stage.press(Qt::Key_F9);
  LiveStage::waitFor([&] { return stage.workspace.breakpoints().all().size() == 1; }, "a breakpoint");
  EXPECT_EQ(stage.workspace.breakpoints().all()[0].line, 4);
  EXPECT_EQ(movedOn.size(), 1);
  QSignalSpy noPlace(&stage.area.breakpointMargins(), &BreakpointMargins::noPlace);
  stage.area.currentEditor()->goTo({5, 0});
  stage.press(Qt::Key_F9);
  LiveStage::waitFor([&] { return stage.workspace.breakpoints().all().size() == 2 || noPlace.size() == 1; }, "a word");
}

TEST_F(LiveEditingTest, binds_breakpoints_again_in_a_fresh_engine) {
  LiveStage stage("let x = 1;\nx += 1;\n");
  stage.workspace.breakpoints().set({"app.js", 1, "x === 1", {}, Breakpoint::State::Enabled, {}});
  QSignalSpy ready(&stage.session, &EngineSession::ready);
  stage.session.startFresh();
  LiveStage::waitFor([&] { return ready.size() == 1 && stage.session.contexts().findByKey("alpha"); },
                     "a fresh engine");
  QSignalSpy paused(&stage.session.debugger(), &DebuggerClient::paused);
  stage.runScript();
  LiveStage::waitFor([&] { return paused.size() == 1; }, "the pause");
  stage.session.debugger().resume();
}

TEST_F(LiveEditingTest, logs_at_a_logpoint_without_stopping) {
  LiveStage stage("let x = 1;\nx += 1;\n");
  stage.workspace.breakpoints().set({"app.js", 1, {}, "'x is', x", Breakpoint::State::Enabled, {}});
  QSignalSpy called(&stage.session.runtime(), &RuntimeClient::consoleCalled);
  stage.runScript();
  LiveStage::waitFor([&] { return called.size() == 1; }, "the line");
  const ConsoleCall line = called[0][0].value<ConsoleCall>();
  EXPECT_EQ(line.args.at(1).text(), "1");
  EXPECT_FALSE(stage.session.debugger().isPaused());
}

TEST_F(LiveEditingTest, shows_the_values_of_the_last_run_until_the_text_changes) {
  LiveStage stage(
      "const a = [1, 2], b = 'x';\nconsole.log('said', a);\nfor (let i = 0; i < 5; i++) {\n  console.log(i);\n}\n");
  stage.runScript();
  Document& document = *stage.area.currentDocument();
  const auto shown = [&](int line) { return stage.live.values().textAt(document, line); };
  LiveStage::waitFor([&] { return shown(0) == "a = (2) [1, 2], b = 'x'"; }, "variables");
  LiveStage::waitFor([&] { return shown(3) == "2 | 3 | 4 (5 times)"; }, "what the loop logged");
  EXPECT_TRUE(shown(1).startsWith("said")) << qPrintable(shown(1));
  stage.type(" ");
  EXPECT_EQ(shown(0), "");
}

}  // namespace vmscope::ui::tests
