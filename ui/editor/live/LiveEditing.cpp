#include "ui/editor/live/LiveEditing.h"

#include "ui/client/EngineSession.h"
#include "ui/editor/BreakpointMargins.h"

namespace vmscope::ui {

LiveEditing::LiveEditing(const Parts& parts, QObject* parent)
    : QObject(parent),
      area_(&parts.area),
      live_(parts.session, parts.workspace, nullptr),
      completion_(live_, nullptr),
      checker_(parts.session),
      errors_(parts.area, checker_, nullptr),
      places_(parts.session, nullptr),
      values_(parts.area, live_, nullptr) {
  parts.area.breakpointMargins().setPlaces(&places_);
  for (Editor* editor : parts.area.editors()) editor->setCompletionSource(&completion_);
  connect(area_, &EditorArea::editorCreated, this,
          [this](Editor* editor) { editor->setCompletionSource(&completion_); });
  connect(&parts.session, &EngineSession::ready, &errors_, &CompileErrors::checkAll);
}

LiveEditing::~LiveEditing() {
  if (!area_) return;
  area_->breakpointMargins().setPlaces(nullptr);
  for (Editor* editor : area_->editors()) editor->setCompletionSource(nullptr);
}

}  // namespace vmscope::ui
