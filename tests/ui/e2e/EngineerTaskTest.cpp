#include <QAbstractItemView>
#include <QListView>
#include <QTableView>
#include <QTest>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/debugger/DebuggerDock.h"
#include "ui/docks/modules/GraphView.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/modules/ModulesDock.h"
#include "ui/docks/values/ValueTreeModel.h"
#include "ui/docks/values/ValueTreeView.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"
#include "ui/workspace/Document.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

constexpr char kWorkspace[] = R"({
  "version": 1,
  "contexts": [
    {"name": "alpha", "documents": ["shop/main.mjs", "shop/cart.mjs", "shop/price.mjs", "shop/rates.mjs", "a.js"]},
    {"name": "beta", "microtaskMode": "afterEvaluate"}
  ]
})";

constexpr char kMain[] =
    "import { total } from './cart.mjs';\n"
    "console.log('the total is', total(2));\n";

constexpr char kCart[] =
    "import { price } from './price.mjs';\n"
    "export const currency = 'EUR';\n"
    "export function total(count) { return count * price(); }\n";

constexpr char kPrice[] =
    "import { currency } from './cart.mjs';\n"
    "import { rates } from './rates.mjs';\n"
    "export function price() { return 21 * rates.get(currency); }\n";

constexpr char kRates[] =
    "const known = new Map([['EUR', 1], ['USD', 2]]);\n"
    "\n"
    "function ask(bank) {\n"
    "  const letters = bank.length;\n"
    "  return new Promise((resolve) => { globalThis.answer = () => resolve(known); });\n"
    "}\n"
    "\n"
    "export const rates = await ask('central');\n";
constexpr int kInAsk = 4;  // from 0: the line that is stopped at
constexpr int kAwait = 7;

// Somebody who embeds V8: a module cycle hangs, and they want to know why.
class EngineerTaskTest : public TaskTest {
 protected:
  void SetUp() override {
    ASSERT_TRUE(QDir(folder()).mkdir(QStringLiteral("shop")));
    write(QStringLiteral("workspace.vmscope.json"), kWorkspace);
    write(QStringLiteral("shop/main.mjs"), kMain);
    write(QStringLiteral("shop/cart.mjs"), kCart);
    write(QStringLiteral("shop/price.mjs"), kPrice);
    write(QStringLiteral("shop/rates.mjs"), kRates);
    write(QStringLiteral("a.js"), "answer()");
    open();
    window().layouts().apply(QStringLiteral("debugging"));
  }

  ModulesDock& modules() { return *window().findChild<ModulesDock*>(); }
  DebuggerDock& debugger() { return *window().findChild<DebuggerDock*>(); }
  bool isPaused() { return desktop().session().state() == EngineSession::State::Paused; }

  void runMain() {
    window().area().open(QStringLiteral("shop/main.mjs"));
    clickTool(ActionId::Run);
  }
  void runUntilItHangs() {
    runMain();
    ASSERT_TRUE(eventually([this] { return !runText().isEmpty() && !action(ActionId::Stop).isEnabled(); }));
    shown<ModulesDock>();
    ASSERT_TRUE(eventually([this] { return modules().view().shape().boxes.size() == 4; }));
  }
  int module(const char* name) {
    const auto& all = modules().graph().modules();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ModuleNode& each) { return each.shortName() == name; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
  }
  ModuleStatus statusOf(const char* name) { return modules().graph().modules()[module(name)].status; }
  void clickModule(const char* name, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(modules().view().viewport(), Qt::LeftButton, modifiers, modules().view().pointOf(module(name)));
  }

  // "name=value" of what stands below a scope or a watch.
  static QStringList lines(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList out;
    for (int row = 0; row < model.rowCount(parent); ++row) {
      out << model.index(row, ValueTreeModel::Name, parent).data().toString() + u'=' +
                 model.index(row, ValueTreeModel::Value, parent).data().toString();
    }
    return out;
  }
  QStringList scope(const char* name) {
    const QAbstractItemModel& model = *debugger().scopes().model();
    for (int row = 0; row < model.rowCount(); ++row) {
      if (model.index(row, 0).data().toString() == QLatin1String(name)) return lines(model, model.index(row, 0));
    }
    return {};
  }
  QStringList watches() { return lines(*debugger().watches().model()); }
};

