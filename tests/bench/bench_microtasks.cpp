// What watching microtasks costs: nobody watching against bare V8, checkpoints, each job, a trace, origins; and how
// long a look at a queue takes.

#include <v8-inspector.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>

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

double milliseconds(const std::function<void()>& work) {
  const auto begun = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// The best of several runs, after one to warm up: what else the machine does only adds to the others.
double best(int runs, const std::function<double()>& run) {
  run();
  double shortest = run();
  for (int i = 1; i < runs; ++i) shortest = std::min(shortest, run());
  return shortest;
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
    {"then, with some work in each job",
     "() => { let p = Promise.resolve({}); const work = o => { const r = []; for (let i = 0; i < 60; ++i) r.push({ i, "
     "o });"
     "  return JSON.stringify(r.length) }; for (let i = 0; i < 20000; ++i) p = p.then(work) }",
     20'000},
};

class Bench {
 public:
  void run() {
    locateAwaits();
    for (const Workload& workload : kWorkloads) compare(workload);
    look();
    record();
  }

 private:
  enum class Checkpoint { Bare, Engine };

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

  void compare(const Workload& workload) {
    std::printf("\n%s (%d jobs)\n", workload.name, workload.jobs);
    const double bare = best(15, [&] { return time(workload, Checkpoint::Bare); });
    const auto row = [&](const char* name, double took) {
      std::printf("  %-34s %8.1f ns a job  %6.2f\n", name, took * 1e6 / workload.jobs, took / bare);
    };
    row("bare V8", bare);
    row("nobody watching", best(15, [&] { return time(workload, Checkpoint::Engine); }));
    Microtasks& microtasks = isolate_.microtasks();
    JobObserver observer;
    microtasks.observe(observer, JobDetail::Checkpoints);
    row("queues watched", best(5, [&] { return time(workload, Checkpoint::Engine); }));
    microtasks.origins().setLevel(OriginLevel::Top);
    row("queues watched, one-frame origins", best(5, [&] { return time(workload, Checkpoint::Engine); }));
    microtasks.origins().setLevel(OriginLevel::None);
    microtasks.observe(observer, JobDetail::EachJob);
    row("each job watched", best(5, [&] { return time(workload, Checkpoint::Engine); }));
    microtasks.unobserve(observer);
    recorder_.start();
    row("trace recorded", best(5, [&] { return time(workload, Checkpoint::Engine); }));
    recorder_.stop();
    row("nobody watching, afterwards", best(9, [&] { return time(workload, Checkpoint::Engine); }));
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
      std::printf("  %-44s %8.3f ms\n", name, took);
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
    recorder_.start();
    const long before = residentMegabytes();
    const double took = time(kMillion, Checkpoint::Engine);
    std::printf("\na million jobs recorded: %.2f s, %ld MB more memory, %lld rows kept and %lld dropped\n", took / 1000,
                residentMegabytes() - before,
                static_cast<long long>(recorder_.trace().next() - recorder_.trace().first()),
                static_cast<long long>(recorder_.trace().dropped()));
    recorder_.stop();
  }

  void locateAwaits() { isolate_.microtasks().probe().setLocator(&locator_); }

  std::unique_ptr<v8_inspector::V8Inspector> makeInspector() {
    const Lock lock(isolate_);
    return v8_inspector::V8Inspector::create(isolate_.v8(), &client_);
  }

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
