#include "engine/microtask/Job.h"

namespace vmscope {

const char* toText(JobKind kind) {
  constexpr const char* kTexts[] = {"then", "catch", "finally", "await", "thenable", "callback", "builtin"};
  return kTexts[static_cast<int>(kind)];
}

const char* toText(JobCause::Kind kind) {
  constexpr const char* kTexts[] = {"unknown", "job", "script", "timer", "host"};
  return kTexts[static_cast<int>(kind)];
}

}  // namespace vmscope
