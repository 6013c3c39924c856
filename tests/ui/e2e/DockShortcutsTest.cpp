#include <QAction>
#include <QDialog>
#include <QTest>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"
#include "ui/window/RunControl.h"

namespace vmscope::ui {
namespace {

// What a dock can do by its shortcuts, in layouts that have no place for it.
class DockShortcutsTest : public WindowTest {
 protected:
  void openWithout(const char* dock, const char* layout) {
    open();
    window().layouts().apply(QLatin1String(layout));
    ASSERT_TRUE(eventually([&] { return !isSeen(dock); }));
  }
  bool isSeen(const char* dock) {
    return !window().findChild<QDockWidget*>(QLatin1String(dock))->widget()->visibleRegion().isEmpty();
  }
  QAction* actionOf(const char* dock, const char* name) {
    return window().findChild<QDockWidget*>(QLatin1String(dock))->findChild<QAction*>(QLatin1String(name));
  }
};

TEST_F(DockShortcutsTest, aContextIsMadeWhileTheWorkspaceIsHidden) {
  openWithout("contexts", "teaching");
  press(QStringLiteral("Ctrl+Shift+N"));
  const auto* dialog = window().findChild<QDialog*>(QStringLiteral("contextDialog"));
  ASSERT_NE(dialog, nullptr);
  EXPECT_TRUE(dialog->isVisible());
  EXPECT_FALSE(isSeen("contexts")) << "its place is the person's to give";
}

TEST_F(DockShortcutsTest, theConsoleIsClearedBehindAnotherDock) {
  open();
  type(QStringLiteral("console.log('said')"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return consoleLines().contains(QStringLiteral("said")); }));
  window().findChild<QDockWidget*>(QStringLiteral("console"))->hide();
  press(QStringLiteral("Ctrl+L"));
  window().findChild<QDockWidget*>(QStringLiteral("console"))->show();
  EXPECT_TRUE(eventually([this] { return consoleLines().isEmpty(); })) << consoleLines().join('|').toStdString();
}

TEST_F(DockShortcutsTest, recordingStartsAndShowsTheTimeline) {
  openWithout("timeline", "editing");
  press(QStringLiteral("Ctrl+Alt+R"));
  EXPECT_TRUE(eventually([this] { return isSeen("timeline"); }));
  const auto* record = actionOf("timeline", "record");
  ASSERT_NE(record, nullptr);
  EXPECT_TRUE(eventually([&] { return record->isChecked(); }));
}

TEST_F(DockShortcutsTest, queuesAreShownBeforeOneIsStepped) {
  openWithout("microtasks", "editing");
  action(ActionId::HoldQueue).trigger();
  type(QStringLiteral("Promise.resolve().then(() => console.log('stepped'))"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return !window().runs().isRunning(); }));
  const QAction* step = actionOf("microtasks", "step");
  ASSERT_FALSE(step->isEnabled()) << "nobody has asked what waits";
  press(QStringLiteral("Ctrl+Alt+J"));
  EXPECT_TRUE(eventually([&] { return isSeen("microtasks") && step->isEnabled(); }));
  press(QStringLiteral("Ctrl+Alt+J"));
  EXPECT_TRUE(eventually([this] { return consoleLines().contains(QStringLiteral("stepped")); }));
}

TEST_F(DockShortcutsTest, thePaletteOffersThem) {
  openWithout("contexts", "teaching");
  QStringList offered;
  for (const QAction* action : actionsOf(window())) offered << action->shortcut().toString();
  for (const char* keys : {"Ctrl+Shift+N", "Ctrl+L", "Ctrl+Alt+J", "Ctrl+Alt+R"})
    EXPECT_TRUE(offered.contains(QLatin1String(keys))) << keys;
}

}  // namespace
}  // namespace vmscope::ui
