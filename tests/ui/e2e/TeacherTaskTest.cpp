#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/console/ConsoleDock.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/timeline/TimelineDock.h"
#include "ui/docks/timeline/TraceLog.h"
#include "ui/editor/EditorArea.h"
#include "ui/theme/Theme.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {
namespace {

// Somebody who teaches, in front of a projector.
class TeacherTaskTest : public TaskTest {
 protected:
  void SetUp() override {
    write(QStringLiteral("a.js"), kAsyncScript);
    open();
    window().layouts().apply(QStringLiteral("teaching"));
    ASSERT_TRUE(eventually([this] { return lane("alpha") && lane("beta"); }));
  }

  TimelineDock& timeline() { return *window().findChild<TimelineDock*>(); }
  ConsoleModel& lines() { return window().findChild<ConsoleDock*>()->model(); }
  void hold(const char* document, const char* context) {
    window().area().open(QLatin1String(document));
    ASSERT_TRUE(eventually([&] { return microtasks().board().currentQueue() == lane(context)->id; }));
    clickTool(ActionId::HoldQueue);
    ASSERT_TRUE(eventually([&] { return lane(context)->isHeld; }));
  }
  // Records a run whose two jobs are stepped by hand.
  void recordASteppedRun() {
    hold("b.js", "beta");
    hold("a.js", "alpha");
    press(QStringLiteral("Ctrl+Alt+R"));
    ASSERT_TRUE(eventually([this] { return timeline().log().isRecording(); }));
    clickTool(ActionId::Run);
    ASSERT_TRUE(eventuallyLogged("script done"));
    ASSERT_TRUE(eventually([this] { return lane("alpha")->length == 1; }));
    clickTool(ActionId::StepQueue);
    ASSERT_TRUE(eventuallyLogged("after one"));
    clickTool(ActionId::StepQueue);
    ASSERT_TRUE(eventuallyLogged("after two"));
    ASSERT_TRUE(eventually([this] { return lane("alpha")->length == 0 && !lane("alpha")->running; }));
    press(QStringLiteral("Ctrl+Alt+R"));
    ASSERT_TRUE(eventually([this] { return !timeline().log().isRecording() && recordedEnds() == 2; }))
        << "the last page comes after the recording has ended";
  }
  int recordedEnds() {
    int ends = 0;
    for (int row = 0; row < timeline().log().count(); ++row)
      ends += timeline().log().at(row).kind == TraceRecord::Kind::JobEnd ? 1 : 0;
    return ends;
  }
  QString lastLineThere() { return lines().index(lines().lastPresentRow()).data().toString(); }
  QPushButton* backToNow() {
    for (auto* button : microtasks().findChildren<QPushButton*>()) {
      if (button->isVisible() && button->text() == "Back to now") return button;
    }
    return nullptr;
  }
  void chooseLanguage(const QString& field, int row) {
    press(QStringLiteral("Ctrl+,"));
    const auto* dialog = window().findChild<QDialog*>(QStringLiteral("preferencesDialog"));
    ASSERT_NE(dialog, nullptr);
    for (auto* choice : dialog->findChildren<QComboBox*>()) {
      if (choice->accessibleName() != field) continue;
      choice->setFocus();
      QTest::keyClick(choice, Qt::Key_Home);
      for (int step = 0; step < row; ++step) QTest::keyClick(choice, Qt::Key_Down);
    }
    QTest::keyClick(window().findChild<QDialog*>(QStringLiteral("preferencesDialog")), Qt::Key_Return);
  }
};

TEST_F(TeacherTaskTest, fillsTheProjectorWithTheQueues) {
  EXPECT_DOUBLE_EQ(desktop().theme().scale(), 1.5);
  for (const char* dock : {"microtasks", "modules", "timeline", "console"})
    EXPECT_TRUE(window().findChild<QDockWidget*>(QLatin1String(dock))->isVisible()) << dock;
}

TEST_F(TeacherTaskTest, holdsTheQueuesAndStepsBackAndForthInTheTimeline) {
  recordASteppedRun();
  EXPECT_EQ(backToNow(), nullptr);
  // Back to before the second step: its job waits again, and its line is not there yet.
  ASSERT_TRUE(eventually([this] {
    press(QStringLiteral("Ctrl+Alt+Left"));
    return lane("alpha")->length == 1;
  }));
  EXPECT_EQ(lastLineThere(), QStringLiteral("after one"));
  EXPECT_EQ(lane("alpha")->jobs.front().kind, JobKind::Await);
  EXPECT_TRUE(says(microtasks(), QStringLiteral("As it was at")));
  const int earlier = timeline().position();
  // Forth: the job runs.
  press(QStringLiteral("Ctrl+Alt+Right"));
  EXPECT_EQ(timeline().position(), earlier + 1);
  EXPECT_TRUE(eventually([this] { return lane("alpha")->running.has_value(); }));
  EXPECT_EQ(lane("alpha")->length, 0);
  // To the very beginning and back to now in one click.
  timeline().setFocus();
  press(QStringLiteral("Ctrl+Alt+Left"));
  ASSERT_NE(backToNow(), nullptr);
  QTest::mouseClick(backToNow(), Qt::LeftButton);
  EXPECT_EQ(backToNow(), nullptr);
  EXPECT_TRUE(eventually([this] { return lane("alpha")->length == 0 && !lane("alpha")->running; }));
  EXPECT_EQ(lastLineThere(), QStringLiteral("after two"));
}

TEST_F(TeacherTaskTest, switchesToChineseInTheMiddleOfIt) {
  recordASteppedRun();
  clickTool(ActionId::Run);
  ASSERT_TRUE(eventually([this] { return lane("alpha")->length == 1; }));
  chooseLanguage(QStringLiteral("Language"), 2);
  ASSERT_TRUE(eventually([this] { return window().menuBar()->actions().front()->text().contains(u'文'); }));
  ASSERT_TRUE(eventually([this] { return lane("alpha") && lane("alpha")->length == 1; })) << "the jobs still wait";
  EXPECT_TRUE(lane("alpha")->isHeld);
  EXPECT_TRUE(consoleLines().contains(QStringLiteral("after two")));
  EXPECT_GT(timeline().log().count(), 6) << "the recording is kept";
  EXPECT_EQ(editor().document().text(), QLatin1String(kAsyncScript));
  clickTool(ActionId::StepQueue);
  EXPECT_TRUE(eventually([this] { return consoleLines().count(QStringLiteral("after one")) == 2; }));
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
  chooseLanguage(QString::fromUtf8("语言"), 1);
  EXPECT_TRUE(eventually([this] { return window().menuBar()->actions().front()->text() == "&File"; }));
}

}  // namespace
}  // namespace vmscope::ui
