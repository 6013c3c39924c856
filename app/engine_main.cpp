#include <cstdio>
#include <span>
#include <string>
#include <string_view>

#include "engine/Platform.h"
#include "engine/runtime/RunCommand.h"

namespace {

constexpr int kExitUsage = 2;

int complain(const std::string& what) {
  std::fprintf(stderr, "vmscope-engine: %s\n", what.c_str());
  return kExitUsage;
}

int printVersion() {
  std::printf("vmscope %s\nV8 %s\n", VMSCOPE_VERSION, vmscope::Platform::v8Version());
  return 0;
}

int run(std::span<char* const> words) {
  const auto parsed = vmscope::runtime::parseRun(words);
  if (const auto* wrong = std::get_if<std::string>(&parsed)) return complain(*wrong);
  const auto& request = std::get<vmscope::runtime::RunRequest>(parsed);
  vmscope::Platform platform(request.options);
  vmscope::runtime::runCommand(platform, request);
}

}  // namespace

int main(int count, char** words) {
  const std::span<char* const> all(words, static_cast<std::size_t>(count));
  const std::string_view command = count > 1 ? all[1] : "";
  if (command == "--version") return printVersion();
  if (command == "run") return run(all.subspan(2));
  return complain("usage: vmscope-engine run FILE [ARGUMENT...] | --version");
}
