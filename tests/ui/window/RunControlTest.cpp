#include "ui/window/RunControl.h"

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
#include "ui/window/RunStrip.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {
namespace {

class RunControlTest : public WindowTest {
 protected:
  void evaluate(const char* source) {
    EvaluateOptions options;
    options.executionContextId = desktop().session().contexts().findByKey(QStringLiteral("alpha"))->id;
    desktop().session().runtime().evaluate(QLatin1String(source), options);
  }

  bool eventuallySays(const QString& sentence) {
    return eventually([&] { return runText() == sentence; });
  }
};

TEST_F(RunControlTest, tellsWhatAPendingModuleCameToInTheEnd) {
  write(QStringLiteral("wait.mjs"),
        "await new Promise((resolve, reject) => Object.assign(globalThis, { resolve, reject }));");
  write(QStringLiteral("main.mjs"), "import './wait.mjs';");
  open();
  RunReport first, last;
  QObject::connect(&window().runs(), &RunControl::finished, &window(),
                   [&](const RunReport& report) { first = report; });
  QObject::connect(&window().runs(), &RunControl::settled, &window(), [&](const RunReport& report) { last = report; });
  desktop().workspace().assign(QStringLiteral("main.mjs"), QStringLiteral("alpha"));
  window().area().open(QStringLiteral("main.mjs"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventuallySays(QStringLiteral("main.mjs in alpha waits at a top-level await")))
      << runText().toStdString();
  evaluate("resolve()");
  EXPECT_TRUE(eventuallySays(QStringLiteral("main.mjs in alpha is evaluated"))) << runText().toStdString();
  EXPECT_GT(last.durationMicros, first.durationMicros) << "the wait is a part of it";
  EXPECT_FALSE(figuresOf(last).contains(QStringLiteral("job"))) << "they are not counted for modules";
}

TEST_F(RunControlTest, tellsWhatAPendingModuleThrewInTheEnd) {
  write(QStringLiteral("wait.mjs"),
        "await new Promise((resolve, reject) => Object.assign(globalThis, { resolve, reject }));");
  open();
  desktop().workspace().assign(QStringLiteral("wait.mjs"), QStringLiteral("alpha"));
  window().area().open(QStringLiteral("wait.mjs"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventuallySays(QStringLiteral("wait.mjs in alpha waits at a top-level await")))
      << runText().toStdString();
  evaluate("reject(new Error('too late'))");
  EXPECT_TRUE(eventually([this] {
    return runText().startsWith(QStringLiteral("wait.mjs in alpha threw Error: too late"));
  })) << runText().toStdString();
}

}  // namespace
}  // namespace vmscope::ui
