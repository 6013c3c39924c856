#pragma once

#include <v8.h>

#include <chrono>
#include <optional>

#include "engine/Completion.h"
#include "engine/Lock.h"
#include "engine/Watchdog.h"
#include "engine/vm/SigintWatch.h"

namespace vmscope {

enum class OnSigint { Ignore, Break };

/// What may end a run: the options `timeout` and `breakOnSigint`.
struct RunOptions {
  std::optional<std::chrono::milliseconds> timeout;  ///< covers jobs of an own queue, too
  OnSigint onSigint = OnSigint::Ignore;
};

/// The limits of one run, of a script or a module's evaluation, while it is on the stack. They nest.
class RunLimits {
 public:
  RunLimits(Lock& lock, const RunOptions& options);

  /// Ends them, and the termination where it was theirs: `Timeout`, `Signal` or `None`. After another's termination
  /// (an outer limit's, the user's) the isolate stays terminating.
  TerminationReason close(Lock& lock);

 private:
  std::optional<Watchdog::Deadline> deadline_;
  std::optional<SigintWatch> sigint_;
};

/// Throws what a run that its own limits ended throws, in the current context: ERR_SCRIPT_EXECUTION_TIMEOUT or
/// ERR_SCRIPT_EXECUTION_INTERRUPTED.
void throwTermination(const Lock& lock, TerminationReason reason, const RunOptions& options);

}  // namespace vmscope