TEST_F(EngineerTaskTest, stopsInAModuleOfTheCycleAndReadsItsScopesAndAWatch) {
  window().area().open(QStringLiteral("shop/rates.mjs"));
  clickMargin(kInAsk);
  ASSERT_TRUE(eventually([this] { return desktop().workspace().breakpoints().all().size() == 1; }));
  EXPECT_EQ(desktop().workspace().breakpoints().all().front().line, kInAsk);
  runMain();
  ASSERT_TRUE(eventually([this] { return isPaused(); }));
  EXPECT_EQ(debugger().stack().model()->index(0, 0).data().toString(), "ask");
  EXPECT_TRUE(eventually([this] { return scope("Local").contains("letters=7"); }))
      << scope("Local").join('|').toStdString();
  EXPECT_TRUE(scope("Local").contains("bank='central'"));
  EXPECT_TRUE(eventually([this] { return !scope("Module").filter("known=Map(2)").isEmpty(); }))
      << scope("Module").join('|').toStdString();

  debugger().pages().setCurrentWidget(debugger().watches().parentWidget());
  typeInto(debugger(), QStringLiteral("Expression to watch"), QStringLiteral("letters * known.size"));
  EXPECT_TRUE(eventually([this] { return watches() == QStringList{"letters * known.size=14"}; }))
      << watches().join('|').toStdString();

  QTest::keyClick(&debugger().stack(), Qt::Key_F5);
  EXPECT_TRUE(eventually([this] { return !isPaused() && !runText().isEmpty(); }));
}

TEST_F(EngineerTaskTest, seesThePathFromOneModuleToAnother) {
  runUntilItHangs();
  clickModule("main.mjs");
  clickModule("rates.mjs", Qt::ShiftModifier);
  EXPECT_TRUE(says(modules(), QStringLiteral("Imports on the way: 3")));
  for (const char* step : {"./cart.mjs", "./price.mjs", "./rates.mjs"})
    EXPECT_TRUE(says(modules(), QLatin1String(step))) << step;
  clickModule("rates.mjs");
  clickModule("main.mjs", Qt::ShiftModifier);
  EXPECT_TRUE(says(modules(), QStringLiteral("No imports lead from")));
}

TEST_F(EngineerTaskTest, findsTheModuleThatBlocksTheOthersAndWhereItWaits) {
  runUntilItHangs();
  EXPECT_TRUE(runText().contains(QStringLiteral("await"))) << runText().toStdString();
  EXPECT_EQ(statusOf("rates.mjs"), ModuleStatus::AwaitingTopLevel);
  ASSERT_EQ(modules().view().shape().layout.cycles.size(), 1u) << "cart and price";
  clickModule("rates.mjs");
  EXPECT_TRUE(says(modules(), QStringLiteral("awaits at line %1").arg(kAwait + 1)));
  for (const char* blocked : {"main.mjs", "cart.mjs", "price.mjs"}) {
    const QString remark = rows(QStringLiteral("Modules")).filter(QStringLiteral("| rates.mjs |")).value(0);
    EXPECT_TRUE(remark.section(QStringLiteral("blocks"), 1).contains(QLatin1String(blocked))) << remark.toStdString();
  }
  // The place of the await is a double click away.
  QTest::mouseDClick(modules().view().viewport(), Qt::LeftButton, {}, modules().view().pointOf(module("rates.mjs")));
  EXPECT_EQ(window().area().currentDocument()->url().fileName(), QStringLiteral("rates.mjs"));
  EXPECT_EQ(editor().cursor().line, kAwait);

  // Once it is answered everything goes on, and the graph says so.
  window().area().open(QStringLiteral("a.js"));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventuallyLogged("the total is 42")) << consoleLines().join('\n').toStdString();
  for (const char* name : {"main.mjs", "cart.mjs", "price.mjs", "rates.mjs"})
    EXPECT_TRUE(eventually([&] { return statusOf(name) == ModuleStatus::Evaluated; })) << name;
}

TEST_F(EngineerTaskTest, readsTheGraphAsATableInTheOrderOfEvaluation) {
  runUntilItHangs();
  pressButton(modules(), QStringLiteral("Show as table"));
  const QStringList shown = rows(QStringLiteral("Modules"));
  ASSERT_EQ(shown.size(), 4);
  EXPECT_TRUE(shown.filter(QStringLiteral("| rates.mjs |")).value(0).startsWith(QStringLiteral("1 | ")))
      << shown.join('\n').toStdString();
  EXPECT_TRUE(shown.filter(QStringLiteral("| main.mjs |")).value(0).contains(QStringLiteral("| 1 | 0 |")))
      << "imports one, imported by none: " << shown.join('\n').toStdString();
  // Choosing a row chooses the module, also in the picture.
  modules().table().selectRow(0);
  EXPECT_GE(modules().view().chosenModule(), 0);
}

TEST_F(EngineerTaskTest, stopsAtTheFirstStatementAndGoesOn) {
  window().area().open(QStringLiteral("a.js"));
  type(QStringLiteral("var answer = 42;\nconsole.log('the answer is', answer)"));
  clickTool(ActionId::Debug);
  ASSERT_TRUE(eventually([this] { return isPaused(); }));
  EXPECT_EQ(status("engineState"), QStringLiteral("Engine: paused"));
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("the answer is 42")));
  press(QStringLiteral("F5"));
  EXPECT_TRUE(eventuallyLogged("the answer is 42"));
  EXPECT_TRUE(eventuallyIdle());
}

}  // namespace
}  // namespace vmscope::ui
