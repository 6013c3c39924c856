#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope {

/// Makes `constructor`, a class of ours that a template made, what programs expect of `class`: it inherits from its
/// base class's constructor, and is printed as a class. Templates inherit on the prototypes' side only.
bool finishNativeClass(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Function> constructor);
bool isNativeClass(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Function> function);

}  // namespace vmscope
