// What `vm` costs in shares of Node's time, on the same V8 and in one run: each work is run in turn by vmscope-engine
// and by the kit's Node, and the median of the shares counts.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int kRounds = 7;

struct Work {
  const char* name;
  const char* title;
  double target;       ///< at most this share of Node's figure
  const char* reason;  ///< what the profile shows, where a target is missed
};

constexpr const char* kDeserialized =
    "four fifths of it is V8 reading the context's built-ins from its snapshot, as it does for Node";
constexpr const char* kInterception = "V8's own interception and the look-up in the sandbox are nearly all of it";

constexpr Work kWorks[] = {
    {"createContext", "createContext({})", 0.7, kDeserialized},
    {"createVanilla", "createContext(DONT_CONTEXTIFY)", 0.7, kDeserialized},
    {"runScript", "script.runInContext, nothing to do", 0.7, "entering the context and calling the script"},
    {"runWithTimeout", "the same with timeout: 1000", 0.03, "waking the watchdog's thread"},
    {"runText", "vm.runInContext('1+' + i)", 0.8, "V8's compiler"},
    {"readWrite", "global read and write", 0.5, kInterception},
    {"call", "global function call", 0.6, kInterception},
    {"readBuiltIn", "global built-in read", 0.6, kInterception},
    {"modules", "link, instantiate, evaluate 1,000 modules", 0.7, "V8's instantiation and evaluation"},
    {"memory", "resident memory when idle", 0.8, "V8's heap and code"},
};

std::string outputOf(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::string text;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) text += static_cast<char>(c);
  return text;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double figureOf(const std::string& runner, const Work& work) {
  return std::atof(outputOf(runner + " " BENCH_PROGRAMS "/bench_vm.js " + work.name).c_str());
}

double startUp(const std::string& runner, const Work&) {
  const auto begun = std::chrono::steady_clock::now();
  outputOf(runner + " /dev/null");
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begun).count();
}

void compare(const Work& work, double (*measure)(const std::string&, const Work&)) {
  std::vector<double> ours, theirs, shares;
  for (int i = 0; i < kRounds; ++i) {
    ours.push_back(measure(VMSCOPE_ENGINE " run", work));
    theirs.push_back(measure(KIT_NODE " --no-warnings --experimental-vm-modules", work));
    if (ours.back() <= 0 || theirs.back() <= 0) {
      std::printf("%-44s could not be measured\n", work.title);
      return;
    }
    shares.push_back(ours.back() / theirs.back());
  }
  const double share = median(shares);
  const bool isMet = share <= work.target;
  std::printf("%-44s %12.0f %12.0f   %5.3f of Node's, target %.2f: %s%s%s\n", work.title, median(ours), median(theirs),
              share, work.target, isMet ? "met" : "NOT MET", isMet ? "" : "; ", isMet ? "" : work.reason);
  std::fflush(stdout);
}

}  // namespace

int main() {
  if (std::string(KIT_NODE).empty()) {
    std::puts("No Node on this V8 to compare with.");
    return 0;
  }
  std::printf("Medians of %d rounds, nanoseconds (memory: bytes)%23s %12s\n", kRounds, "vmscope", "Node");
  for (const Work& work : kWorks) compare(work, &figureOf);
  compare({"", "start-up on an empty file", 0.5, "loading and relocating the library that holds V8"}, &startUp);
}
