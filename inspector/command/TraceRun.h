#pragma once

#include "inspector/command/CommandLine.h"

namespace vmscope {

class Platform;

/// vmscope-engine trace: runs a program while recording it, writes the recording where the command line wants it,
/// prints an account of it, and ends the process with the program's status.
[[noreturn]] void traceRun(Platform& platform, const CommandLine& line);

}  // namespace vmscope
