#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "engine/microtask/CallStacks.h"
#include "engine/microtask/JobStepper.h"
#include "tests/programs/LocatedFixture.h"
#include "tests/programs/RandomProgram.h"

namespace vmscope {
namespace {

constexpr int kPrograms = 300;

int option(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  return text ? std::atoi(text) : otherwise;
}

/// What the labels of many jobs were worth.
struct Tally {
  int sameWhenStepped = 0;
  int jobs = 0;
  int awaits = 0;
  int awaitsWithTrueLine = 0;
  int finallys = 0;
  int finallysNamed = 0;
  int handlers = 0;
  int handlersNamed = 0;
};

/// Compares each job's label, made before it ran, with what it logged first.
class LabelCheck final : public JobObserver {
 public:
  LabelCheck(const std::vector<std::string>& log, const test::RandomProgram& program, Tally& tally)
      : log_(log), program_(program), tally_(tally) {}

  /// From now on collects all garbage before every `jobs`-th job, so that everything may move between look and run.
  void collectEvery(v8::Isolate* isolate, int jobs) {
    isolate_ = isolate;
    collectEvery_ = jobs;
  }

  void jobStarted(const Job&, double) override {
    starts_.push_back(log_.size());
    if (collectEvery_ > 0 && ++started_ % collectEvery_ == 0) isolate_->LowMemoryNotification();
  }

  void jobFinished(const Job& job, const JobRun&) override {
    const std::size_t start = starts_.back();
    starts_.pop_back();
    ++tally_.jobs;
    check(job, start < log_.size() ? log_[start] : "");
  }

  std::string mistakes;

 private:
  void check(const Job& job, const std::string& ran) {
    count(job, ran);
    const JobHandler& handler = *job.handler;
    switch (job.kind) {
      case JobKind::Builtin:
        return;
      case JobKind::Await:
        if (ran == handler.name + "@" + std::to_string(handler.place.line + 1)) return;
        if (const auto yield = program_.yields().find(handler.place.line + 1);
            yield != program_.yields().end() && yield->second == handler.name) {
          return;
        }
        break;
      default:
        if (handler.name == "Object" || handler.name == "then") return;  // V8's own functions log nothing
        if (ran == plain(handler.name) && isOfKind(job.kind, ran)) return;
    }
    mistakes += std::string(toText(job.kind)) + " " + handler.name + ":" + std::to_string(handler.place.line + 1) +
                " logged '" + ran + "'\n";
  }

  static std::string plain(const std::string& name) {
    const auto space = name.rfind(' ');
    return space == std::string::npos ? name : name.substr(space + 1);
  }

  static bool isOfKind(JobKind kind, const std::string& ran) {
    constexpr std::pair<JobKind, char> kPrefixes[] = {{JobKind::Then, 't'},
                                                      {JobKind::Catch, 'c'},
                                                      {JobKind::Finally, 'f'},
                                                      {JobKind::Thenable, 'h'},
                                                      {JobKind::Callback, 'q'}};
    for (const auto& [each, prefix] : kPrefixes) {
      if (each == kind) return ran[0] == prefix;
    }
    return false;
  }

  void count(const Job& job, const std::string& ran) {
    if (ran.empty()) return;
    if (ran.find('@') != std::string::npos) {
      // A built-in may resume a function in its course: the consumer of a generator.
      ++tally_.awaits;
      tally_.awaitsWithTrueLine += job.kind == JobKind::Await ? 1 : 0;
    } else if (ran[0] == 'f') {
      ++tally_.finallys;
      tally_.finallysNamed += job.kind == JobKind::Finally ? 1 : 0;
    } else {
      ++tally_.handlers;
      tally_.handlersNamed += job.kind != JobKind::Builtin ? 1 : 0;
    }
  }

  const std::vector<std::string>& log_;
  const test::RandomProgram& program_;
  Tally& tally_;
  std::vector<std::size_t> starts_;
  v8::Isolate* isolate_ = nullptr;
  int collectEvery_ = 0;
  int started_ = 0;
};

class RandomProgramsTest : public test::LocatedTest {
 protected:
  enum class How { Plain, Watched, Stepped };

  RandomProgramsTest() {
    Lock lock(isolate);
    own_ = isolate.contexts().create(lock, {.microtaskMode = MicrotaskMode::AfterEvaluate}, ContextLife::Pinned);
    shared_ = isolate.contexts().create(lock, {}, ContextLife::Pinned);
    Context& main = isolate.contexts().main();
    for (Context* context : {&main, own_, shared_}) install(lock, *context, "log", &RandomProgramsTest::log);
    install(lock, main, "queueMicrotask", &RandomProgramsTest::queueMicrotask);
    install(lock, main, "inOwnQueue", &RandomProgramsTest::inOwnQueue);
    install(lock, main, "inSharedQueue", &RandomProgramsTest::inSharedQueue);
    isolate.v8()->SetHostImportModuleDynamicallyCallback(&RandomProgramsTest::import);
  }

  std::vector<std::string> runProgram(const test::RandomProgram& program, How how, JobObserver* observer) {
    log_.clear();
    Microtasks& microtasks = isolate.microtasks();
    if (observer) microtasks.observe(*observer, JobDetail::EachJob);
    if (how == How::Stepped) microtasks.stepper().hold(isolate.defaultQueue(), true);
    run(program.source());
    while (how == How::Stepped) {
      const auto step = microtasks.stepper().step(isolate.defaultQueue());
      if (!std::get<Stepped>(step).job) break;
    }
    if (how == How::Stepped) microtasks.stepper().hold(isolate.defaultQueue(), false);
    if (observer) microtasks.unobserve(*observer);
    return log_;
  }

