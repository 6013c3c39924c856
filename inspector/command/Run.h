#pragma once

#include "inspector/command/CommandLine.h"

namespace vmscope {

class Platform;

/// vmscope-engine run: runs a program, with an inspector where the switches ask for one, and ends the process with the
/// program's status.
[[noreturn]] void run(Platform& platform, const CommandLine& line);

}  // namespace vmscope
