#pragma once

#include <QObject>
#include <optional>

#include "ui/client/DebuggerTypes.h"

namespace vmscope::ui {

class EngineSession;

// Where the engine is paused, and which of the frames a person looks at. One for each session, which owns it; GUI
// thread.
class PauseState : public QObject {
  Q_OBJECT

 public:
  static PauseState& of(EngineSession& session);

  const std::optional<Paused>& pause() const { return pause_; }
  int frameIndex() const { return frame_; }
  const CallFrame* frame() const;
  // The context that the chosen frame runs in; 0 when there is no pause, or nobody knows.
  int executionContextId() const;
  void chooseFrame(int index);

 signals:
  void paused();
  void resumed();
  // Another frame of the same pause is looked at; also emitted with each pause.
  void frameChosen();

 private:
  explicit PauseState(EngineSession& session);
  void leave();

  EngineSession& session_;
  std::optional<Paused> pause_;
  int frame_ = 0;
};

}  // namespace vmscope::ui