  /// Runs each program unwatched, watched and stepped: the same must be logged, and each job must do what its label
  /// says.
  void check(int programs) {
    const int seed = option("VMSCOPE_SEED", 1);
    for (int i = 0; i < programs && !HasFatalFailure(); ++i) checkOne(static_cast<std::uint32_t>(seed + i));
    std::cout << tally_.sameWhenStepped << " of " << programs << " programs the same when stepped, " << tally_.jobs
              << " jobs; awaits with their true line " << tally_.awaitsWithTrueLine << " of " << tally_.awaits
              << ", finallys named " << tally_.finallysNamed << " of " << tally_.finallys << ", other handlers named "
              << tally_.handlersNamed << " of " << tally_.handlers << "\n";
    EXPECT_EQ(tally_.awaitsWithTrueLine, tally_.awaits);
    EXPECT_EQ(tally_.finallysNamed, tally_.finallys);
    EXPECT_GT(tally_.jobs, programs);
  }

 private:
  void checkOne(std::uint32_t seed) {
    const test::RandomProgram program(seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + program.source());
    const auto plain = runProgram(program, How::Plain, nullptr);
    LabelCheck watched(log_, program, tally_);
    ASSERT_EQ(runProgram(program, How::Watched, &watched), plain);
    ASSERT_EQ(watched.mistakes, "");
    LabelCheck stepped(log_, program, tally_);
    stepped.collectEvery(isolate.v8(), option("VMSCOPE_GC_EVERY", 15));
    ASSERT_EQ(runProgram(program, How::Stepped, &stepped), plain);
    ASSERT_EQ(stepped.mistakes, "");
    ++tally_.sameWhenStepped;
  }

  void install(Lock& lock, Context& context, const char* name, v8::FunctionCallback callback) {
    const v8::Context::Scope scope(context.v8(lock));
    const auto function =
        v8::Function::New(context.v8(lock), callback, v8::External::New(lock.v8(), this)).ToLocalChecked();
    context.v8(lock)->Global()->Set(context.v8(lock), lock.name(name), function).Check();
  }
  static RandomProgramsTest& self(const v8::FunctionCallbackInfo<v8::Value>& info) {
    return *static_cast<RandomProgramsTest*>(info.Data().As<v8::External>()->Value());
  }
  static void log(const v8::FunctionCallbackInfo<v8::Value>& info) {
    RandomProgramsTest& test = self(info);
    Lock lock(test.isolate);
    test.log_.push_back(lock.text(info[0]));
    if (test.areStacksChecked_) test.checkStacks();
  }
  /// A stack that is known again is the one that V8 tells anew.
  void checkStacks() {
    for (CallStacks* stacks : {&top_, &full_}) {
      const auto seen = stacks->now();
      const CreationStack anew = stacks->read();
      ASSERT_TRUE(
          std::equal(seen->begin(), seen->end(), anew.begin(), anew.end(), [](const auto& one, const auto& two) {
            return one.function == two.function && one.place.scriptId == two.place.scriptId &&
                   one.place.line == two.place.line && one.place.column == two.place.column;
          }));
    }
  }
  static void queueMicrotask(const v8::FunctionCallbackInfo<v8::Value>& info) {
    RandomProgramsTest& test = self(info);
    Lock lock(test.isolate);
    test.isolate.defaultQueue().enqueue(lock, info[0].As<v8::Function>());
  }
  static void inOwnQueue(const v8::FunctionCallbackInfo<v8::Value>& info) { runIn(*self(info).own_, info); }
  static void inSharedQueue(const v8::FunctionCallbackInfo<v8::Value>& info) { runIn(*self(info).shared_, info); }
  static void runIn(Context& other, const v8::FunctionCallbackInfo<v8::Value>& info) {
    RandomProgramsTest& test = self(info);
    Lock lock(test.isolate);
    const auto context = other.v8(lock);
    context->Global()->Set(context, lock.name("given"), info[0]).Check();
    test.run(other, lock.text(info[1]));
  }
  static v8::MaybeLocal<v8::Promise> import(v8::Local<v8::Context> context, v8::Local<v8::Data>, v8::Local<v8::Value>,
                                            v8::Local<v8::String>, v8::Local<v8::FixedArray>) {
    v8::Local<v8::Promise::Resolver> resolver;
    if (!v8::Promise::Resolver::New(context).ToLocal(&resolver)) return {};
    if (!resolver->Resolve(context, v8::Object::New(v8::Isolate::GetCurrent())).FromMaybe(false)) return {};
    return resolver->GetPromise();
  }

  Context* own_ = nullptr;
  Context* shared_ = nullptr;  // shares the default queue
  Tally tally_;
  std::vector<std::string> log_;
  CallStacks top_{isolate.v8(), CallStacks::Extent::Top};
  CallStacks full_{isolate.v8(), CallStacks::Extent::Full};

 protected:
  bool areStacksChecked_ = false;
};

TEST_F(RandomProgramsTest, RunAsTheQueueSaidAndAsTheyDoUnwatched) {
  check(option("VMSCOPE_PROGRAMS", kPrograms));
}

TEST_F(RandomProgramsTest, RunAsTheQueueSaidUnderADebugger) {
  attachDebugger();
  check(option("VMSCOPE_PROGRAMS", kPrograms) / 5);
}

TEST_F(RandomProgramsTest, RunAsTheQueueSaidWithOrigins) {
  isolate.microtasks().origins().setLevel(OriginLevel::Full);
  areStacksChecked_ = true;
  check(option("VMSCOPE_PROGRAMS", kPrograms) / 5);
}

}  // namespace
}  // namespace vmscope
