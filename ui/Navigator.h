#pragma once

#include <QString>

namespace vmscope::ui {

// A place in a script; lines and columns are 0-based as in the protocol.
struct SourcePlace {
  QString url;  // as the engine knows the script: a document's file URL, or whatever the program named it
  int line = 0;
  int column = 0;
  QString scriptId;  // when known, the source of a script without a document is fetched from the engine
};

enum class Emphasis {
  None,
  Enqueuer,   // flashes: this line enqueued the job
  Execution,  // stays until cleared: the engine is paused or runs here
};

// Shows source. The window implements it with the editor area; docks only ask.
class Navigator {
 public:
  virtual ~Navigator() = default;

  virtual void open(const SourcePlace& place, Emphasis emphasis = Emphasis::None) = 0;
  virtual void clear(Emphasis emphasis) = 0;
};

}  // namespace vmscope::ui
