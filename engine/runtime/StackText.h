#pragma once

#include <v8.h>

namespace vmscope::runtime {

/// The value of an error's `stack`, made when it is first read: by `Error.prepareStackTrace` of the error's realm or
/// else of the main one, where a program set it; otherwise the error as it is then, and its frames.
v8::MaybeLocal<v8::Value> prepareStack(v8::Local<v8::Context> context, v8::Local<v8::Value> error,
                                       v8::Local<v8::Array> sites);

}  // namespace vmscope::runtime
