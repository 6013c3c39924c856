#pragma once

#include "ui/docks/console/ConsoleEntry.h"

namespace vmscope::ui {

// Which entries the console shows.
struct ConsoleFilter {
  QString text;                // every word must occur, no -word may; letter case does not matter
  int executionContextId = 0;  // 0: of every context
  bool verbose = true;
  bool info = true;
  bool warnings = true;
  bool errors = true;

  bool accepts(const ConsoleEntry& entry) const;
  bool operator==(const ConsoleFilter&) const = default;

 private:
  bool acceptsLevel(const ConsoleEntry& entry) const;
  bool acceptsText(const ConsoleEntry& entry) const;
};

}  // namespace vmscope::ui
