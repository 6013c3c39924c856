#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QSpinBox>
#include <QStatusBar>
#include <QTest>
#include <algorithm>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {
namespace {

class RunningTest : public WindowTest {};

TEST_F(RunningTest, whatIsTypedRunsInItsContextAndItsLinesShow) {
  open();
  type(QStringLiteral("console.log('six times seven is', 6 * 7); globalThis.mark = 'alpha'; mark"));
  press(QStringLiteral("Ctrl+Return"));
  EXPECT_TRUE(eventually([this] { return consoleLines().contains(QStringLiteral("six times seven is 42")); }));
  EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("a.js in alpha gave alpha"); }))
      << runText().toStdString();
}

TEST_F(RunningTest, contextsDoNotShareTheirGlobals) {
  open();
  type(QStringLiteral("globalThis.mark = 'alpha'"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return runText().contains(QStringLiteral("gave alpha")); }));
  window().area().open(QStringLiteral("b.js"));
  type(QStringLiteral("typeof mark"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("b.js in beta gave undefined"); }))
      << runText().toStdString();
}

TEST_F(RunningTest, stopEndsAnEndlessLoop) {
  open();
  type(QStringLiteral("for (;;) ;"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Running; }));
  EXPECT_TRUE(action(ActionId::Stop).isEnabled());
  EXPECT_FALSE(action(ActionId::Run).isEnabled());
  clickTool(ActionId::Stop);
  EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("a.js in alpha was stopped"); }))
      << runText().toStdString();
  EXPECT_TRUE(eventuallyIdle());
}

TEST_F(RunningTest, stopEndsAnEndlessChainOfJobs) {
  open();
  type(QStringLiteral("function again() { return Promise.resolve().then(again) } again(); 0"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return action(ActionId::Stop).isEnabled(); }));
  clickTool(ActionId::Stop);
  EXPECT_TRUE(eventuallyIdle());
}

TEST_F(RunningTest, stopEndsARegularExpressionThatGoesThroughEverything) {
  open();
  type(QStringLiteral("/^(a+)+$/.test('a'.repeat(60) + 'b')"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Running; }));
  clickTool(ActionId::Stop);
  EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("a.js in alpha was stopped"); }))
      << runText().toStdString();
  EXPECT_TRUE(eventuallyIdle());
}

TEST_F(RunningTest, stopEndsADrainThatWouldNeverEnd) {
  open();
  type(QStringLiteral("function again() { Promise.resolve().then(again); }\nagain();"));
  clickTool(ActionId::HoldQueue);
  ASSERT_TRUE(eventually([this] { return action(ActionId::HoldQueue).isChecked(); }));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Held; }));
  clickTool(ActionId::DrainQueue);
  ASSERT_TRUE(eventually([this] { return action(ActionId::Stop).isEnabled(); }));
  clickTool(ActionId::Stop);
  EXPECT_TRUE(eventually([this] { return desktop().session().state() != EngineSession::State::Running; }));
  EXPECT_TRUE(eventually([this] {
    const auto labels = window().statusBar()->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [](const QLabel* label) { return label->text().endsWith("jobs ran"); });
  }));
}

TEST_F(RunningTest, aTimeoutOfThePreferencesEndsARun) {
  open();
  press(QStringLiteral("Ctrl+,"));
  auto* dialog = window().findChild<QDialog*>(QStringLiteral("preferencesDialog"));
  ASSERT_NE(dialog, nullptr);
  for (QSpinBox* field : dialog->findChildren<QSpinBox*>()) {
    if (field->accessibleName() != QStringLiteral("Timeout of a run")) continue;
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("200"));
  }
  QTest::keyClick(dialog, Qt::Key_Return);
  window().activateWindow();
  type(QStringLiteral("for (;;) ;"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("a.js in alpha ran into its timeout"); }))
      << runText().toStdString();
  EXPECT_TRUE(eventuallyIdle());
}

TEST_F(RunningTest, aRunThatIsPausedSaysSo) {
  open();
  type(QStringLiteral("debugger; 'done'"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventually([this] { return runText().startsWith(QStringLiteral("Paused")); })) << runText().toStdString();
  press(QStringLiteral("F5"));
  EXPECT_TRUE(eventually([this] { return runText() == QStringLiteral("a.js in alpha gave done"); }))
      << runText().toStdString();
}

TEST_F(RunningTest, anErrorLeadsToItsLine) {
  open();
  type(QStringLiteral("1;\n2;\nthrow new TypeError('wrong kind')"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return runText().contains(QStringLiteral("TypeError: wrong kind")); }))
      << runText().toStdString();
  auto* place = window().findChild<QWidget*>(QStringLiteral("showProblem"));
  ASSERT_TRUE(place->isVisible());
  editor().goTo({0, 0});
  QTest::mouseClick(place, Qt::LeftButton);
  EXPECT_EQ(editor().cursor().line, 2);
}

TEST_F(RunningTest, textThatIsNoScriptIsToldWithoutRunning) {
  open();
  type(QStringLiteral("let = ;"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventually([this] { return runText().contains(QStringLiteral("SyntaxError")); }))
      << runText().toStdString();
  EXPECT_TRUE(eventuallyIdle());
}

TEST_F(RunningTest, theSelectorFollowsTheDocument) {
  open();
  const EngineContexts& contexts = desktop().session().contexts();
  window().area().open(QStringLiteral("b.js"));
  EXPECT_EQ(window().workbench().currentContext(), contexts.findByKey(QStringLiteral("beta"))->id);
  window().area().open(QStringLiteral("a.js"));
  EXPECT_EQ(window().workbench().currentContext(), contexts.findByKey(QStringLiteral("alpha"))->id);
}

}  // namespace
}  // namespace vmscope::ui
