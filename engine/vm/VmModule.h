#pragma once

#include <v8.h>

#include "engine/Lock.h"

namespace vmscope {

/// The object that `require('node:vm')` gives in `context`, made anew at each call: the caller keeps it for its realm.
/// Empty, with an exception pending, only near the stack's limit.
v8::MaybeLocal<v8::Object> makeVmModule(Lock& lock, v8::Local<v8::Context> context);

}  // namespace vmscope
