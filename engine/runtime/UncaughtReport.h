#pragma once

#include <string>

#include "engine/Completion.h"
#include "engine/Lock.h"

namespace vmscope::runtime {

/// What is printed when a program ends for something it threw: the place with its source line and a caret, then the
/// value as util.inspect shows it (an error's stack and its properties), then our version.
std::string uncaughtReport(Lock& lock, v8::Local<v8::Context> context, const Thrown& thrown);

/// "file:line", the source line and a line of carets below the culprit; empty where the place is unknown.
std::string sourceExcerpt(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Message> message);

}  // namespace vmscope::runtime
