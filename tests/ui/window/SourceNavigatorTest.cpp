#include "ui/window/SourceNavigator.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/editor/live/RunToCursor.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

class SourceNavigatorTest : public WindowTest {
 protected:
  bool isPausedAt(const QString& title, int line) {
    return eventually([&] {
      return desktop().session().debugger().isPaused() && window().area().currentEditor() &&
             editor().document().title() == title && editor().cursor().line == line;
    });
  }

  void resume() {
    press(QStringLiteral("F5"));
    EXPECT_TRUE(eventuallyIdle());
  }
};

TEST_F(SourceNavigatorTest, stepsIntoAScriptThatOnlyTheEngineHasAndShowsItReadOnly) {
  open();
  type(QStringLiteral("debugger;\n(0, eval)('let a = 1;\\na + 1;\\n//# sourceURL=made/up.js');"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(isPausedAt(QStringLiteral("a.js"), 0));
  press(QStringLiteral("F11"));
  ASSERT_TRUE(isPausedAt(QStringLiteral("a.js"), 1));
  press(QStringLiteral("F11"));
  ASSERT_TRUE(isPausedAt(QStringLiteral("up.js"), 0));
  EXPECT_TRUE(editor().document().isReadOnly());
  EXPECT_EQ(editor().lineText(1), QStringLiteral("a + 1;"));
  const QByteArray before = editor().document().utf8();
  QTest::keyClicks(editor().focusProxy(), QStringLiteral("x"));
  EXPECT_EQ(editor().document().utf8(), before);
  resume();
}

TEST_F(SourceNavigatorTest, stopsAtABreakpointThatWasSetInSuchAScript) {
  open();
  type(QStringLiteral("debugger;\n(0, eval)('let a = 1;\\na + 1;\\n//# sourceURL=mem:made-up');"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(isPausedAt(QStringLiteral("a.js"), 0));
  press(QStringLiteral("F11"));
  ASSERT_TRUE(isPausedAt(QStringLiteral("a.js"), 1));
  press(QStringLiteral("F11"));
  ASSERT_TRUE(isPausedAt(QStringLiteral("mem:made-up"), 0));
  editor().goTo({1, 0});
  press(QStringLiteral("F9"));
  ASSERT_TRUE(eventually([this] { return desktop().workspace().breakpoints().all().size() == 1; }));
  const QSignalSpy paused(&desktop().session().debugger(), &DebuggerClient::paused);
  press(QStringLiteral("F5"));
  ASSERT_TRUE(eventually([&] { return paused.size() == 1; }));
  EXPECT_TRUE(isPausedAt(QStringLiteral("mem:made-up"), 1));
  resume();
}

TEST_F(SourceNavigatorTest, runsToTheCursor) {
  open();
  type(QStringLiteral("debugger;\nlet a = 1;\na += 1;\na;"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(isPausedAt(QStringLiteral("a.js"), 0));
  editor().goTo({3, 0});
  const QSignalSpy paused(&desktop().session().debugger(), &DebuggerClient::paused);
  press(QStringLiteral("Ctrl+F10"));
  ASSERT_TRUE(eventually([&] { return paused.size() == 1; }));
  EXPECT_TRUE(isPausedAt(QStringLiteral("a.js"), 3));
  EXPECT_FALSE(window().findChild<RunToCursor*>()->action().isEnabled() && !desktop().session().debugger().isPaused());
  resume();
}

}  // namespace
}  // namespace vmscope::ui
