#include "ui/window/Desktop.h"

#include <QMessageBox>
#include <QTimer>

#include "ui/MainWindow.h"
#include "ui/Workbench.h"
#include "ui/client/EngineSession.h"
#include "ui/client/ProtocolTransport.h"
#include "ui/theme/Theme.h"
#include "ui/window/Layouts.h"
#include "ui/workspace/Workspace.h"

namespace vmscope::ui {

namespace {

constexpr auto kLastWorkspace = "workspace/last";

ContextRecipe recipeOf(const WorkspaceContext& context) {
  using CodeGeneration = WorkspaceContext::CodeGeneration;
  ContextRecipe recipe;
  recipe.key = recipe.name = context.name;
  recipe.origin = context.origin;
  recipe.queue =
      context.queue == WorkspaceContext::Queue::Own ? ContextRecipe::Queue::Own : ContextRecipe::Queue::Shared;
  recipe.globals = context.globalObject == WorkspaceContext::GlobalObject::Vanilla
                       ? ContextRecipe::Globals::Vanilla
                       : ContextRecipe::Globals::Contextified;
  recipe.contextObject = context.contextObject;
  recipe.allowsStrings = context.strings == CodeGeneration::Allowed;
  recipe.allowsWasm = context.wasm == CodeGeneration::Allowed;
  return recipe;
}

}  // namespace

Desktop::Desktop(const StartOptions& options, std::unique_ptr<ProtocolTransport> engine)
    : options_(options),
      preferences_(settings_),
      theme_(std::make_unique<Theme>()),
      workspace_(std::make_unique<Workspace>()),
      session_(std::make_unique<EngineSession>(std::move(engine))) {
  override(options);
  translation_.install(languageFor(preferences_.current().language));
  theme_->choose(preferences_.current().brightness);
  theme_->setMotion(preferences_.current().motion);
  theme_->setCodeFamily(preferences_.current().codeFamily);
  theme_->setScale(preferences_.current().scale);
  theme_->applyToApplication();
  connect(&preferences_, &PreferenceStore::changed, this, &Desktop::follow);
  connect(workspace_.get(), &Workspace::opened, this, &Desktop::passRecipesOn);
  connect(workspace_.get(), &Workspace::contextsChanged, this, &Desktop::passRecipesOn);
  makeWindow();
  if (options.mode != StartOptions::Mode::Window) return;
  connect(this, &Desktop::workspaceFailed, this,
          [this](const QString& reason) { QMessageBox::warning(window_.get(), tr("Open workspace"), reason); });
}

Desktop::~Desktop() = default;

void Desktop::show() {
  window_->show();
  session_->startFresh();
  QTimer::singleShot(0, this, &Desktop::openFirstWorkspace);
}

void Desktop::override(const StartOptions& options) {
  Preferences preferences = preferences_.current();
  if (options.brightness) preferences.brightness = *options.brightness;
  if (!options.language.isEmpty()) preferences.language = options.language;
  preferences_.override(preferences);
}

void Desktop::follow(const Preferences& before) {
  const Preferences& now = preferences_.current();
  if (now.brightness != before.brightness) theme_->choose(now.brightness);
  if (now.motion != before.motion) theme_->setMotion(now.motion);
  if (now.codeFamily != before.codeFamily) theme_->setCodeFamily(now.codeFamily);
  if (languageFor(now.language) == languageFor(before.language)) return;
  translation_.install(languageFor(now.language));
  // Not from inside the dialog that asked for it: it belongs to the window that goes.
  QTimer::singleShot(0, this, [this] {
    window_->stepAside();
    window_.reset();
    makeWindow();
    window_->show();
  });
}

void Desktop::makeWindow() {
  window_ = std::make_unique<MainWindow>(MainWindow::Parts{*session_, *workspace_, *theme_, preferences_, settings_});
  connect(window_.get(), &MainWindow::workspaceWanted, this, &Desktop::openWorkspace);
  if (!options_.layout.isEmpty()) window_->layouts().apply(options_.layout);
}

void Desktop::openFirstWorkspace() {
  const bool isAttended = options_.mode == StartOptions::Mode::Window;
  const QString last = isAttended ? settings_.value(kLastWorkspace).toString() : QString();
  if (options_.workspace.isEmpty()) {
    openLastWorkspace(last);
  } else {
    openWorkspace(options_.workspace);
  }
  for (const QString& document : options_.documents) window_->area().open(document);
}

// A folder that has gone since is no reason to begin with nothing.
void Desktop::openLastWorkspace(const QString& folder) {
  const auto problem = folder.isEmpty() ? std::nullopt : workspace_->open(folder);
  if (!folder.isEmpty() && !problem) return emit workspaceReady();
  openWorkspace({});
  if (!problem) return;
  window_->workbench().showStatus(tr("%1 The sample workspace is open instead.").arg(problem->message),
                                  Workbench::StatusKind::Warning);
}

void Desktop::openWorkspace(const QString& folder) {
  const auto problem = folder.isEmpty() ? workspace_->openSample() : workspace_->open(folder);
  if (problem) {
    emit workspaceFailed(problem->message);
    return;
  }
  if (options_.mode == StartOptions::Mode::Window) settings_.setValue(kLastWorkspace, folder);
  emit workspaceReady();
}

void Desktop::passRecipesOn() {
  std::vector<ContextRecipe> recipes;
  for (const WorkspaceContext& context : workspace_->contexts()) recipes.push_back(recipeOf(context));
  session_->setWorkingFolder(workspace_->folder());
  session_->setRecipes(std::move(recipes));
}

}  // namespace vmscope::ui
