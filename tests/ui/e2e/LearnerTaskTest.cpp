#include <QAbstractItemView>
#include <QTest>

#include "tests/ui/e2e/TaskTest.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/docks/microtasks/LanesView.h"
#include "ui/docks/microtasks/MicrotasksDock.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/window/Layouts.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {
namespace {

constexpr char kBeta[] =
    "Promise.reject(new Error('no')).catch(function mend() { console.log('mended') });\n"
    "console.log('beta done');\n";

// Somebody who learns: why is each job where it is?
class LearnerTaskTest : public TaskTest {
 protected:
  void SetUp() override {
    write(QStringLiteral("a.js"), kAsyncScript);
    write(QStringLiteral("b.js"), kBeta);
    open();
    window().layouts().apply(QStringLiteral("debugging"));
    ASSERT_TRUE(eventually([this] { return lane("alpha") && lane("beta"); }));
  }

  int rowOf(const Lane& lane) { return static_cast<int>(&lane - microtasks().board().lanes().data()); }

  void holdAndRunDocument(const char* document, const char* context, const char* lastLine) {
    window().area().open(QLatin1String(document));
    const auto isChosen = [&] { return microtasks().board().currentQueue() == lane(context)->id; };
    ASSERT_TRUE(eventually(isChosen)) << "the queue of the document's context";
    clickTool(ActionId::HoldQueue);
    ASSERT_TRUE(eventually([&] { return lane(context)->isHeld; }));
    clickTool(ActionId::Run);
    ASSERT_TRUE(eventuallyLogged(lastLine)) << consoleLines().join('\n').toStdString();
    ASSERT_TRUE(eventually([&] { return lane(context)->length == 1; }));
  }
  // A click on a job's chip.
  void clickJob(const char* context, int job) {
    LanesView& lanes = microtasks().lanes();
    const QRect chip = lanes.rectOf({rowOf(*lane(context)), job});
    QTest::mouseClick(lanes.viewport(), Qt::LeftButton, {}, chip.center());
  }
};

TEST_F(LearnerTaskTest, runsAsyncCodeInTwoContextsAndStepsEachJobByJob) {
  holdAndRunDocument("a.js", "alpha", "script done");
  ASSERT_TRUE(eventually([this] { return desktop().session().state() == EngineSession::State::Held; }));
  EXPECT_EQ(status("engineState"), QStringLiteral("Engine: jobs wait on a held queue"));
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("after one")));
  holdAndRunDocument("b.js", "beta", "beta done");
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("mended")));

  clickTool(ActionId::StepQueue);
  ASSERT_TRUE(eventuallyLogged("mended")) << "beta's queue is the current one";
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("after one")));

  window().area().open(QStringLiteral("a.js"));
  ASSERT_TRUE(eventually([this] { return microtasks().board().currentQueue() == lane("alpha")->id; }));
  clickTool(ActionId::StepQueue);
  ASSERT_TRUE(eventuallyLogged("after one"));
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("after two")));
  clickTool(ActionId::StepQueue);
  ASSERT_TRUE(eventuallyLogged("after two"));
  clickTool(ActionId::DrainQueue);
  clickTool(ActionId::HoldQueue);
  EXPECT_TRUE(eventually([this] { return !lane("alpha")->isHeld && lane("alpha")->length == 0; }));
}

TEST_F(LearnerTaskTest, readsWhyEachJobIsWhereItIs) {
  holdAndRunDocument("a.js", "alpha", "script done");
  holdAndRunDocument("b.js", "beta", "beta done");
  clickJob("alpha", 0);
  EXPECT_TRUE(says(microtasks(), QStringLiteral("await"))) << "what it is";
  EXPECT_TRUE(says(microtasks(), QStringLiteral("load · a.js:2"))) << "what goes on, and where it was suspended";
  EXPECT_TRUE(says(microtasks(), QStringLiteral("runs in alpha")));
  EXPECT_TRUE(says(microtasks(), QStringLiteral("enqueued by"))) << "who put it there";
  EXPECT_EQ(window().area().currentDocument()->url().fileName(), QStringLiteral("a.js"));
  EXPECT_EQ(editor().cursor().line, 1) << "the source of the job";

  clickJob("beta", 0);
  EXPECT_TRUE(says(microtasks(), QStringLiteral("catch of")));
  EXPECT_TRUE(says(microtasks(), QStringLiteral("mend · b.js:1")));
  EXPECT_TRUE(says(microtasks(), QStringLiteral("runs in beta")));

  // After a step the next job names the job that enqueued it.
  window().area().open(QStringLiteral("a.js"));
  const qint64 first = lane("alpha")->jobs.front().id;
  clickTool(ActionId::StepQueue);
  ASSERT_TRUE(eventually([&] { return lane("alpha")->length == 1 && lane("alpha")->jobs.front().id != first; }));
  clickJob("alpha", 0);
  EXPECT_TRUE(says(microtasks(), QStringLiteral("enqueued by job %1").arg(first)));

  // The same as text, for who cannot see the picture.
  const QStringList table = rows(QStringLiteral("Jobs of all queues"));
  EXPECT_EQ(table.size(), 2);
  EXPECT_TRUE(table.join('\n').contains(QStringLiteral("mend"))) << table.join('\n').toStdString();
}

TEST_F(LearnerTaskTest, seesThatAQueueWhichIsNotHeldDrainsByItself) {
  holdAndRunDocument("a.js", "alpha", "script done");
  window().area().open(QStringLiteral("b.js"));
  EXPECT_TRUE(eventually([this] { return !action(ActionId::HoldQueue).isChecked(); }));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventuallyLogged("mended"));
  EXPECT_FALSE(consoleLines().contains(QStringLiteral("after one")));
}

TEST_F(LearnerTaskTest, drainsAHeldQueueAtOnceWhenAsked) {
  holdAndRunDocument("a.js", "alpha", "script done");
  clickTool(ActionId::DrainQueue);
  EXPECT_TRUE(eventuallyLogged("after two"));
}

}  // namespace
}  // namespace vmscope::ui
