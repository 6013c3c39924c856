#pragma once

#include <v8.h>

#include <string>

#include "engine/Lock.h"

namespace vmscope {

/// What the scripts of our own built-in modules are called: places in them are none that a person knows.
inline constexpr const char* kOwnScripts = "vmscope";

/// Where a message points, as text above a stack: `file:line`, the source line, and carets under the place. Empty where
/// the source is unknown.
std::string sourceArrow(const Lock& lock, v8::Local<v8::Message> message);

/// Puts the arrow of what was caught above its stack, as Node does for what `vm` runs throw: once per error, and only
/// for objects with a stack of text.
void decorateStack(const Lock& lock, const v8::TryCatch& caught);
void decorateStack(const Lock& lock, v8::Local<v8::Value> error, v8::Local<v8::Message> message);
/// Whether that was done for `error`, whose stack then shows the place already.
bool isDecorated(const Lock& lock, v8::Local<v8::Value> error);

}  // namespace vmscope
