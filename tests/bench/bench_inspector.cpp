// What a client by WebSocket feels: vmscope-engine and the kit's Node run the same program with --inspect, and a client
// asks both in turn, so that a busy machine slows both. Medians of the rounds count.

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "tests/inspector/support/SocketClient.h"

namespace {

using Clock = std::chrono::steady_clock;
using vmscope::test::SocketClient;

constexpr int kRounds = 5;
constexpr int kRoundTrips = 3000;
constexpr int kPipelined = 20'000;
constexpr int kAtOnce = 500;
constexpr int kConsoleLines = 100'000;

double secondsSince(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

[[noreturn]] void fail(const std::string& problem) {
  std::fprintf(stderr, "bench_inspector: %s\n", problem.c_str());
  std::exit(1);
}

/// A process that a debugger can attach to; ends with the object.
class Inspected {
 public:
  explicit Inspected(std::vector<std::string> command) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) fail("no pipe");
    child_ = fork();
    if (child_ == 0) {
      dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
      dup2(ends[1], STDERR_FILENO);
      std::vector<char*> words;
      for (auto& word : command) words.push_back(word.data());
      words.push_back(nullptr);
      execv(words[0], words.data());
      _exit(127);
    }
    close(ends[1]);
    errors_ = ends[0];
    readAddress();
  }
  ~Inspected() {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    close(errors_);
  }
  Inspected(const Inspected&) = delete;

  const std::string& authority() const { return authority_; }
  const std::string& path() const { return path_; }

 private:
  void readAddress() {
    std::string text;
    char byte = 0;
    while (text.find("\n") == std::string::npos && read(errors_, &byte, 1) == 1) text += byte;
    const std::size_t url = text.find("ws://");
    if (url == std::string::npos) fail("does not listen: " + text);
    const std::size_t slash = text.find('/', url + 5);
    authority_ = text.substr(url + 5, slash - url - 5);
    path_ = text.substr(slash, text.find('\n') - slash);
  }

  pid_t child_ = -1;
  int errors_ = -1;
  std::string authority_;
  std::string path_;
};

/// A debugging client: calls by number, and whatever else comes is counted.
class Debugger {
 public:
  explicit Debugger(const Inspected& program) : socket_(program.authority()) {
    if (socket_.upgrade(program.path()) != 101) fail("no WebSocket at " + program.authority());
    call("Runtime.enable");
    while (!hasBegun()) continue;
  }

  void call(const std::string& method, const std::string& params = "{}") {
    socket_.sendText(request(method, params));
    takeAnswers(1);
  }

  void callMany(int count, const std::string& method, const std::string& params) {
    std::string frames;
    for (int i = 0; i < count; ++i) frames += vmscope::test::clientFrame(1, request(method, params));
    socket_.write(frames);
    takeAnswers(count);
  }

  void post(const std::string& method, const std::string& params) { socket_.sendText(request(method, params)); }

  void takeAnswers(int count) {
    while (count > 0) count -= take().starts_with("{\"id\":") ? 1 : 0;
  }
  void takeConsoleLines(int count) {
    while (count > 0) count -= take().starts_with("{\"method\":\"Runtime.consoleAPICalled\"") ? 1 : 0;
  }

 private:
  // A program that is asked while it starts up is not itself yet.
  bool hasBegun() {
    socket_.sendText(request("Runtime.evaluate", R"({"expression":"globalThis.hasBegun"})"));
    std::string text;
    while (!text.starts_with("{\"id\":")) text = take();
    return text.find("true") != std::string::npos;
  }

