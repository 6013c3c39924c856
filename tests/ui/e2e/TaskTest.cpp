#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QTest>

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/theme/Theme.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"

namespace vmscope::ui {
namespace {

// What people come for, from beginning to end.
class TaskTest : public WindowTest {
 protected:
  QAbstractItemView* view(const QString& accessibleName) {
    for (QAbstractItemView* each : window().findChildren<QAbstractItemView*>()) {
      if (each->accessibleName() == accessibleName) return each;
    }
    return nullptr;
  }

  // The rows of a table or list as text, columns joined.
  QStringList rows(const QString& accessibleName) {
    QStringList found;
    const QAbstractItemView* shown = view(accessibleName);
    if (!shown) return found;
    const QAbstractItemModel* model = shown->model();
    for (int row = 0; row < model->rowCount(); ++row) {
      QStringList cells;
      for (int column = 0; column < model->columnCount(); ++column)
        cells << model->index(row, column).data().toString();
      found << cells.join(QStringLiteral(" | "));
    }
    return found;
  }

  bool eventuallyLogged(const char* line) {
    return eventually([&] { return consoleLines().contains(QLatin1String(line)); });
  }

  QString status(const char* name) { return window().findChild<QLabel*>(QLatin1String(name))->text(); }

  void holdAndRun(const QString& script) {
    type(script);
    clickTool(ActionId::HoldQueue);
    ASSERT_TRUE(eventually([this] { return action(ActionId::HoldQueue).isChecked(); }));
    clickTool(ActionId::Run);
    ASSERT_TRUE(eventuallyLogged("script done")) << consoleLines().join('\n').toStdString();
  }
};

constexpr char kAsyncScript[] =
    "async function load() { await null; console.log('after one'); await null; console.log('after two') }\n"
    "load();\n"
    "console.log('script done')";

TEST_F(TaskTest, aLearnerStepsJobByJobAndReadsWhyEachIsThere) {
  open();
  window().layouts().apply(QStringLiteral("debugging"));
  holdAndRun(QLatin1String(kAsyncScript));
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("after one")));
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Held; }))
      << status("engineState").toStdString();
  EXPECT_EQ(status("engineState"), QStringLiteral("Engine: jobs wait on a held queue"));
  const QString jobs = QStringLiteral("Jobs of all queues");
  ASSERT_TRUE(eventually([&] { return rows(jobs).size() == 1; })) << rows(jobs).join('\n').toStdString();
  EXPECT_TRUE(rows(jobs).front().contains(QStringLiteral("await"))) << rows(jobs).front().toStdString();
  EXPECT_TRUE(rows(jobs).front().contains(QStringLiteral("load"))) << rows(jobs).front().toStdString();

  clickTool(ActionId::StepQueue);
  ASSERT_TRUE(eventuallyLogged("after one"));
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("after two")));
  clickTool(ActionId::StepQueue);
  ASSERT_TRUE(eventuallyLogged("after two"));

  // The other context has a queue of its own: it is not held.
  window().area().open(QStringLiteral("b.js"));
  EXPECT_TRUE(eventually([this] { return !action(ActionId::HoldQueue).isChecked(); }));
  type(QStringLiteral("Promise.resolve().then(() => console.log('beta ran at once')); 0"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventuallyLogged("beta ran at once"));
}

TEST_F(TaskTest, aHeldQueueIsDrainedAtOnceWhenAsked) {
  open();
  holdAndRun(QLatin1String(kAsyncScript));
  clickTool(ActionId::DrainQueue);
  EXPECT_TRUE(eventuallyLogged("after two"));
  clickTool(ActionId::HoldQueue);
  EXPECT_TRUE(eventually([this] { return !action(ActionId::HoldQueue).isChecked(); }));
}

TEST_F(TaskTest, aTeacherRecordsStepsBackAndShowsItInTheBackRow) {
  open();
  window().layouts().apply(QStringLiteral("teaching"));
  EXPECT_DOUBLE_EQ(desktop().theme().scale(), 1.5);
  press(QStringLiteral("Ctrl+Alt+R"));
  type(QLatin1String(kAsyncScript));
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventuallyLogged("after two"));
  const QString recorded = QStringLiteral("Recorded rows");
  ASSERT_TRUE(eventually([&] { return view(recorded) && view(recorded)->model()->rowCount() >= 4; }));
  press(QStringLiteral("Ctrl+Alt+R"));
  const int last = view(recorded)->model()->rowCount() - 1;
  ASSERT_TRUE(eventually([&] {
    press(QStringLiteral("Ctrl+Alt+Left"));
    return view(recorded)->currentIndex().row() >= 0 && view(recorded)->currentIndex().row() < last;
  }));
  const int earlier = view(recorded)->currentIndex().row();
  press(QStringLiteral("Ctrl+Alt+Right"));
  EXPECT_TRUE(eventually([&] { return view(recorded)->currentIndex().row() > earlier; }));
}

TEST_F(TaskTest, anEngineerStopsAtTheFirstStatementAndGoesOn) {
  open();
  window().layouts().apply(QStringLiteral("debugging"));
  type(QStringLiteral("var answer = 42;\nconsole.log('the answer is', answer)"));
  clickTool(ActionId::Debug);
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Paused; }));
  EXPECT_EQ(status("engineState"), QStringLiteral("Engine: paused"));
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("the answer is 42")));
  press(QStringLiteral("F5"));
  EXPECT_TRUE(eventuallyLogged("the answer is 42"));
  EXPECT_TRUE(eventuallyIdle());
}

}  // namespace
}  // namespace vmscope::ui
