// What watching microtasks costs: nobody watching against bare V8, checkpoints, each job, a trace, origins; and how
// long a look at a queue takes.

#include <v8-inspector.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "engine/Isolate.h"
#include "engine/Platform.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/microtask/TraceRecorder.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/Script.h"
#include "inspector/GeneratorLocator.h"

namespace vmscope {
namespace {

constexpr int kRounds = 31;
constexpr int kWarmUps = 2;

/// Processor time of this thread: what else the machine does is not counted.
double milliseconds(const std::function<void()>& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  const double begun = now();
  work();
  return now() - begun;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// The best of several runs, after one to warm up: what else the machine does only adds to the others.
double best(int runs, const std::function<double()>& run) {
  run();
  double shortest = run();
  for (int i = 1; i < runs; ++i) shortest = std::min(shortest, run());
  return shortest;
}

void printTarget(double value, double target, const char* why) {
  if (target <= 0) {
    std::putchar('\n');
  } else if (value <= target) {
    std::printf("  target %.2f: met\n", target);
  } else {
    std::printf("  target %.2f: NOT MET; %s\n", target, why);
  }
}

long residentMegabytes() {
  std::ifstream status("/proc/self/statm");
  long size = 0;
  long resident = 0;
  status >> size >> resident;
  return resident * 4096 / (1 << 20);
}

struct Workload {
  const char* name;
  const char* source;  ///< an expression: a function that enqueues, and whose jobs are the work
  int jobs;
};

constexpr Workload kWorkloads[] = {
    {"one chain of awaits", "async () => { for (let i = 0; i < 200000; ++i) await i }", 200'000},
    {"1,000 chains of awaits",
     "() => { for (let k = 0; k < 1000; ++k) (async () => { for (let i = 0; i < 200; ++i) await i })() }", 200'000},
    {"calls of an async function, awaited",
     "async () => { const call = async i => i; for (let i = 0; i < 200000; ++i) await call(i) }", 200'000},
    {"then, with some work in each job",
     "() => { let p = Promise.resolve({}); const work = o => { const r = []; for (let i = 0; i < 60; ++i) r.push({ i, "
     "o });"
     "  return JSON.stringify(r.length) }; for (let i = 0; i < 20000; ++i) p = p.then(work) }",
     20'000},
};

enum class Checkpoint { Bare, Engine };

/// A way to be watched, and what may become of the time then.
struct Mode {
  const char* name;
  std::function<void()> begin;
  std::function<void()> end;
  double mostRatio = 0;         ///< to bare V8's; 0: none
  double mostMicroseconds = 0;  ///< more than bare V8 takes, for each job; 0: none
  const char* why = "";         ///< what the profile shows, should a target be missed
  Checkpoint checkpoint = Checkpoint::Engine;
};

class Bench {
 public:
  void run() {
    locateAwaits();
    std::ifstream("/proc/loadavg") >> load_;
    std::printf("Processor time, medians of %d rounds in which each row ran once; the machine's load is %s\n", kRounds,
                load_.c_str());
    for (const Workload& workload : kWorkloads) compare(workload, unhooked());
    look();
    record();
    std::printf("\nFrom here on V8's promise hook is set, or was: V8 keeps its slower paths for good then.\n");
    for (const Workload& workload : kWorkloads) compare(workload, hooked());
  }

 private:
  v8::Local<v8::Function> compile(Lock& lock, const char* source) {
    Context& main = isolate_.contexts().main();
    const auto script = Script::compile(lock, main, lock.string("(" + std::string(source) + ")"), {"bench.js"});
    return std::get<Script>(script).run(lock, main).value().As<v8::Function>();
  }

  double time(const Workload& workload, Checkpoint checkpoint) {
    Lock lock(isolate_);
    const auto context = isolate_.contexts().main().v8(lock);
    const v8::Context::Scope scope(context);
    const auto function = compile(lock, workload.source);
    return milliseconds([&] {
      const JobOrigins::Activity activity(isolate_.microtasks().origins(), JobCause::Kind::Script,
                                          [] { return "bench.js"; });
      (void)function->Call(context, v8::Undefined(lock.v8()), 0, nullptr).IsEmpty();
      if (checkpoint == Checkpoint::Bare) {
        isolate_.defaultQueue().v8()->PerformCheckpoint(lock.v8());
      } else {
        isolate_.defaultQueue().checkpoint(lock);
      }
    });
  }

  std::vector<Mode> unhooked() {
    Microtasks& microtasks = isolate_.microtasks();
    const auto observe = [&](JobDetail detail) { return [&, detail] { microtasks.observe(observer_, detail); }; };
    const auto unobserve = [&] { microtasks.unobserve(observer_); };
    const auto nothing = [] {};
    return {
        {"bare V8", nothing, nothing, 0, 0, "", Checkpoint::Bare},
        {"nobody watching", nothing, nothing, 1.02, 0,
         "it is V8's own checkpoint; when a collection falls differs by as much"},
        {"queues watched", observe(JobDetail::Checkpoints), unobserve, 1.5, 0, "the look at the queue's ends"},
        {"each job watched", observe(JobDetail::EachJob), unobserve},
        {"trace recorded", [&] { recorder_.start(); }, [&] { recorder_.stop(); }},
    };
  }

  std::vector<Mode> hooked() {
    Microtasks& microtasks = isolate_.microtasks();
    const auto originsAt = [&](OriginLevel level) {
      return [&, level] {
        microtasks.origins().setLevel(level);
        microtasks.observe(observer_, JobDetail::Checkpoints);
      };
    };
    const auto stop = [&] {
      microtasks.unobserve(observer_);
      microtasks.origins().setLevel(OriginLevel::None);
    };
    const auto nothing = [] {};
    constexpr const char* kWhy = "V8's own calls of the hook and its walk up the stack are most of it";
    return {
        {"bare V8", nothing, nothing, 0, 0, "", Checkpoint::Bare},
        {"nobody watching", nothing, nothing, 1.02, 0,
         "it is V8's own checkpoint; when a collection falls differs by as much"},
        {"one-frame origins", originsAt(OriginLevel::Top), stop, 0, 1, kWhy},
        {"origins with their stacks", originsAt(OriginLevel::Full), stop},
    };
  }

  void compare(const Workload& workload, const std::vector<Mode>& modes) {
    std::printf("\n%s (%d jobs)\n", workload.name, workload.jobs);
    std::vector<std::vector<double>> times(modes.size());
    std::vector<std::size_t> order(modes.size());
    std::iota(order.begin(), order.end(), 0);
    for (int round = 0; round < kRounds + kWarmUps; ++round) {
      // Who runs after whom decides who collects whose garbage.
      std::shuffle(order.begin(), order.end(), random_);
      for (const std::size_t i : order) {
        modes[i].begin();
        times[i].push_back(time(workload, modes[i].checkpoint));
        modes[i].end();
      }
    }
    for (auto& ofMode : times) ofMode.erase(ofMode.begin(), ofMode.begin() + kWarmUps);
    const double nanoseconds = 1e6 / workload.jobs;
    const double bare = median(times[0]) * nanoseconds;
    if (const auto [before, isFirst] = bareBefore_.try_emplace(workload.name, bare); !isFirst) {
      std::printf("  %-30s %8.1f ns a job  (%.2f of what it was)\n", "bare V8 once it had a hook", bare,
                  bare / before->second);
    }
    for (std::size_t i = 0; i < modes.size(); ++i) {
      const Mode& mode = modes[i];
      std::vector<double> ratios;
      for (std::size_t round = 0; round < times[i].size(); ++round) ratios.push_back(times[i][round] / times[0][round]);
      const double ratio = median(ratios);
      std::printf("  %-30s %8.1f ns a job  ratio %6.3f", mode.name, median(times[i]) * nanoseconds, ratio);
      if (mode.mostMicroseconds > 0) {
        const double more = (median(times[i]) - median(times[0])) * nanoseconds / 1000;
        std::printf("  %.2f us more", more);
        printTarget(more, mode.mostMicroseconds, mode.why);
      } else {
        printTarget(ratio, mode.mostRatio, mode.why);
      }
    }
    std::fflush(stdout);
  }

  void look() {
    Lock lock(isolate_);
    Microtasks& microtasks = isolate_.microtasks();
    MicrotaskQueue& queue = isolate_.defaultQueue();
    const v8::Context::Scope scope(isolate_.contexts().main().v8(lock));
    std::printf("\na look at a queue\n");
    std::printf("  %-44s %8.3f ms\n", "calibration, once for an isolate", best(5, [&] {
                  return milliseconds([&] {
                    if (!calibrate(lock.v8()).isExact()) std::puts("not exact");
                  });
                }));
    const auto enqueue = [&](const char* source) {
      (void)compile(lock, source)->Call(scopeContext(lock), v8::Undefined(lock.v8()), 0, nullptr).IsEmpty();
    };
    const auto measure = [&](const char* name, std::int64_t from, std::int64_t count, bool afterCollection) {
      const double took = best(9, [&] {
        if (afterCollection) lock.v8()->LowMemoryNotification();
        return milliseconds([&] { (void)microtasks.view(queue, from, count).page.jobs.size(); });
      });
      std::printf("  %-44s %8.3f ms", name, took);
      printTarget(took, 2, "reading each job's words");
    };
    enqueue(
        "() => { const p = Promise.resolve(); for (let i = 0; i < 2500; ++i) { p.then(() => {}); p.finally(() => {});"
        "  (async () => { await p })(); p.then() } }");
    measure("10,000 jobs", 0, 10'000, false);
    measure("10,000 jobs, just after a collection", 0, 10'000, true);
    queue.v8()->PerformCheckpoint(lock.v8());
    enqueue("() => { const p = Promise.resolve(); for (let i = 0; i < 1000000; ++i) p.then(() => {}) }");
    measure("100 jobs of a million", 500'000, 100, false);
    queue.v8()->PerformCheckpoint(lock.v8());
  }

  v8::Local<v8::Context> scopeContext(Lock& lock) { return isolate_.contexts().main().v8(lock); }

  void record() {
    constexpr Workload kMillion{"", "async () => { for (let i = 0; i < 1000000; ++i) await i }", 1'000'000};
    time(kMillion, Checkpoint::Engine);  // so that V8's own memory has grown before
    const long before = residentMegabytes();
    recorder_.start();
    for (int i = 1; i <= 3; ++i) {
      const double took = time(kMillion, Checkpoint::Engine);
      std::printf("%s%d million jobs recorded: %.2f s, %ld MB more memory than before, %lld rows kept, %lld dropped\n",
                  i == 1 ? "\n" : "", i, took / 1000, residentMegabytes() - before,
                  static_cast<long long>(recorder_.trace().next() - recorder_.trace().first()),
                  static_cast<long long>(recorder_.trace().dropped()));
    }
    recorder_.stop();
  }

  void locateAwaits() { isolate_.microtasks().probe().setLocator(&locator_); }

  std::unique_ptr<v8_inspector::V8Inspector> makeInspector() {
    const Lock lock(isolate_);
    return v8_inspector::V8Inspector::create(isolate_.v8(), &client_);
  }

  std::string load_;
  std::mt19937 random_{1};
  std::map<std::string, double> bareBefore_;
  JobObserver observer_;
  Platform platform_;
  Isolate isolate_{platform_};
  v8_inspector::V8InspectorClient client_;
  std::unique_ptr<v8_inspector::V8Inspector> inspector_ = makeInspector();
  GeneratorLocator locator_{isolate_.v8(), *inspector_};
  TraceRecorder recorder_{isolate_};
};

}  // namespace
}  // namespace vmscope

int main() {
  vmscope::Bench().run();
  return 0;
}
