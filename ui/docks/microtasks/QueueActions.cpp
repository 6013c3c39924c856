#include "ui/docks/microtasks/QueueActions.h"

#include <QAction>

#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"
#include "ui/docks/microtasks/QueueBoard.h"
#include "ui/docks/timeline/PastMoment.h"
#include "ui/theme/Mnemonic.h"
#include "ui/theme/Theme.h"

namespace vmscope::ui {

QueueActions::QueueActions(EngineSession& session, QueueBoard& board, const Theme& theme, QObject* parent)
    : QObject(parent), session_(session), board_(board), theme_(theme) {
  hold_ = make("hold", tr("Hold"), tr("Leave the chosen queue alone at checkpoints"), Qt::CTRL | Qt::ALT | Qt::Key_H);
  hold_->setCheckable(true);
  step_ = make("step", tr("Step"), tr("Run the head job of the chosen queue"), Qt::CTRL | Qt::ALT | Qt::Key_J);
  stepNext_ = make("step-forward", tr("Step next"), tr("Run the job that the engine would run next, of any queue"),
                   Qt::CTRL | Qt::ALT | Qt::Key_N);
  runTo_ = make("run-to", tr("Run to &here"), tr("Run the jobs before the chosen one"), Qt::CTRL | Qt::ALT | Qt::Key_G);
  drain_ = make("drain", tr("Drain"), tr("Run all jobs of the chosen queue, and those that they add"),
                Qt::CTRL | Qt::ALT | Qt::Key_E);

  connect(hold_, &QAction::triggered, this, &QueueActions::holdChosen);
  connect(step_, &QAction::triggered, this, [this] { stepQueue(board_.currentQueue()); });
  connect(stepNext_, &QAction::triggered, this, [this] { stepQueue(0); });
  connect(runTo_, &QAction::triggered, this, [this] {
    session_.microtasks()
        .runTo({board_.currentJob()})
        .then(this, [this](const auto& ran) { emit told(tr("Jobs run: %L1").arg(ran.jobsRun)); })
        .otherwise(this, [this](const ProtocolError& error) { emit told(error.message); });
  });
  connect(drain_, &QAction::triggered, this, [this] {
    session_.microtasks()
        .drain({board_.currentQueue()})
        .then(this, [this](const auto& ran) { emit told(tr("Jobs run: %L1").arg(ran.jobsRun)); })
        .otherwise(this, [this](const ProtocolError& error) { emit told(error.message); });
  });
  connect(&board_, &QueueBoard::lanesReset, this, &QueueActions::update);
  connect(&board_, &QueueBoard::laneChanged, this, &QueueActions::update);
  connect(&board_, &QueueBoard::choiceChanged, this, &QueueActions::update);
  connect(&session_, &EngineSession::stateChanged, this, &QueueActions::update);
  connect(&PastMoment::of(session_), &PastMoment::changed, this, &QueueActions::update);
  connect(&theme_, &Theme::changed, this, &QueueActions::updateIcons);
  updateIcons();
  update();
}

QAction* QueueActions::make(const char* icon, const QString& label, const QString& explanation,
                            const QKeySequence& keys) {
  auto* action = new QAction(this);
  labelAction(*action, label);
  action->setObjectName(QLatin1String(icon));
  action->setToolTip(QStringLiteral("%1 (%2)").arg(explanation, keys.toString(QKeySequence::NativeText)));
  action->setStatusTip(explanation);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WindowShortcut);
  return action;
}

void QueueActions::updateIcons() {
  for (QAction* action : {hold_, step_, stepNext_, runTo_, drain_}) action->setIcon(theme_.icon(action->objectName()));
}

void QueueActions::update() {
  const Lane* lane = board_.findLane(board_.currentQueue());
  const bool isNow = !PastMoment::of(session_).scene();
  const bool isUsable = session_.isUsable() && lane && isNow;
  bool anyWaits = false;
  for (const Lane& other : board_.lanes()) anyWaits |= other.length > 0;
  const bool isBehindHead = lane && lane->positionOf(board_.currentJob()) > 0;
  hold_->setEnabled(isUsable);
  hold_->setChecked(lane && lane->isHeld);
  step_->setEnabled(isUsable && lane->length > 0);
  stepNext_->setEnabled(isUsable && anyWaits);
  runTo_->setEnabled(isUsable && isBehindHead);
  drain_->setEnabled(isUsable && lane->length > 0);
}

void QueueActions::holdChosen(bool held) {
  session_.microtasks()
      .hold({board_.currentQueue(), held})
      .then(this,
            [this, held, queueId = board_.currentQueue()](const auto&) {
              const Lane* lane = board_.findLane(queueId);
              if (!lane || lane->isHeld == held) return;
              Lane changed = *lane;  // the engine tells only when jobs change
              changed.isHeld = held;
              board_.putLane(std::move(changed));
            })
      .otherwise(this, [this](const ProtocolError& error) {
        emit told(error.message);
        update();
      });
}

void QueueActions::stepQueue(qint64 queueId) {
  protocol::microtasks::StepParams params;
  if (queueId != 0) params.queueId = queueId;
  session_.microtasks()
      .step(params)
      .then(this,
            [this](const protocol::microtasks::StepResult& result) {
              if (!result.job) return emit told(tr("No job waits."));
              const QueueJob job = queueJob(*result.job);
              emit told(
                  tr("Ran job %1: %2, %3").arg(QString::number(job.id), theme_.mark(job.kind).word, job.handlerText()));
            })
      .otherwise(this, [this](const ProtocolError& error) { emit told(error.message); });
}

}  // namespace vmscope::ui
