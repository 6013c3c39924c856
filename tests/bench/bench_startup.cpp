// What a program costs before its first line: processor time and memory of an empty file, beside Node on the same V8.
// A third of ours is the loader, which still binds what libnode needs of other libraries; a quarter is V8's own start.

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

constexpr int kRuns = 15;
constexpr double kTimeTarget = 0.5;
constexpr double kMemoryTarget = 0.8;

struct Cost {
  double milliseconds;  ///< of the processor, so that a busy machine changes little
  double megabytes;     ///< resident at most
};

Cost run(const std::vector<std::string>& command) {
  std::vector<char*> words;
  for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
    execv(words[0], words.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) < 0 || status != 0) std::printf("%s failed\n", words[0]);
  const auto milliseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return {milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Pair {
  Cost ours;
  Cost theirs;
};

// Turn by turn, so that a busy machine slows both.
Pair compare(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
  std::vector<double> times[2];
  std::vector<double> sizes[2];
  for (int round = 0; round < kRuns; ++round) {
    const Cost costs[] = {run(ours), run(theirs)};
    for (int side = 0; side < 2; ++side) {
      times[side].push_back(costs[side].milliseconds);
      sizes[side].push_back(costs[side].megabytes);
    }
  }
  return {{median(times[0]), median(sizes[0])}, {median(times[1]), median(sizes[1])}};
}

void print(const char* what, const char* unit, double ours, double theirs, double target) {
  const double share = ours / theirs;
  std::printf("%-28s %7.1f %s   Node %7.1f %s   share %.2f   target %.2f %s\n", what, ours, unit, theirs, unit, share,
              target, share <= target ? "met" : "NOT MET");
}

}  // namespace

int main() {
  const auto folder = std::filesystem::temp_directory_path();
  const std::string empty = (folder / "vmscope-bench-empty.js").string();
  const std::string vm = (folder / "vmscope-bench-vm.js").string();
  std::ofstream(empty) << "";
  std::ofstream(vm) << "require('node:vm').runInNewContext('1 + 1'); console.log(process.argv.length);";
  if (std::string(KIT_NODE).empty()) {
    std::printf("no Node on this V8 to compare with\n");
    return 0;
  }
  const Pair start = compare({VMSCOPE_ENGINE, "run", empty}, {KIT_NODE, empty});
  print("start-up, empty file", "ms", start.ours.milliseconds, start.theirs.milliseconds, kTimeTarget);
  print("memory, empty file", "MB", start.ours.megabytes, start.theirs.megabytes, kMemoryTarget);
  const Pair small = compare({VMSCOPE_ENGINE, "run", vm}, {KIT_NODE, vm});
  print("start-up, vm and console", "ms", small.ours.milliseconds, small.theirs.milliseconds, kTimeTarget);
  std::filesystem::remove(empty);
  std::filesystem::remove(vm);
  return 0;
}
