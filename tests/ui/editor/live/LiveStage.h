#pragma once

#include <QElapsedTimer>
#include <QSignalSpy>
#include <functional>

#include "tests/ui/editor/Stage.h"
#include "ui/Navigator.h"
#include "ui/Workbench.h"
#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineProcess.h"
#include "ui/client/EngineSession.h"
#include "ui/client/ModulesClient.h"
#include "ui/client/RuntimeClient.h"
#include "ui/client/VmClient.h"
#include "ui/editor/live/BreakpointBinder.h"
#include "ui/editor/live/LiveEditing.h"

namespace vmscope::ui::tests {

class NoNavigator : public Navigator {
 public:
  void open(const SourcePlace&, Emphasis) override {}
  void clear(Emphasis) override {}
};

// An editor area with a real engine that has one context, `alpha`, to which app.js belongs.
struct LiveStage : Stage {
  explicit LiveStage(const QByteArray& content = {}) : Stage(content) {
    WorkspaceContext alpha;
    alpha.name = "alpha";
    alpha.documents = {"app.js"};
    workspace.putContext("alpha", alpha);
    ContextRecipe recipe;
    recipe.key = "alpha";
    recipe.name = "alpha";
    session.setRecipes({recipe});
    session.startFresh();
    waitFor([&] { return session.contexts().findByKey("alpha") != nullptr; }, "the context");
  }

  // Lets events happen until something holds.
  static void waitFor(const std::function<bool()>& holds, const char* what) {
    if (!QTest::qWaitFor(holds, 10000)) ADD_FAILURE() << "waited in vain for " << what;
  }

  void runScript() {
    protocol::vm::RunScriptParams params;
    params.executionContextId = session.contexts().findByKey("alpha")->id;
    params.source = text();
    params.url = area.currentDocument()->url().toString().toStdString();
    session.vm().runScript(params);
  }

  EngineSession session{std::make_unique<EngineProcess>(EngineProcess::Options{})};
  LiveEditing live{{area, session, workspace}, nullptr};
  NoNavigator navigator;
  Workbench workbench{{session, workspace, theme, navigator}};
  BreakpointBinder& binder = BreakpointBinder::of(workbench.session(), workbench.workspace());
};

}  // namespace vmscope::ui::tests
