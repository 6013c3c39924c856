#include <cstdio>

#include "engine/Platform.h"
#include "inspector/command/CommandLine.h"
#include "inspector/command/Run.h"
#include "inspector/command/Serve.h"
#include "inspector/command/TraceRun.h"

namespace {

constexpr int kExitUsage = 2;

int printVersion() {
  std::printf("vmscope %s\nV8 %s\n", VMSCOPE_VERSION, vmscope::Platform::v8Version());
  return 0;
}

int printUsage() {
  std::fputs(vmscope::usage(), stdout);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  using Verb = vmscope::CommandLine::Verb;
  const vmscope::CommandLine line = vmscope::readCommandLine({words + 1, words + count});
  if (!line.problem.empty()) {
    std::fprintf(stderr, "vmscope-engine: %s\n", line.problem.c_str());
    return kExitUsage;
  }
  if (line.verb == Verb::Version) return printVersion();
  if (line.verb == Verb::Help) return printUsage();
  vmscope::Platform platform(line.v8Flags);
  if (!platform.unknownFlags().empty()) {
    std::fprintf(stderr, "vmscope-engine: unknown option '%s'; see vmscope-engine --help\n",
                 platform.unknownFlags().front().c_str());
    return kExitUsage;
  }
  if (line.verb == Verb::Serve) return vmscope::serve(platform, line);
  if (line.verb == Verb::Trace) vmscope::traceRun(platform, line);
  vmscope::run(platform, line);
}
