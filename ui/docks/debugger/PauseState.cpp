#include "ui/docks/debugger/PauseState.h"

#include "ui/client/DebuggerClient.h"
#include "ui/client/EngineSession.h"

namespace vmscope::ui {

PauseState& PauseState::of(EngineSession& session) {
  auto* state = session.findChild<PauseState*>(QString(), Qt::FindDirectChildrenOnly);
  return state ? *state : *new PauseState(session);
}

PauseState::PauseState(EngineSession& session) : QObject(&session), session_(session) {
  connect(&session.debugger(), &DebuggerClient::paused, this, [this](const Paused& pause) {
    pause_ = pause;
    frame_ = 0;
    emit paused();
    emit frameChosen();
  });
  connect(&session.debugger(), &DebuggerClient::resumed, this, &PauseState::leave);
  connect(&session, &EngineSession::ended, this, &PauseState::leave);
}

void PauseState::leave() {
  if (!pause_) return;
  pause_.reset();
  frame_ = 0;
  emit resumed();
}

const CallFrame* PauseState::frame() const {
  if (!pause_ || frame_ >= static_cast<int>(pause_->callFrames.size())) return nullptr;
  return &pause_->callFrames[static_cast<size_t>(frame_)];
}

int PauseState::executionContextId() const {
  const CallFrame* at = frame();
  const ParsedScript* script = at ? session_.debugger().findScript(at->location.scriptId) : nullptr;
  return script ? script->executionContextId : 0;
}

void PauseState::chooseFrame(int index) {
  if (!pause_ || index < 0 || index >= static_cast<int>(pause_->callFrames.size()) || index == frame_) return;
  frame_ = index;
  emit frameChosen();
}

}  // namespace vmscope::ui
