#pragma once

#include <v8.h>

#include <optional>

#include "engine/microtask/Job.h"

namespace vmscope {

/// Finds where a suspended generator waits, which V8 tells its inspector only; the inspector's side implements it.
///
/// On the isolate's thread. It may run a little JavaScript of its own and cost some hundred microseconds; the probe
/// asks once for each place of a program.
class SuspensionLocator {
 public:
  virtual ~SuspensionLocator() = default;
  /// `generator` is an async function's or a generator's state. Nothing where it does not wait.
  virtual std::optional<SourcePlace> locate(v8::Local<v8::Object> generator) = 0;
};

}  // namespace vmscope
