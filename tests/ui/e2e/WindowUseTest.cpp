#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTest>
#include <QUrl>
#include <algorithm>
#include <climits>
#include <cstdlib>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/DockRegistry.h"
#include "ui/MainWindow.h"
#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/Editor.h"
#include "ui/theme/Theme.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

class WindowUseTest : public WindowTest {
 protected:
  template <class Widget>
  Widget* dialogField(const char* dialog, const QString& accessibleName) {
    const auto* box = window().findChild<QDialog*>(QLatin1String(dialog));
    if (!box) return nullptr;
    for (Widget* field : box->findChildren<Widget*>()) {
      if (field->accessibleName() == accessibleName) return field;
    }
    return nullptr;
  }

  void accept(const char* dialog) {
    auto* box = window().findChild<QDialog*>(QLatin1String(dialog));
    ASSERT_NE(box, nullptr);
    QTest::keyClick(box, Qt::Key_Return);
  }

  QString firstMenu() { return window().menuBar()->actions().front()->text(); }
};

// What a screen reader would call a widget that a person can act on.
QString spokenName(QWidget& widget) {
  const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&widget);
  return accessible ? accessible->text(QAccessible::Name) : QString();
}

bool isControl(const QWidget& widget) {
  const bool isOurs = !widget.objectName().startsWith(QLatin1String("qt_")) && widget.focusPolicy() != Qt::NoFocus;
  return isOurs && (qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
                    qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractItemView*>(&widget) ||
                    qobject_cast<const QPlainTextEdit*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget));
}

TEST_F(WindowUseTest, everyControlHasAnAccessibleName) {
  open();
  for (const LayoutRow& layout : layoutRows()) {
    window().layouts().apply(QLatin1String(layout.id));
    for (QWidget* widget : window().findChildren<QWidget*>()) {
      if (!isControl(*widget) || !widget->isVisible()) continue;
      EXPECT_FALSE(spokenName(*widget).isEmpty())
          << widget->metaObject()->className() << " " << widget->objectName().toStdString() << " in "
          << widget->parentWidget()->metaObject()->className();
    }
  }
}

TEST_F(WindowUseTest, takesAllOfAScreenThatIsTooSmallForIt) {
  open();
  window().resize(1440, 900);
  window().fitInto({1920, 1080});
  EXPECT_FALSE(window().isMaximized());
  EXPECT_EQ(window().size(), QSize(1440, 900));
  window().fitInto({1366, 768});
  EXPECT_TRUE(window().isMaximized());
}

QMap<QString, QSize> sizesOfDocks(const MainWindow& window) {
  QMap<QString, QSize> found;
  for (const QDockWidget* dock : window.findChildren<QDockWidget*>())
    if (dock->isVisible()) found[dock->objectName()] = dock->size();
  return found;
}

// The most that a dock's side has grown or shrunk, in pixels.
int changeOf(const QMap<QString, QSize>& before, const QMap<QString, QSize>& now) {
  if (before.keys() != now.keys()) return INT_MAX;
  int most = 0;
  for (auto each = before.cbegin(); each != before.cend(); ++each) {
    const QSize change = now.value(each.key()) - each.value();
    most = std::max({most, std::abs(change.width()), std::abs(change.height())});
  }
  return most;
}

TEST_F(WindowUseTest, aWindowThatIsClosedAsItCameUpComesUpSoAgain) {
  constexpr int kRounding = 4;
  open();
  QCoreApplication::processEvents();
  const auto left = sizesOfDocks(window());
  const QSize size = window().size();
  window().close();
  loseWindow();
  open();
  window().resize(size);  // some versions of Qt keep it within the screen, which is small here
  EXPECT_TRUE(eventually([&] { return changeOf(left, sizesOfDocks(window())) <= kRounding; }))
      << changeOf(left, sizesOfDocks(window()));
}

TEST_F(WindowUseTest, aLayoutComesBackInTheSizeThatItWasLeftIn) {
  open();
  window().resize(1700, 1000);
  auto* console = window().findChild<QDockWidget*>(QStringLiteral("console"));
  auto* contexts = window().findChild<QDockWidget*>(QStringLiteral("contexts"));
  window().resizeDocks({console}, {170}, Qt::Vertical);
  window().resizeDocks({contexts}, {310}, Qt::Horizontal);
  QCoreApplication::processEvents();
  const auto left = sizesOfDocks(window());
  window().close();
  loseWindow();
  QSettings().remove(QStringLiteral("window/geometry"));  // a maximized window begins with another size
  open();
  EXPECT_NE(sizesOfDocks(window()), left);
  window().resize(1700, 1000);  // as a window manager does some time after the start
  EXPECT_TRUE(eventually([&] { return sizesOfDocks(window()) == left; }));
}

TEST_F(WindowUseTest, tabsComeBackAfterTheWindowWasKilled) {
  const auto kept = [this] {
    const QByteArray name = QUrl::toPercentEncoding(desktop().workspace().folder());
    return QSettings().value(QStringLiteral("editors/") + QString::fromLatin1(name)).toByteArray();
  };
  open();
  ASSERT_TRUE(eventually([&] { return !kept().isEmpty(); }));
  const QByteArray before = kept();
  window().area().open(QStringLiteral("b.js"));
  ASSERT_TRUE(eventually([&] { return kept() != before; }));
  loseWindow();
  open();
  QStringList tabs;
  for (const Editor* editor : window().area().editors()) tabs << editor->document().title();
  EXPECT_EQ(tabs, (QStringList{"a.js", "b.js"}));
  EXPECT_EQ(editor().document().title(), QStringLiteral("b.js"));
}

