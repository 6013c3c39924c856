#pragma once

#include <v8-version-string.h>
#include <v8-version.h>

// V8's locks are Abseil's, whose headers are not in the kit. Built without NDEBUG, as the kit's V8 is, each lock enters
// a graph that looks for cycles: a megabyte at start, and a search at every lock.
namespace absl {
enum class OnDeadlockCycle { kIgnore, kReport, kAbort };
void SetMutexDeadlockDetectionMode(OnDeadlockCycle mode);
}  // namespace absl

/// The only version conditionals of the engine, and the check that headers and library belong together.
namespace vmscope {

static_assert(V8_MAJOR_VERSION > 13 || (V8_MAJOR_VERSION == 13 && V8_MINOR_VERSION >= 6),
              "vmscope needs V8 13.6 or newer");

/// The version of the headers this was compiled with, without the embedder's suffix: "13.6.233.17".
inline constexpr const char* kV8HeaderVersion =
    V8_S(V8_MAJOR_VERSION) "." V8_S(V8_MINOR_VERSION) "." V8_S(V8_BUILD_NUMBER) "." V8_S(V8_PATCH_LEVEL);

}  // namespace vmscope
