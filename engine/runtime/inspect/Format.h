#pragma once

#include <v8.h>

#include <optional>
#include <string>
#include <vector>

#include "engine/Lock.h"
#include "engine/runtime/inspect/Inspect.h"

namespace vmscope::runtime {

/// util.format: the first value, where it is a string, holds the places (%s %d %i %f %j %o %O %c %%) of those that
/// follow. Nothing, with an exception pending, where a conversion threw.
std::optional<std::string> format(Lock& lock, v8::Local<v8::Context> context,
                                  const std::vector<v8::Local<v8::Value>>& values, const InspectOptions& options);

}  // namespace vmscope::runtime
