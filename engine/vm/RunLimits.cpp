#include "engine/vm/RunLimits.h"

#include <string>

#include "engine/Isolate.h"
#include "engine/vm/NodeError.h"

namespace vmscope {

RunLimits::RunLimits(Lock& lock, const RunOptions& options) {
  if (options.timeout) deadline_.emplace(lock.isolate().watchdog(), *options.timeout);
  if (options.onSigint == OnSigint::Break) sigint_.emplace(lock.isolate());
}

TerminationReason RunLimits::close(Lock& lock) {
  if (!deadline_ && !sigint_) return TerminationReason::None;
  const bool wasSignalled = sigint_ && sigint_->close();
  if (deadline_) deadline_->disarm();
  const bool hasExpired = deadline_ && deadline_->hasExpired();
  if (!wasSignalled && !hasExpired) return TerminationReason::None;
  lock.isolate().endTermination();
  return hasExpired ? TerminationReason::Timeout : TerminationReason::Signal;
}

void throwTermination(const Lock& lock, TerminationReason reason, const RunOptions& options) {
  if (reason == TerminationReason::Signal) {
    throwCodedError(lock, ErrorClass::Error, "ERR_SCRIPT_EXECUTION_INTERRUPTED",
                    "Script execution was interrupted by `SIGINT`");
    return;
  }
  const auto limit = options.timeout.value_or(std::chrono::milliseconds(0)).count();
  throwCodedError(lock, ErrorClass::Error, "ERR_SCRIPT_EXECUTION_TIMEOUT",
                  "Script execution timed out after " + std::to_string(limit) + "ms");
}

}  // namespace vmscope
