#include "ui/docks/microtasks/QueueWatch.h"

#include "ui/client/EngineSession.h"
#include "ui/client/MicrotasksClient.h"

namespace vmscope::ui {

QueueWatch& QueueWatch::of(EngineSession& session) {
  auto* watch = session.findChild<QueueWatch*>(QString(), Qt::FindDirectChildrenOnly);
  return watch ? *watch : *new QueueWatch(session);
}

QueueWatch::QueueWatch(EngineSession& session) : QObject(&session), session_(session) {
  connect(&session_, &EngineSession::ready, this, &QueueWatch::start);
}

void QueueWatch::add() {
  if (++lookers_ == 1) start();
}

void QueueWatch::remove() {
  if (--lookers_ == 0 && session_.isUsable()) session_.microtasks().disable();
}

void QueueWatch::start() {
  if (!isOn() || !session_.isUsable()) return;
  protocol::microtasks::EnableParams params;
  // A million jobs that run by themselves are counted; each is told of when a person steps it.
  params.jobs = protocol::microtasks::EnableParams::Jobs::Followed;
  params.origins = protocol::microtasks::EnableParams::Origins::Top;
  session_.microtasks().enable(params).otherwise(this,
                                                 [this](const ProtocolError& error) { emit failed(error.message); });
  emit started();
}

}  // namespace vmscope::ui
