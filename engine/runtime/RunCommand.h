#pragma once

#include <functional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace vmscope {
class Isolate;
class Platform;
}  // namespace vmscope

namespace vmscope::runtime {

class Program;

/// `run`'s words: options of ours end where the file begins, and all that follows belongs to the program.
struct RunRequest {
  std::string file;
  std::vector<std::string> arguments;  ///< the program's
  std::vector<std::string> options;    ///< words before the file that begin with `--`, for whoever attaches
};

/// The request, or what is wrong with it in one sentence.
std::variant<RunRequest, std::string> parseRun(std::span<char* const> words);

/// What takes part in a run: an inspector.
struct RunHooks {
  std::function<void(Isolate&, Program&)> beforeMain;  ///< everything is ready, the main file has not been read
  std::function<void(int status)> beforeExit;          ///< the process is about to end
};

/// Runs the file to its end and ends the process with its status. V8's options among `request.options` are the
/// caller's to hand to the platform before.
[[noreturn]] void runCommand(Platform& platform, const RunRequest& request, const RunHooks& hooks = {});

}  // namespace vmscope::runtime
