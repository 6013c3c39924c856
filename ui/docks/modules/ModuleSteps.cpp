#include "ui/docks/modules/ModuleSteps.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include "ui/Workbench.h"
#include "ui/client/EngineSession.h"
#include "ui/client/ModulesClient.h"
#include "ui/docks/modules/ModuleGraph.h"

namespace vmscope::ui {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(ModuleSteps)
};

// A refusal and an exception are both told; success shows in the graph.
template <class Result>
void tellFailure(Workbench& workbench, const Reply<Result>& reply) {
  reply.otherwise(&workbench, [&workbench](const ProtocolError& error) {
    workbench.showStatus(error.message, Workbench::StatusKind::Warning);
  });
  if constexpr (requires(const Result& result) { result.exceptionDetails; }) {
    reply.then(&workbench, [&workbench](const Result& result) {
      if (!result.exceptionDetails) return;
      const auto& thrown = result.exceptionDetails->exception;
      const std::string text = thrown && thrown->description ? *thrown->description : result.exceptionDetails->text;
      workbench.showStatus(QString::fromStdString(text).section(QLatin1Char('\n'), 0, 0),
                           Workbench::StatusKind::Warning);
    });
  }
}

}  // namespace

ModuleSteps::ModuleSteps(Workbench& workbench, const ModuleNode& module)
    : workbench_(workbench),
      id_(module.id.toStdString()),
      canLink_(module.status == ModuleStatus::Unlinked),
      canEvaluate_(module.status == ModuleStatus::Linked || module.status == ModuleStatus::Evaluated) {}

void ModuleSteps::addTo(QMenu& menu) const {
  Workbench& workbench = workbench_;
  ModulesClient& client = workbench.session().modules();
  const std::string id = id_;
  menu.addAction(Text::tr("Link"),
                 [&workbench, &client, id] {
                   tellFailure(workbench, client.link({id, {}}));
                 })
      ->setEnabled(canLink_);
  menu.addAction(Text::tr("Instantiate"),
                 [&workbench, &client, id] { tellFailure(workbench, client.instantiate({id})); })
      ->setEnabled(canLink_);
  QAction* evaluate = menu.addAction(Text::tr("Evaluate"), [&workbench, &client, id] {
    protocol::modules::EvaluateParams params;
    params.moduleId = id;
    tellFailure(workbench, client.evaluate(params));
  });
  evaluate->setEnabled(canEvaluate_);
  menu.addAction(Text::tr("Remove"), [&workbench, &client, id] { tellFailure(workbench, client.remove({id})); });
}

}  // namespace vmscope::ui