TEST_F(WindowUseTest, aFolderOfScriptsRunsInTheMainContext) {
  write(QStringLiteral("workspace.vmscope.json"), R"({"version": 1, "contexts": []})");
  write(QStringLiteral("a.js"), "console.log('from', 'a folder')");
  openWithoutDocument();
  window().area().open(QStringLiteral("a.js"));
  ASSERT_TRUE(eventually([this] { return window().workbench().currentContext() != 0; }));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventually([this] { return consoleLines().contains(QStringLiteral("from a folder")); }));
}

TEST_F(WindowUseTest, opensTheSampleWhereTheLastWorkspaceHasGone) {
  QSettings().setValue(QStringLiteral("workspace/last"), folder() + QStringLiteral("/gone"));
  openLast();
  EXPECT_EQ(desktop().workspace().name(), QStringLiteral("sample"));
}

TEST_F(WindowUseTest, theTeachingLayoutIsAsLargeAfterTheNextStart) {
  open();
  window().layouts().apply(QStringLiteral("teaching"));
  EXPECT_DOUBLE_EQ(desktop().theme().scale(), 1.5);
  window().close();
  loseWindow();
  open();
  EXPECT_EQ(window().layouts().current(), QStringLiteral("teaching"));
  EXPECT_DOUBLE_EQ(desktop().theme().scale(), 1.5);
}

TEST_F(WindowUseTest, whatIsShownOfARunNeverMovesTheEditor) {
  open();
  type(QStringLiteral("1"));
  press(QStringLiteral("Ctrl+Return"));
  ASSERT_TRUE(eventually([this] { return runText().contains(QStringLiteral("gave")); }));
  const QSize before = window().area().size();
  type(QStringLiteral("gone()"));
  press(QStringLiteral("Ctrl+Return"));
  ASSERT_TRUE(eventually([this] { return runText().contains(QStringLiteral("threw")); }));
  QCoreApplication::processEvents();
  EXPECT_EQ(window().area().size(), before);
}

TEST_F(WindowUseTest, thePaletteReachesActionsByALetterOrTwo) {
  open();
  press(QStringLiteral("Ctrl+Shift+P"));
  auto* palette = window().findChild<CommandPalette*>();
  ASSERT_TRUE(palette->isVisible());
  auto* line = palette->findChild<QLineEdit*>();
  QTest::keyClicks(line, QStringLiteral("theme dark"));
  QTest::keyClick(line, Qt::Key_Return);
  EXPECT_FALSE(palette->isVisible());
  EXPECT_TRUE(desktop().theme().isDark());
}

TEST_F(WindowUseTest, aContextIsCreatedByKeyboardAndRunsAtOnce) {
  open();
  press(QStringLiteral("Ctrl+Shift+N"));
  auto* name = dialogField<QLineEdit>("contextDialog", QStringLiteral("Name"));
  ASSERT_NE(name, nullptr);
  QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
  QTest::keyClicks(name, QStringLiteral("gamma"));
  QTest::keyClicks(dialogField<QLineEdit>("contextDialog", QStringLiteral("Origin")),
                   QStringLiteral("https://gamma.example"));
  accept("contextDialog");
  EXPECT_TRUE(
      eventually([this] { return desktop().session().contexts().findByKey(QStringLiteral("gamma")) != nullptr; }));
  const WorkspaceContext* kept = desktop().workspace().findContext(QStringLiteral("gamma"));
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(kept->origin, QStringLiteral("https://gamma.example"));
}

TEST_F(WindowUseTest, theLanguageChangesWithoutLosingWhatWasTyped) {
  open();
  type(QStringLiteral("let here = 1 // not saved"));
  const auto choose = [this](const QString& field, int row) {
    press(QStringLiteral("Ctrl+,"));
    auto* choice = dialogField<QComboBox>("preferencesDialog", field);
    ASSERT_NE(choice, nullptr);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Home);
    for (int step = 0; step < row; ++step) QTest::keyClick(choice, Qt::Key_Down);
    accept("preferencesDialog");
  };
  choose(QStringLiteral("Language"), 2);
  ASSERT_TRUE(eventually([this] { return firstMenu() == QString::fromUtf8("文件(&F)"); }));
  ASSERT_TRUE(window().area().currentEditor());
  EXPECT_EQ(editor().document().text(), QStringLiteral("let here = 1 // not saved"));
  EXPECT_EQ(desktop().session().state(), EngineSession::State::Idle);
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
  choose(QString::fromUtf8("语言"), 1);
  ASSERT_TRUE(eventually([this] { return firstMenu() == QStringLiteral("&File"); }));
  EXPECT_EQ(editor().document().text(), QStringLiteral("let here = 1 // not saved"));
}

TEST_F(WindowUseTest, layoutsShowTheirDocksAndComeBackAsTheyWereLeft) {
  open();
  Layouts& layouts = window().layouts();
  layouts.apply(QStringLiteral("debugging"));
  auto* console = window().findChild<QDockWidget*>(QStringLiteral("console"));
  EXPECT_TRUE(window().findChild<QDockWidget*>(QStringLiteral("microtasks"))->isVisible());
  console->close();
  layouts.apply(QStringLiteral("editing"));
  EXPECT_TRUE(console->isVisible());
  layouts.apply(QStringLiteral("debugging"));
  EXPECT_FALSE(console->isVisible());
  layouts.reset();
  EXPECT_TRUE(console->isVisible());
  layouts.apply(QStringLiteral("teaching"));
  EXPECT_DOUBLE_EQ(desktop().theme().scale(), 1.5);
}

}  // namespace
}  // namespace vmscope::ui
