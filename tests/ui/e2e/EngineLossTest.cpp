#include <QLabel>
#include <QTest>
#include <csignal>

#include "tests/ui/e2e/WindowTest.h"
#include "tests/ui/window/Dialogs.h"
#include "ui/MainWindow.h"
#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/window/RunControl.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

class EngineLossTest : public WindowTest {
 protected:
  void killEngine() {
    const auto process = static_cast<pid_t>(desktop().session().facts().processId);
    ASSERT_GT(process, 0);
    ASSERT_EQ(::kill(process, SIGKILL), 0);
  }

  bool eventuallyGone() {
    return eventually([this] { return desktop().session().state() == EngineSession::State::Crashed; });
  }

  void startFreshEngine() {
    clickNoticeButton("engineNotice", QStringLiteral("Start a fresh engine"));
    ASSERT_TRUE(eventually([this] {
      const EngineContexts& contexts = desktop().session().contexts();
      return contexts.findByKey(QStringLiteral("alpha")) && contexts.findByKey(QStringLiteral("beta"));
    }));
    EXPECT_TRUE(notice("engineNotice").isEmpty());
  }

  void openWithASmallHeap() {
    engineOptions = {QStringLiteral("--heap-limit=64")};
    open();
  }
  void runUntilMemoryIsShort() {
    type(QStringLiteral("const hoard = []; for (;;) hoard.push(new Array(1e5).fill(hoard.length))"));
    clickTool(ActionId::Run);
    ASSERT_TRUE(eventually([this] { return !notice("memoryNotice").isEmpty(); }))
        << runText().toStdString() << '\n'
        << notice("engineNotice").toStdString();
  }

  void expectThatRunWorks() {
    type(QStringLiteral("'alive ' + 1"));
    clickTool(ActionId::Run);
    EXPECT_TRUE(eventually([this] { return runText().contains(QStringLiteral("gave alive 1")); }))
        << runText().toStdString();
  }
};

TEST_F(EngineLossTest, aKilledEngineCostsNothingThatWasTyped) {
  open();
  type(QStringLiteral("const precious = 1; // not saved"));
  killEngine();
  ASSERT_TRUE(eventuallyGone());
  EXPECT_TRUE(notice("engineNotice").contains(QStringLiteral("signal 9"))) << notice("engineNotice").toStdString();
  EXPECT_EQ(editor().document().text(), QStringLiteral("const precious = 1; // not saved"));
  startFreshEngine();
  EXPECT_EQ(editor().document().text(), QStringLiteral("const precious = 1; // not saved"));
  expectThatRunWorks();
}

TEST_F(EngineLossTest, anEngineKilledWhileItRunsEndsTheRun) {
  open();
  type(QStringLiteral("for (;;) ;"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Running; }));
  killEngine();
  ASSERT_TRUE(eventuallyGone());
  EXPECT_FALSE(action(ActionId::Stop).isEnabled());
  EXPECT_EQ(runText(), QStringLiteral("The engine ended while a.js ran"));
  startFreshEngine();
  EXPECT_EQ(runText(), QString()) << "nothing is left of the engine that is no more";
  expectThatRunWorks();
}

TEST_F(EngineLossTest, whatWasSaidOfAnEngineGoesWithIt) {
  open();
  killEngine();
  ASSERT_TRUE(eventuallyGone());
  window().workbench().showStatus(QStringLiteral("The engine ended before it answered."));
  const auto* sentence = window().findChild<QLabel*>(QStringLiteral("statusSentence"));
  EXPECT_FALSE(sentence->text().isEmpty());
  startFreshEngine();
  EXPECT_EQ(sentence->text(), QString());
}

TEST_F(EngineLossTest, aScriptThatEatsAllMemoryIsPausedAndCanBeStopped) {
  openWithASmallHeap();
  runUntilMemoryIsShort();
  clickNoticeButton("memoryNotice", QStringLiteral("Stop it"));
  EXPECT_TRUE(eventually([this] { return runText().contains(QStringLiteral("was stopped")); }))
      << runText().toStdString();
  EXPECT_TRUE(eventuallyIdle());
  expectThatRunWorks();
}

TEST_F(EngineLossTest, anEngineThatRanOutOfMemorySaysSo) {
  openWithASmallHeap();
  runUntilMemoryIsShort();
  clickNoticeButton("memoryNotice", QStringLiteral("Go on and risk the engine"));
  ASSERT_TRUE(eventually([this] { return !notice("engineNotice").isEmpty() || !window().runs().isRunning(); }));
  const QString told = notice("engineNotice") + runText();
  EXPECT_TRUE(told.contains(QStringLiteral("memory"))) << told.toStdString();
}

TEST_F(EngineLossTest, aWindowThatDiedOffersExactlyWhatWasTyped) {
  open();
  type(QStringLiteral("let typed = 'before the end'"));
  loseWindow();
  open();
  EXPECT_TRUE(eventually([this] { return notice("recoveryNotice").contains(QStringLiteral("a.js")); }))
      << notice("recoveryNotice").toStdString();
  clickNoticeButton("recoveryNotice", QStringLiteral("Recover"));
  EXPECT_EQ(editor().document().text(), QStringLiteral("let typed = 'before the end'"));
  EXPECT_TRUE(editor().document().isModified());
}

TEST_F(EngineLossTest, whatADeadWindowLeftIsNotThrownAwayByOneClick) {
  open();
  type(QStringLiteral("let typed = 'before the end'"));
  loseWindow();
  open();
  ASSERT_TRUE(eventually([this] { return !notice("recoveryNotice").isEmpty(); }));
  const auto discardAnd = [this](Qt::Key key) {
    const tests::Dialogs person({[key](QWidget& question) { QTest::keyClick(&question, key); }});
    clickNoticeButton("recoveryNotice", QStringLiteral("Discard"));
    EXPECT_TRUE(person.areDone());
  };
  discardAnd(Qt::Key_Return);
  discardAnd(Qt::Key_Escape);
  EXPECT_FALSE(notice("recoveryNotice").isEmpty());
  discardAnd(Qt::Key_D);
  EXPECT_TRUE(notice("recoveryNotice").isEmpty());
  EXPECT_TRUE(desktop().workspace().recoverable().empty());
}

}  // namespace
}  // namespace vmscope::ui
