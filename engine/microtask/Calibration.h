#pragma once

#include <v8.h>

#include <string>

#include "engine/microtask/BuiltinHandlers.h"
#include "engine/microtask/QueueLayout.h"

namespace vmscope {

/// What a calibration found, or why nothing may be read.
struct Calibrated {
  QueueLayout layout;
  BuiltinHandlers builtins;
  std::string failure;  ///< empty when the layout was verified

  bool isExact() const { return failure.empty(); }
};

/// Finds out how this V8 lays out its microtask queue and jobs, by public calls only, and verifies it by running jobs
/// whose order is known.
///
/// Takes a few milliseconds and needs a context of its own for that time, with a queue of its own, so no queue of a
/// program is touched and no debugger stops in it. On the isolate's thread, also in the middle of running JavaScript.
Calibrated calibrate(v8::Isolate* isolate);

}  // namespace vmscope
