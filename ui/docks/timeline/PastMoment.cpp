#include "ui/docks/timeline/PastMoment.h"

#include <utility>

#include "ui/client/EngineSession.h"

namespace vmscope::ui {

PastMoment& PastMoment::of(EngineSession& session) {
  auto* moment = session.findChild<PastMoment*>(QString(), Qt::FindDirectChildrenOnly);
  return moment ? *moment : *new PastMoment(session);
}

// What a fresh engine does is not to be missed for the past of another.
PastMoment::PastMoment(EngineSession& session) : QObject(&session) {
  connect(&session, &EngineSession::ready, this, &PastMoment::leave);
}

void PastMoment::show(Scene scene) {
  scene_ = std::move(scene);
  emit changed();
}

void PastMoment::leave() {
  if (!scene_) return;
  scene_.reset();
  emit changed();
}

}  // namespace vmscope::ui
