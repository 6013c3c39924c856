#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>
#include <QTest>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/console/ConsoleDock.h"
#include "ui/docks/console/ConsoleInput.h"
#include "ui/docks/debugger/DebuggerDock.h"
#include "ui/docks/values/ValueTreeModel.h"
#include "ui/docks/values/ValueTreeView.h"
#include "ui/window/Desktop.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

// The docks of the real window with what the real engine answers.
class DocksWithEngineTest : public WindowTest {
 protected:
  ConsoleDock& console() { return *window().findChild<ConsoleDock*>(); }
  DebuggerDock& debugger() { return *window().findChild<DebuggerDock*>(); }

  QStringList lines() {
    QStringList out;
    for (int row = 0; row < console().model().rowCount(); ++row) out << console().model().index(row).data().toString();
    return out;
  }
  std::string lastLines(int count) {
    return lines().mid(std::max<qsizetype>(0, lines().size() - count)).join('|').toStdString();
  }
  bool eventuallySays(const QString& line) {
    return eventually([&] { return lines().contains(line); });
  }

  void speakTo(const char* context) {
    for (auto* choice : console().findChildren<QComboBox*>()) {
      if (choice->accessibleName() != "Context to evaluate in") continue;
      choice->setCurrentIndex(choice->findText(QLatin1String(context)));
      emit choice->activated(choice->currentIndex());
    }
  }
  void enter(const char* text) {
    type(text);
    QTest::keyClick(&console().input(), Qt::Key_Escape);  // a list of names that may be open
    QTest::keyClick(&console().input(), Qt::Key_Return);
  }
  void type(const char* text) {
    console().input().setFocus();
    console().input().setPlainText(QString());
    QTest::keyClicks(&console().input(), QString::fromUtf8(text));
  }
  QStringList childNames(const QModelIndex& parent) {
    QStringList out;
    const QAbstractItemModel& model = *debugger().scopes().model();
    for (int row = 0; row < model.rowCount(parent); ++row) {
      out << model.index(row, 0, parent).data().toString() + "=" + model.index(row, 1, parent).data().toString();
    }
    return out;
  }
  QModelIndex scope(const char* name) {
    const QAbstractItemModel& model = *debugger().scopes().model();
    for (int row = 0; row < model.rowCount(); ++row) {
      if (model.index(row, 0).data().toString() == QLatin1String(name)) return model.index(row, 0);
    }
    return {};
  }
  bool isPaused() { return desktop().session().state() == EngineSession::State::Paused; }
};

TEST_F(DocksWithEngineTest, aProgramTypedIntoTheMainContextHasNodesModulesAndTheFilesOfTheWorkspace) {
  write(QStringLiteral("lib.js"), "exports.answer = 42");
  open();
  speakTo("main");
  enter("require('./lib.js').answer");
  EXPECT_TRUE(eventuallySays(QStringLiteral("42"))) << lastLines(3);
  enter("vm.isContext(vm.createContext({}, { name: 'made here' }))");
  EXPECT_TRUE(eventuallySays(QStringLiteral("true"))) << lastLines(3);
  const auto isMadeHere = [](const EngineContext& context) { return context.name == QLatin1String("made here"); };
  EXPECT_TRUE(eventually([&] { return std::ranges::any_of(desktop().session().contexts().all(), isMadeHere); }));
}

TEST_F(DocksWithEngineTest, aLongArrayAndAMapOpenByHundreds) {
  open();
  speakTo("alpha");
  const auto openLine = [this](const QString& start) {
    for (int row = console().model().rowCount() - 1; row >= 0; --row) {
      if (!lines()[row].trimmed().startsWith(start)) continue;
      console().model().setOpen(row, true);
      return true;
    }
    return false;
  };
  const auto eventuallyShows = [this](const QString& line) {
    return eventually([&] {
      const QStringList shown = lines();
      return std::any_of(shown.begin(), shown.end(), [&](const QString& each) { return each.trimmed() == line; });
    });
  };
  enter("Array.from({length: 12345}, (_, i) => i * 2)");
  ASSERT_TRUE(eventually([&] { return openLine("(12345)"); }));
  ASSERT_TRUE(eventuallyShows("[10000 … 12344]")) << lastLines(8);
  EXPECT_TRUE(eventuallyShows("length: 12345")) << lastLines(8);
  ASSERT_TRUE(openLine("[10000 …"));
  ASSERT_TRUE(eventuallyShows("[12300 … 12344]")) << lastLines(8);
  ASSERT_TRUE(openLine("[12300 …"));
  EXPECT_TRUE(eventuallyShows("12344: 24688")) << lastLines(60);

  enter("new Map(Array.from({length: 150}, (_, i) => ['key' + i, i]))");
  ASSERT_TRUE(eventually([&] { return openLine("Map(150)"); }));
  ASSERT_TRUE(eventually([&] { return openLine("[[Entries]]"); })) << lastLines(8);
  ASSERT_TRUE(eventuallyShows("[100 … 149]")) << lastLines(8);
  ASSERT_TRUE(openLine("[100 … 149]"));
  EXPECT_TRUE(eventuallyShows("149: {\"key149\" => 149}")) << lastLines(60);
}

TEST_F(DocksWithEngineTest, aRejectionThatNobodyHandlesIsSaid) {
  open();
  speakTo("alpha");
  enter("void Promise.reject(new Error('boom'))");
  ASSERT_TRUE(eventually([&] {
    const QStringList shown = lines();
    return std::any_of(shown.begin(), shown.end(),
                       [](const QString& line) { return line.startsWith("Uncaught (in promise) Error: boom"); });
  })) << lastLines(6);
  EXPECT_EQ(console().model().count(ConsoleLevel::Error), 1);
}

