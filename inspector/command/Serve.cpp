#include "inspector/command/Serve.h"

#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "engine/EventLoop.h"
#include "engine/Isolate.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/ProgramModules.h"
#include "inspector/InspectorPort.h"
#include "inspector/Target.h"
#include "inspector/transport/PipeChannel.h"

namespace vmscope {
namespace {

constexpr int kExitCannotListen = 1;

// What people run here may fail and even exit: a failure is shown to them, an exit ends the engine with that status.
runtime::ProgramOptions programOptions(Isolate& isolate, int& status) {
  runtime::ProgramOptions options;
  options.executable = "vmscope-engine";
  options.console = runtime::ConsoleOutput::Nowhere;
  options.afterUncaught = runtime::AfterUncaught::GoOn;
  options.exit = [&isolate, &status](int asked) {
    status = asked;
    isolate.loop().stop();
  };
  return options;
}

TargetOptions targetOptions(runtime::Program& program) {
  TargetOptions options;
  options.version = VMSCOPE_VERSION;
  options.loadModule = [&loader = program.modules().loader()](Lock& lock, Context& context, const std::string& url,
                                                              std::optional<std::string> text) {
    return loader.load(lock, context, url, std::move(text));
  };
  return options;
}

// No engine outlives its window: not in a busy loop, and not because somebody else holds it at a breakpoint.
void end(Target& target) {
  Isolate& isolate = target.isolate();
  target.port().close();
  isolate.loop().stop();
  if (isolate.isInTurn()) isolate.terminate(TerminationReason::User);
}

}  // namespace

int serve(Platform& platform, const CommandLine& line) {
  int status = 0;
  runtime::Program::prepareProcess(runtime::BuiltinCode::Hidden);
  IsolateOptions limits = runtime::Program::isolateOptions(runtime::BuiltinCode::Hidden);
  limits.heapLimitBytes = static_cast<std::size_t>(line.heapLimitMegabytes) << 20;
  Isolate isolate(platform, limits);
  runtime::Program program(isolate, programOptions(isolate, status));
  program.openPrompt();
  Target target(isolate, targetOptions(program));
  if (line.inspect.listen) {
    if (const std::string problem = target.port().open(*line.inspect.listen); !problem.empty()) {
      std::fprintf(stderr, "vmscope-engine: %s\n", problem.c_str());
      return kExitCannotListen;
    }
  }
  if (line.transport == CommandLine::Transport::Pipe) {
    target.onPipeClosed([&target] { end(target); });
    PipeChannel::openStandard(target.inbox(), target.options().limits);
  }
  isolate.loop().keepAlive();
  isolate.loop().run();
  return status;
}

}  // namespace vmscope
