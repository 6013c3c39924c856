#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTimer>
#include <optional>

#include "tests/ui/e2e/WindowTest.h"
#include "tests/ui/window/MenuFaults.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"
#include "ui/window/Actions.h"
#include "ui/window/CommandPalette.h"
#include "ui/window/Desktop.h"

namespace vmscope::ui {
namespace {

void addMenusWithin(const QMenu& menu, QList<const QMenu*>& found) {
  found << &menu;
  for (const QAction* action : menu.actions()) {
    if (action->menu()) addMenusWithin(*action->menu(), found);
  }
}

using tests::entriesOf;
using tests::faultsOf;

// In both languages.
class MenusTest : public WindowTest, public testing::WithParamInterface<const char*> {
 protected:
  MenusTest() { language = QLatin1String(GetParam()); }

  QList<const QMenu*> menus() {
    QList<const QMenu*> found;
    for (const QAction* top : window().menuBar()->actions()) addMenusWithin(*top->menu(), found);
    return found;
  }

  // A right click at a place, and the faults of the menu that it brings; that none comes is one.
  QStringList faultsOfMenuAt(QWidget& widget, const QPoint& place) {
    std::optional<QStringList> faults;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&faults] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu) return;
      faults = faultsOf(*menu);
      menu->close();
    });
    timer.start(0);
    QTest::mousePress(&widget, Qt::RightButton, {}, place);
    if (!faults) {
      QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget.mapToGlobal(place));
      QApplication::sendEvent(&widget, &event);
    }
    eventually([&faults] { return faults.has_value(); });
    return faults.value_or(QStringList{QStringLiteral("no menu")});
  }

  // Over the first row of a view.
  QStringList faultsOfMenuOver(QAbstractItemView& view, const QModelIndex& row) {
    view.scrollTo(row);
    view.setCurrentIndex(row);
    return faultsOfMenuAt(*view.viewport(), view.visualRect(row).center());
  }
};

INSTANTIATE_TEST_SUITE_P(Languages, MenusTest, testing::Values("en", "zh_CN"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST_P(MenusTest, everyEntryHasALetterOfItsOwnAndNoMenuIsLong) {
  open();
  EXPECT_GT(menus().size(), 12);
  for (const QMenu* menu : window().findChildren<QMenu*>()) {
    if (menu->isEmpty()) continue;
    EXPECT_TRUE(faultsOf(*menu).isEmpty()) << faultsOf(*menu).join(u'\n').toStdString();
  }
}

TEST_P(MenusTest, thePaletteHasEveryEntryByAPlainName) {
  open();
  QSet<QString> reachable;
  for (const QAction* action : actionsOf(window())) reachable << nameOf(*action);
  for (const QMenu* menu : menus()) {
    for (const QAction* action : entriesOf(*menu)) {
      if (action->menu()) continue;
      EXPECT_TRUE(reachable.contains(nameOf(*action))) << nameOf(*action).toStdString();
    }
  }
  for (const QString& name : reachable) {
    EXPECT_FALSE(name.contains(QRegularExpression(QStringLiteral(R"(&|\([A-Z0-9]\))")))) << name.toStdString();
  }
}

TEST_P(MenusTest, everyActionOfWindowAndEditorStandsInOneMenu) {
  open();
  QList<QAction*> standing;
  for (const QMenu* menu : menus()) standing << entriesOf(*menu);
  for (QAction* action : window().findChild<Actions*>()->all() + window().area().actions()) {
    EXPECT_EQ(standing.count(action), 1) << action->objectName().toStdString();
  }
}

TEST_P(MenusTest, lettersLeadThroughTheMenus) {
  open();
  ASSERT_FALSE(desktop().theme().isDark());
  const auto pressInMenu = [](Qt::Key key) { QTest::keyClick(QApplication::activePopupWidget(), key); };
  window().menuBar()->setActiveAction(window().menuBar()->actions().at(4));
  pressInMenu(Qt::Key_H);  // view, then theme
  ASSERT_TRUE(
      eventually([] { return QApplication::activePopupWidget()->objectName() == QLatin1String("menu.theme"); }));
  pressInMenu(Qt::Key_D);
  EXPECT_TRUE(desktop().theme().isDark());
}

TEST_P(MenusTest, noButtonShowsOrSpeaksTheMarkOfALetter) {
  open();
  static const QRegularExpression mark(QStringLiteral(R"(&|\([A-Z]\))"));
  const auto buttons = window().findChildren<QAbstractButton*>();
  EXPECT_GT(buttons.size(), 20);
  for (const QAbstractButton* button : buttons) {
    for (const QString& text : {button->text(), button->toolTip(), button->accessibleName()}) {
      EXPECT_FALSE(text.contains(mark)) << text.toStdString();
    }
  }
}

TEST_P(MenusTest, menusOverTextTabsAndContextsHaveLettersToo) {
  open();
  type(QStringLiteral("debugger;"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Paused; }));
  QWidget* text = editor().focusProxy()->findChild<QWidget*>(QStringLiteral("qt_scrollarea_viewport"));
  const QStringList none;
  EXPECT_EQ(faultsOfMenuAt(*text, {200, 10}), none);
  EXPECT_EQ(faultsOfMenuAt(*text, {4, 10}), none) << "in the margin";
  auto* tabs = window().area().findChild<QTabBar*>();
  EXPECT_EQ(faultsOfMenuAt(*tabs, tabs->tabRect(0).center()), none);
  auto* tree = window().findChild<QAbstractItemView*>(QStringLiteral("contextTree"));
  EXPECT_EQ(faultsOfMenuOver(*tree, tree->model()->index(0, 0)), none);
  EXPECT_EQ(faultsOfMenuOver(*tree, tree->model()->index(0, 0, tree->model()->index(0, 0))), none);
  clickTool(ActionId::Stop);
  EXPECT_TRUE(eventuallyIdle());
}

}  // namespace
}  // namespace vmscope::ui
