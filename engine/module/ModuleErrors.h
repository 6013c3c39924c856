#pragma once

#include <v8.h>

#include <string_view>

#include "engine/Lock.h"

namespace vmscope {

enum class ErrorClass { Error, TypeError, RangeError, ReferenceError, SyntaxError };

/// An error with one of Node's codes, made in the current context: `code` is a property and part of the stack's head.
v8::Local<v8::Object> codedError(Lock& lock, ErrorClass errorClass, std::string_view code, std::string_view message);
/// As `codedError`, thrown.
void throwCoded(Lock& lock, ErrorClass errorClass, std::string_view code, std::string_view message);

}  // namespace vmscope
