#include "ui/window/RunControl.h"

#include "tests/ui/e2e/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/RuntimeClient.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Desktop.h"
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
  desktop().workspace().assign(QStringLiteral("main.mjs"), QStringLiteral("alpha"));
  window().area().open(QStringLiteral("main.mjs"));
  clickTool(ActionId::Run);
  EXPECT_TRUE(eventuallySays(QStringLiteral("main.mjs in alpha waits at a top-level await")))
      << runText().toStdString();
  evaluate("resolve()");
  EXPECT_TRUE(eventuallySays(QStringLiteral("main.mjs in alpha is evaluated"))) << runText().toStdString();
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
