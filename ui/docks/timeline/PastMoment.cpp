#include "ui/docks/timeline/PastMoment.h"

#include <utility>

#include "ui/client/EngineSession.h"

namespace vmscope::ui {

PastMoment& PastMoment::of(EngineSession& session) {
  auto* moment = session.findChild<PastMoment*>(QString(), Qt::FindDirectChildrenOnly);
  return moment ? *moment : *new PastMoment(&session);
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
