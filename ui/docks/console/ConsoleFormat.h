#pragma once

#include "ui/docks/console/ConsoleEntry.h"

namespace vmscope::ui {

// Turns what the protocol says into console entries, as DevTools words them. Plain functions without state.

ConsoleEntry consoleEntry(const ConsoleCall& call);
ConsoleEntry consoleEntry(double timestamp, const ExceptionDetails& details);
ConsoleEntry inputEntry(const QString& expression, int executionContextId);
ConsoleEntry resultEntry(const Evaluation& evaluation, int executionContextId);
ConsoleEntry noteEntry(const QString& text, ConsoleLevel level);

// The arguments of console.log and its relatives: a first string with %s %d %i %f %o %O %c, then the rest with spaces.
StyledText formattedArguments(const std::vector<RemoteObject>& arguments);

}  // namespace vmscope::ui
