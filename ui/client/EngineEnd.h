#pragma once

#include <QString>

namespace vmscope::ui {

// How an engine's life ended, in words a person can act on.
struct EngineEnd {
  enum class Reason { AskedTo, FailedToStart, OutOfMemory, Killed, Crashed, Exited };

  Reason reason = Reason::Exited;
  int code = 0;  // exit code, or the number of the signal
  QString explanation;
};

}  // namespace vmscope::ui
