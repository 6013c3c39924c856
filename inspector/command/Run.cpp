#include "inspector/command/Run.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/runtime/Program.h"
#include "engine/runtime/RunCommand.h"
#include "inspector/InspectorPort.h"
#include "inspector/Target.h"

namespace vmscope {
namespace {

constexpr int kExitCannotListen = 1;

TargetOptions describe(const std::string& file, runtime::Program& program) {
  TargetOptions options;
  options.title = file;
  options.url = "file://" + std::filesystem::absolute(file).lexically_normal().string();
  options.version = VMSCOPE_VERSION;
  options.commandLineRequire = [&program](Lock& lock) { return program.promptRequire(lock); };
  return options;
}

std::unique_ptr<Target> openTarget(Isolate& isolate, runtime::Program& program, const CommandLine& line) {
  auto target = std::make_unique<Target>(isolate, describe(line.file, program));
  if (const std::string problem = target->port().open(*line.inspect.listen); !problem.empty()) {
    std::fprintf(stderr, "vmscope-engine: %s\n", problem.c_str());
    std::_Exit(kExitCannotListen);
  }
  if (line.inspect.start == InspectSwitches::Start::Wait) target->waitForDebugger(Target::Start::Waiting);
  if (line.inspect.start == InspectSwitches::Start::Break) target->waitForDebugger(Target::Start::WaitingToBreak);
  return target;
}

}  // namespace

void run(Platform& platform, const CommandLine& line) {
  std::unique_ptr<Target> target;
  runtime::RunHooks hooks;
  if (line.inspect.listen) {
    hooks.beforeMain = [&](Isolate& isolate, runtime::Program& program) {
      target = openTarget(isolate, program, line);
    };
    hooks.beforeExit = [&](int) {
      if (target) target->waitForDisconnect();
    };
  }
  runtime::runCommand(platform, {line.file, line.arguments, line.v8Flags}, hooks);
}

}  // namespace vmscope
