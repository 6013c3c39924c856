#pragma once

#include "inspector/command/CommandLine.h"

namespace vmscope {

class Platform;

/// vmscope-engine serve: an engine without a program, for clients. It ends when its pipe does; the exit status.
int serve(Platform& platform, const CommandLine& line);

}  // namespace vmscope
