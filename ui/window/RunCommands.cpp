#include "ui/window/RunCommands.h"

#include <QAction>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/editor/EditorArea.h"
#include "ui/window/Actions.h"
#include "ui/window/Preferences.h"
#include "ui/window/RunControl.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

RunCommands::RunCommands(const Parts& parts, QObject* parent) : QObject(parent), parts_(parts) {
  connectActions();
  connect(&parts_.runs, &RunControl::started, this, &RunCommands::showWhatIsPossible);
  connect(&parts_.runs, &RunControl::finished, this, &RunCommands::showWhatIsPossible);
  connect(&parts_.area, &EditorArea::currentEditorChanged, this, &RunCommands::followEditor);
  EngineSession& session = parts_.workbench.session();
  connect(&session, &EngineSession::stateChanged, this, &RunCommands::showWhatIsPossible);
  connect(&session.contexts(), &EngineContexts::added, this, &RunCommands::choosePlaceToRun);
  connect(&session.contexts(), &EngineContexts::changed, this, &RunCommands::choosePlaceToRun);
  connect(&parts_.workbench.workspace(), &Workspace::contextsChanged, this, &RunCommands::followDocumentsContext);
  showWhatIsPossible();
}

void RunCommands::connectActions() {
  connect(&parts_.actions[ActionId::Run], &QAction::triggered, this, [this] { run(RunStart::Free); });
  connect(&parts_.actions[ActionId::Debug], &QAction::triggered, this,
          [this] { run(RunStart::PausedAtFirstStatement); });
  connect(&parts_.actions[ActionId::Stop], &QAction::triggered, &parts_.runs, &RunControl::stop);
  connect(&parts_.workbench, &Workbench::runWanted, this, [this] { run(RunStart::Free); });
}

void RunCommands::run(RunStart start) {
  const Document* document = parts_.area.currentDocument();
  if (!document) return parts_.workbench.showStatus(tr("Open a document to run it."));
  if (parts_.workbench.currentContext() == 0) return parts_.workbench.showStatus(whyNowhere());
  RunRequest request = requestFor(*document, parts_.workbench.workspace().nameOf(*document));
  request.start = start;
  request.executionContextId = parts_.workbench.currentContext();
  request.timeoutMilliseconds = parts_.preferences.current().runTimeoutMilliseconds;
  parts_.runs.run(request);
}

QString RunCommands::whyNowhere() const {
  const Workspace& workspace = parts_.workbench.workspace();
  const QString context = workspace.contextOf(workspace.nameOf(*parts_.area.currentDocument()));
  const QString reason = parts_.workbench.session().failureOf(context);
  return reason.isEmpty() ? tr("Choose a context to run it in.")
                          : tr("Its context %1 could not be made: %2").arg(context, reason);
}

void RunCommands::followEditor() {
  showWhatIsPossible();
  parts_.workbench.setCurrentDocument(parts_.area.currentDocument());
  if (parts_.area.currentDocument()) followDocumentsContext();
}

// A document that belongs to a context runs there or not at all; others run in what was chosen last.
void RunCommands::followDocumentsContext() {
  Workbench& workbench = parts_.workbench;
  const EngineContexts& contexts = workbench.session().contexts();
  const Document* document = parts_.area.currentDocument();
  const QString name = document ? workbench.workspace().contextOf(workbench.workspace().nameOf(*document)) : QString();
  const EngineContext* context = contexts.findByKey(name);
  if (name.isEmpty()) {
    if (contexts.find(workbench.currentContext())) return;
    const Workspace& workspace = workbench.workspace();
    const bool hasContexts = workspace.folder().isEmpty() || !workspace.contexts().empty();
    context = hasContexts ? contexts.firstOfWorkspace() : contexts.main();  // a folder of scripts runs as it is
  }
  workbench.setCurrentContext(context ? context->id : 0);
}

void RunCommands::choosePlaceToRun() {
  if (!parts_.workbench.session().contexts().find(parts_.workbench.currentContext())) followDocumentsContext();
}

void RunCommands::showWhatIsPossible() {
  const EngineSession& session = parts_.workbench.session();
  const bool isUsable = session.isUsable();
  const bool isBusy = parts_.runs.isRunning() || session.state() == EngineSession::State::Running ||
                      session.state() == EngineSession::State::Paused;
  const bool canRun = isUsable && !parts_.runs.isRunning() && parts_.area.currentDocument();
  parts_.actions[ActionId::Run].setEnabled(canRun);
  parts_.actions[ActionId::Debug].setEnabled(canRun);
  parts_.actions[ActionId::Stop].setEnabled(isUsable && isBusy);
  parts_.actions[ActionId::CollectGarbage].setEnabled(isUsable);
}

}  // namespace vmscope::ui
