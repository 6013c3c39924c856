// What 1,000 modules cost here and in Node on the same V8: modules.js run by both in turn, medians of the processes.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int kProcesses = 9;
constexpr std::array kNames{"link(), instantiate, evaluate 1,000 modules",
                            "linkRequests(), instantiate, evaluate 1,000", "parse 1,000 modules"};
constexpr std::array kTargets{0.7, 0.7, 1.0};
constexpr std::array kWhy{
    "its promise jobs, as many and in the same order as Node's, take half of it, and V8's instantiation a third",
    "the module requests are compared with what they are linked to, in V8 and here", "V8 parses"};

using Times = std::array<double, 3>;

Times run(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> output(popen(command.c_str(), "r"), &pclose);
  Times times{};
  if (!output || std::fscanf(output.get(), "%lf %lf %lf", &times[0], &times[1], &times[2]) != 3) {
    std::fprintf(stderr, "bench_modules: no figures from %s\n", command.c_str());
    std::exit(1);
  }
  return times;
}

double median(const std::vector<Times>& runs, std::size_t which) {
  std::vector<double> all;
  for (const Times& times : runs) all.push_back(times[which]);
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

}  // namespace

int main() {
  const std::string program = BENCH_PROGRAMS "/modules.js";
  const bool hasNode = *KIT_NODE != '\0';
  std::vector<Times> ours;
  std::vector<Times> theirs;
  for (int i = 0; i < kProcesses; ++i) {
    ours.push_back(run(VMSCOPE_ENGINE " run " + program));
    if (hasNode) theirs.push_back(run(KIT_NODE " --no-warnings --experimental-vm-modules " + program));
  }
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const double here = median(ours, i);
    std::printf("%-48s %8.2f ms", kNames[i], here);
    if (hasNode) {
      const double ratio = here / median(theirs, i);
      std::printf("  Node %8.2f ms  ratio %.2f (at most %.2f)", median(theirs, i), ratio, kTargets[i]);
      if (ratio > kTargets[i]) std::printf("\n    NOT MET: %s", kWhy[i]);
    }
    std::printf("\n");
  }
}
