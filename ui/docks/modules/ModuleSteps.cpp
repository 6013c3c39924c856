#include "ui/docks/modules/ModuleSteps.h"

#include <QAction>
#include <QUrl>

#include "ui/Workbench.h"
#include "ui/client/EngineSession.h"
#include "ui/client/ModulesClient.h"
#include "ui/docks/modules/ModuleGraph.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"
#include "ui/workspace/Document.h"

namespace vmscope::ui {

namespace modules = protocol::modules;

namespace {

QString messageOf(const protocol::runtime::ExceptionDetails& details) {
  const auto& thrown = details.exception;
  const std::string text = thrown && thrown->description ? *thrown->description : details.text;
  return QString::fromStdString(text).section(QLatin1Char('\n'), 0, 0);
}

// A refusal and an exception are both told; success shows in the graph.
template <class Result>
void tellFailure(Workbench& workbench, const Reply<Result>& reply) {
  reply.otherwise(&workbench, [&workbench](const ProtocolError& error) {
    workbench.showStatus(error.message, Workbench::StatusKind::Warning);
  });
  if constexpr (requires(const Result& result) { result.exceptionDetails; }) {
    reply.then(&workbench, [&workbench](const Result& result) {
      if (result.exceptionDetails)
        workbench.showStatus(messageOf(*result.exceptionDetails), Workbench::StatusKind::Warning);
    });
  }
}

}  // namespace

ModuleSteps::ModuleSteps(Workbench& workbench, QObject* parent) : QObject(parent), workbench_(workbench) {
  connect(add("parse", tr("P&arse"), tr("Make a module of the document that is edited")), &QAction::triggered, this,
          &ModuleSteps::parse);
  const auto addStep = [this](Step step, const char* icon, const QString& text, const QString& explanation) {
    connect(add(icon, text, explanation), &QAction::triggered, this, [this, step] { take(step); });
  };
  addStep(Link, "link", tr("&Link"), tr("Find a module for each import of the chosen one"));
  addStep(Instantiate, "instantiate", tr("&Instantiate"), tr("Connect the chosen module's imports with exports"));
  addStep(Evaluate, "evaluate", tr("&Evaluate"), tr("Run the body of the chosen module and of all it reaches"));
  addStep(Remove, "remove", tr("&Remove"), tr("Forget the chosen module"));
  connect(&workbench_, &Workbench::currentDocumentChanged, this, &ModuleSteps::update);
  connect(&workbench_, &Workbench::currentContextChanged, this, &ModuleSteps::update);
  connect(&workbench_.session(), &EngineSession::stateChanged, this, &ModuleSteps::update);
  connect(&PastMoment::of(workbench_.session()), &PastMoment::changed, this, &ModuleSteps::update);
  connect(&workbench_.theme(), &Theme::changed, this, &ModuleSteps::updateIcons);
  updateIcons();
  update();
}

QAction* ModuleSteps::add(const char* icon, const QString& label, const QString& explanation) {
  auto* action = new QAction(this);
  labelAction(*action, label);
  action->setObjectName(QLatin1String(icon));
  action->setToolTip(explanation);
  action->setStatusTip(explanation);
  actions_.push_back(action);
  return action;
}

void ModuleSteps::updateIcons() {
  for (QAction* action : actions_) action->setIcon(workbench_.theme().icon(action->objectName()));
}

void ModuleSteps::setModule(const ModuleNode* module) {
  module_ = module ? module->id.toStdString() : std::string();
  const ModuleStatus status = module ? module->toldStatus : ModuleStatus::Errored;
  canLink_ = module && status == ModuleStatus::Unlinked;
  canEvaluate_ = module && (status == ModuleStatus::Linked || status == ModuleStatus::Evaluated);
  update();
}

void ModuleSteps::update() {
  const bool isNow = workbench_.session().isUsable() && !PastMoment::of(workbench_.session()).scene();
  const Document* document = workbench_.currentDocument();
  const bool isModule = document && document->kind() == Document::Kind::Module;
  actions_[Parse]->setEnabled(isNow && isModule && workbench_.currentContext() != 0);
  actions_[Link]->setEnabled(isNow && canLink_);
  actions_[Instantiate]->setEnabled(isNow && canLink_);
  actions_[Evaluate]->setEnabled(isNow && canEvaluate_);
  actions_[Remove]->setEnabled(isNow && !module_.empty());
}

void ModuleSteps::parse() {
  const Document* document = workbench_.currentDocument();
  if (!document) return;
  modules::CreateParams params;
  params.executionContextId = workbench_.currentContext();
  params.kind = modules::Kind::SourceText;
  params.identifier = document->sourceName().toStdString();
  params.source = document->utf8().toStdString();
  const auto reply = workbench_.session().modules().create(params);
  tellFailure(workbench_, reply);
  reply.then(this, [this](const modules::CreateResult& result) {
    if (result.module) emit parsed(QString::fromStdString(result.module->moduleId));
  });
}

void ModuleSteps::take(Step step) {
  ModulesClient& client = workbench_.session().modules();
  if (step == Link) return tellFailure(workbench_, client.link({module_, {}}));
  if (step == Instantiate) return tellFailure(workbench_, client.instantiate({module_}));
  if (step == Remove) return tellFailure(workbench_, client.remove({module_}));
  modules::EvaluateParams params;
  params.moduleId = module_;
  tellFailure(workbench_, client.evaluate(params));
}

}  // namespace vmscope::ui