  std::string request(const std::string& method, const std::string& params) {
    return "{\"id\":" + std::to_string(++lastId_) + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  std::string take() {
    auto text = socket_.receive();
    if (!text) fail("the connection ended, or nothing came");
    return std::move(*text);
  }

  SocketClient socket_;
  int lastId_ = 0;
};

struct Figures {
  double median;       ///< microseconds
  double slowest;      ///< microseconds; 99 of 100 are faster
  double perSecond;    ///< calls
  double consoleTime;  ///< milliseconds
};

void measureRoundTrips(Debugger& debugger, Figures& figures) {
  std::vector<double> times;
  for (int i = 0; i < kRoundTrips; ++i) {
    const auto begun = Clock::now();
    debugger.call("Runtime.evaluate", R"({"expression":"6 * 7","returnByValue":true})");
    times.push_back(secondsSince(begun) * 1e6);
  }
  std::sort(times.begin(), times.end());
  figures.median = times[times.size() / 2];
  figures.slowest = times[times.size() * 99 / 100];
}

void measurePipelined(Debugger& debugger, Figures& figures) {
  const auto begun = Clock::now();
  for (int i = 0; i < kPipelined; i += kAtOnce)
    debugger.callMany(kAtOnce, "Runtime.evaluate", R"({"expression":"6 * 7","returnByValue":true})");
  figures.perSecond = kPipelined / secondsSince(begun);
}

void measureConsole(Debugger& debugger, Figures& figures) {
  const auto begun = Clock::now();
  const std::string count = std::to_string(kConsoleLines);
  const std::string loop = "for (let i = 0; i < " + count + "; ++i) console.log('line', i)";
  debugger.post("Runtime.evaluate", "{\"expression\":\"" + loop + "\"}");
  debugger.takeConsoleLines(kConsoleLines);
  figures.consoleTime = secondsSince(begun) * 1e3;
  debugger.call("Runtime.discardConsoleEntries");
}

// The answer of the evaluation that wrote the lines comes behind them and is taken by the call after it.
Figures measure(Debugger& debugger) {
  Figures figures{};
  measureRoundTrips(debugger, figures);
  measurePipelined(debugger, figures);
  measureConsole(debugger, figures);
  debugger.takeAnswers(1);
  return figures;
}

double median(const std::vector<Figures>& all, double Figures::*which) {
  std::vector<double> values;
  for (const Figures& each : all) values.push_back(each.*which);
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Row {
  const char* title;
  const char* unit;
  double Figures::*which;
  double target;
  bool isMoreBetter;
};

constexpr Row kRows[] = {
    {"Runtime.evaluate, round trip, median", "us", &Figures::median, 1.0, false},
    {"Runtime.evaluate, round trip, 99 of 100", "us", &Figures::slowest, 1.0, false},
    {"Runtime.evaluate, pipelined", "calls/s", &Figures::perSecond, 1.5, true},
    {"100,000 console messages to a client", "ms", &Figures::consoleTime, 1.0, false},
};

void print(const Row& row, const std::vector<Figures>& ours, const std::vector<Figures>& theirs) {
  const double here = median(ours, row.which);
  const double there = median(theirs, row.which);
  const double ratio = here / there;
  const bool isMet = row.isMoreBetter ? ratio >= row.target : ratio <= row.target;
  std::printf("%-42s %10.1f %-8s Node %10.1f %-8s ratio %5.2f, %s %.1f: %s\n", row.title, here, row.unit, there,
              row.unit, ratio, row.isMoreBetter ? "at least" : "at most", row.target, isMet ? "met" : "NOT MET");
}

}  // namespace

int main() {
  if (std::string(KIT_NODE).empty()) {
    std::puts("No Node on this V8 to compare with.");
    return 0;
  }
  const std::string program = BENCH_PROGRAMS "/inspected.js";
  const Inspected engine({VMSCOPE_ENGINE, "run", "--inspect=0", program});
  const Inspected node({KIT_NODE, "--inspect=0", program});
  Debugger here(engine);
  Debugger there(node);
  std::vector<Figures> ours, theirs;
  for (int round = 0; round < kRounds; ++round) {
    ours.push_back(measure(here));
    theirs.push_back(measure(there));
  }
  for (const Row& row : kRows) print(row, ours, theirs);
}
