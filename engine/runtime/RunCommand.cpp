#include "engine/runtime/RunCommand.h"

#include <unistd.h>

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "engine/Isolate.h"
#include "engine/Platform.h"
#include "engine/runtime/Program.h"

namespace vmscope::runtime {

namespace {

std::string executablePath() {
  std::error_code failed;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? "vmscope-engine" : path.string();
}

}  // namespace

std::variant<RunRequest, std::string> parseRun(std::span<char* const> words) {
  RunRequest request;
  std::size_t next = 0;
  for (; next < words.size() && std::string_view(words[next]).starts_with("--"); ++next)
    request.options.emplace_back(words[next]);
  if (next == words.size()) return "run needs a file";
  request.file = words[next];
  request.arguments.assign(words.begin() + static_cast<std::ptrdiff_t>(next) + 1, words.end());
  return request;
}

void runCommand(Platform& platform, const RunRequest& request, const RunHooks& hooks) {
  // The process goes without taking the isolate down: nothing of it outlives the process.
  const auto leave = [&hooks](int status) {
    if (hooks.beforeExit) hooks.beforeExit(status);
    std::fflush(stdout);  // V8's own options print through C's streams
    std::_Exit(status);
  };
  ProgramOptions options;
  options.executable = executablePath();
  options.arguments.push_back(std::filesystem::absolute(request.file).lexically_normal().string());
  options.arguments.insert(options.arguments.end(), request.arguments.begin(), request.arguments.end());
  options.exit = leave;

  const BuiltinCode builtins = hooks.beforeMain ? BuiltinCode::Hidden : BuiltinCode::Lazy;
  Program::prepareProcess(builtins);
  Isolate isolate(platform, Program::isolateOptions(builtins));
  Program program(isolate, std::move(options));
  if (hooks.beforeMain) hooks.beforeMain(isolate, program);
  leave(program.run(request.file));
  std::abort();
}

}  // namespace vmscope::runtime