TEST_F(DocksWithEngineTest, theConsoleAwaitsAtTopLevelInAContextWithItsOwnQueue) {
  open();
  speakTo("beta");
  enter("await Promise.resolve({a: [1, 2], 'b c': new Map([['k', 1n]])})");
  EXPECT_TRUE(eventually([this] { return lines().size() >= 2; }));
  EXPECT_EQ(lastLines(1), "{a: Array(2), b c: Map(1)}");
  console().model().setOpen(console().model().rowCount() - 1, true);
  EXPECT_TRUE(eventuallySays("a: (2) [1, 2]"));
  EXPECT_TRUE(eventuallySays("b c: Map(1) {'k' => 1n}"));
  EXPECT_TRUE(eventuallySays("[[Prototype]]: Object"));
}

TEST_F(DocksWithEngineTest, theConsoleLetsAConstantBeDeclaredAgainAndShowsErrors) {
  open();
  speakTo("alpha");
  enter("const k = 1");
  enter("const k = 2; k");
  EXPECT_TRUE(eventuallySays("2"));
  enter("null.x");
  EXPECT_TRUE(eventuallySays("Uncaught TypeError: Cannot read properties of null (reading 'x')")) << lastLines(3);
  enter("Promise.reject(new Error('later')), 1");
  EXPECT_TRUE(eventually([this] { return !lines().filter(QRegularExpression("^Uncaught.* Error: later$")).isEmpty(); }))
      << lastLines(4);
}

TEST_F(DocksWithEngineTest, theConsolePreviewsOnlyWhatHasNoSideEffect) {
  open();
  speakTo("alpha");
  const auto preview = [this] {
    for (QLabel* label : console().findChildren<QLabel*>()) {
      if (label->accessibleName() == "Value of the expression so far" && label->isVisible()) return label->text();
    }
    return QString();
  };
  type("[1, 2].map(x => x * 2)");
  EXPECT_TRUE(eventually([&] { return preview() == "(2) [2, 4]"; })) << preview().toStdString();
  type("globalThis.touched = 1");
  enter("typeof touched");
  EXPECT_TRUE(eventuallySays("'undefined'")) << lastLines(2);
}

TEST_F(DocksWithEngineTest, theConsoleCompletesFromTheLiveContext) {
  open();
  speakTo("alpha");
  enter("const warehouse = {apples: 1, pears: 2}");
  EXPECT_TRUE(eventuallySays("undefined"));
  const auto names = [this] {
    QStringList out;
    const QAbstractItemModel& model = *console().input().findChild<QCompleter*>()->completionModel();
    for (int row = 0; row < model.rowCount(); ++row) out << model.index(row, 0).data().toString();
    return out;
  };
  type("ware");
  EXPECT_TRUE(eventually([&] { return names() == QStringList({"warehouse"}); })) << names().join('|').toStdString();
  QTest::keyClick(&console().input(), Qt::Key_Escape);
  type("warehouse.p");
  EXPECT_TRUE(eventually([&] { return names().contains("pears"); })) << names().join('|').toStdString();
}

TEST_F(DocksWithEngineTest, theConsoleGroupsCountsAndTables) {
  write("a.js",
        "console.group('outer');\nconsole.table([{n: 1}, {n: 2}]);\nconsole.groupEnd();\n"
        "console.count('c');\nconsole.assert(false, 'no');\nconsole.dir({x: {y: 1}});\nconsole.trace('here');\n");
  open();
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventuallySays("here")) << lastLines(20);
  EXPECT_TRUE(lines().contains("│ (index) │ n │")) << lastLines(20);
  EXPECT_TRUE(lines().contains("│ 1       │ 2 │")) << lastLines(20);
  EXPECT_TRUE(lines().contains("c: 1")) << lastLines(20);
  EXPECT_TRUE(lines().contains("Assertion failed: no")) << lastLines(20);
  EXPECT_TRUE(eventuallySays("x: {y: 1}")) << lastLines(20) << ": console.dir opens its object";
}

TEST_F(DocksWithEngineTest, theDebuggerShowsScopesAndWritesThem) {
  write("a.js",
        "function add(a, b) {\n  const sum = a + b;\n  return sum * 1;\n}\nconsole.log('result', add(2, 3));\n");
  open();
  Breakpoint breakpoint;
  breakpoint.document = "a.js";
  breakpoint.line = 1;
  desktop().workspace().breakpoints().set(breakpoint);
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return isPaused(); }));
  ASSERT_TRUE(eventually([this] { return childNames(scope("Local")).contains("a=2"); }))
      << childNames(scope("Local")).join('|').toStdString();
  EXPECT_EQ(debugger().stack().model()->index(0, 0).data().toString(), "add");
  EXPECT_EQ(debugger().stack().model()->rowCount(), 2);

  speakTo("alpha");
  enter("a + 40");
  EXPECT_TRUE(eventuallySays("42")) << "the console sees the frame";

  const QModelIndex local = scope("Local");
  auto& model = const_cast<QAbstractItemModel&>(*debugger().scopes().model());
  const int row = static_cast<int>(childNames(local).indexOf("b=3"));
  ASSERT_GE(row, 0);
  ASSERT_TRUE(model.setData(model.index(row, 1, local), "a * 5"));
  EXPECT_TRUE(eventually([this] { return childNames(scope("Local")).contains("b=10"); }));

  QTest::keyClick(&debugger().stack(), Qt::Key_F10);
  EXPECT_TRUE(eventually([this] { return childNames(scope("Local")).contains("sum=12"); }))
      << childNames(scope("Local")).join('|').toStdString();
  QTest::keyClick(&debugger().stack(), Qt::Key_F5);
  EXPECT_TRUE(eventuallySays("result 12")) << lastLines(3);
  EXPECT_FALSE(isPaused());
}

}  // namespace
}  // namespace vmscope::ui
