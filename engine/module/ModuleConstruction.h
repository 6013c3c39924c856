#pragma once

#include <v8.h>

#include <string_view>

#include "engine/Lock.h"

namespace vmscope {
class Context;
class Options;
}  // namespace vmscope

namespace vmscope::moduleMethods {

using Info = v8::FunctionCallbackInfo<v8::Value>;

/// What both constructors begin with: refuses a call without `new`, and marks the object as not yet a module. False
/// with an exception pending.
bool beginConstruction(const Lock& lock, const Info& info, std::string_view className);
/// The context that `options.context` names, the main one without it; null with an exception pending.
Context* contextOption(const Lock& lock, Options& options);
}  // namespace vmscope::moduleMethods
