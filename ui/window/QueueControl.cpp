#include "ui/window/QueueControl.h"

#include <QAction>

#include "ui/Workbench.h"
#include "ui/client/EngineContexts.h"
#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/window/Actions.h"

namespace vmscope::ui {

namespace microtasks = protocol::microtasks;

QueueControl::QueueControl(Workbench& workbench, Actions& actions, QObject* parent)
    : QObject(parent), workbench_(workbench), actions_(actions) {
  connect(&actions_[ActionId::HoldQueue], &QAction::triggered, this, &QueueControl::hold);
  connect(&actions_[ActionId::StepQueue], &QAction::triggered, this, &QueueControl::step);
  connect(&actions_[ActionId::DrainQueue], &QAction::triggered, this, &QueueControl::drain);
  EngineSession& session = workbench_.session();
  connect(&session.microtasks(), &MicrotasksClient::queueChanged, this,
          [this](const microtasks::QueueChangedEvent& event) {
            remember(static_cast<int>(event.queue.queueId), event.queue.held);
          });
  connect(&session, &EngineSession::ready, this, &QueueControl::forget);
  connect(&session, &EngineSession::stateChanged, this, &QueueControl::show);
  connect(&workbench_, &Workbench::currentContextChanged, this, &QueueControl::show);
  show();
}

int QueueControl::currentQueue() const {
  const EngineContext* context = workbench_.session().contexts().find(workbench_.currentContext());
  return context ? context->queueId : 0;
}

void QueueControl::hold(bool held) {
  const int queue = currentQueue();
  workbench_.session()
      .microtasks()
      .hold({queue, held})
      .then(this, [this, queue, held](const auto&) { remember(queue, held); })
      .otherwise(this, [this](const ProtocolError& error) { complain(error.message); });
}

void QueueControl::step() {
  microtasks::StepParams params;
  params.queueId = currentQueue();
  workbench_.session()
      .microtasks()
      .step(params)
      .then(this,
            [this](const microtasks::StepResult& result) {
              if (!result.job) return workbench_.showStatus(tr("No job waits in this queue."));
              const QString name = QString::fromStdString(result.job->handler.name);
              workbench_.showStatus(tr("One job ran: %1").arg(name.isEmpty() ? tr("(anonymous)") : name));
            })
      .otherwise(this, [this](const ProtocolError& error) { complain(error.message); });
}

void QueueControl::drain() {
  workbench_.session()
      .microtasks()
      .drain({currentQueue()})
      .then(this,
            [this](const microtasks::DrainResult& result) {
              workbench_.showStatus(tr("%n job(s) ran", nullptr, static_cast<int>(result.jobsRun)));
            })
      .otherwise(this, [this](const ProtocolError& error) { complain(error.message); });
}

void QueueControl::forget() {
  held_.clear();
  show();
}

void QueueControl::remember(int queueId, bool held) {
  held_.insert(queueId, held);
  show();
}

void QueueControl::show() {
  const bool isPossible = workbench_.session().isUsable() && currentQueue() != 0;
  for (const ActionId id : {ActionId::HoldQueue, ActionId::StepQueue, ActionId::DrainQueue}) {
    actions_[id].setEnabled(isPossible);
  }
  actions_[ActionId::HoldQueue].setChecked(held_.value(currentQueue()));
}

void QueueControl::complain(const QString& reason) {
  show();
  workbench_.showStatus(reason, Workbench::StatusKind::Warning);
}

}  // namespace vmscope::ui
