#include "engine/Isolate.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "engine/ArrayBufferAllocator.h"
#include "engine/EventLoop.h"
#include "engine/ForegroundTasks.h"
#include "engine/Interrupts.h"
#include "engine/Observer.h"
#include "engine/Platform.h"
#include "engine/Rejections.h"
#include "engine/Timers.h"
#include "engine/Watchdog.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/module/DynamicImport.h"
#include "engine/module/Modules.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

// What a script about to exhaust the heap gets on top, to unwind in.
constexpr std::size_t kUnwindRoom = std::size_t{64} << 20;
constexpr int kExitOutOfMemory = 134;

void outOfMemory(const char* location, const v8::OOMDetails& details) {
  std::fprintf(stderr, "vmscope: out of memory (%s)%s\n", location,
               details.is_heap_oom ? ": the JavaScript heap is full" : "");
  std::_Exit(kExitOutOfMemory);
}

// What a callback of queueMicrotask throws: no call of ours sees it, and without a listener V8 prints it.
void reportUncaught(v8::Local<v8::Message> message, v8::Local<v8::Value> value) {
  Isolate& isolate = Isolate::from(v8::Isolate::GetCurrent());
  Lock lock(isolate);
  if (!lock.v8()->InContext() || isolate.offerThrownByJob(lock, {value, message})) return;
  isolate.reportException(lock, lock.v8()->GetCurrentContext(), {value, message}, "Uncaught");
}

}  // namespace

Isolate::Isolate(Platform& platform, const IsolateOptions& options)
    : platform_(platform),
      options_(options),
      isolate_(v8::Isolate::Allocate()),
      loop_(std::make_unique<EventLoop>()),
      interrupts_(std::make_unique<Interrupts>()),
      watchdog_(std::make_unique<Watchdog>(*this)) {
  tasks_ = std::make_shared<ForegroundTasks>([loop = loop_.get()](double delay) { loop->wakeIn(delay); });
  platform.adopt(isolate_, tasks_);
  loop_->onWake([this] {
    const bool ran = interrupts_->drain();
    if (!tasks_->hasDue()) return ran;
    Lock lock(*this);
    const Turn turn(*this);
    return tasks_->run() || ran;
  });

  v8::Isolate::CreateParams params;
  params.array_buffer_allocator_shared = makeArrayBufferAllocator(options.arrayBufferQuotaBytes);
  if (options.heapLimitBytes > 0) params.constraints.ConfigureDefaultsFromHeapSize(0, options.heapLimitBytes);
  v8::Isolate::Initialize(isolate_, params);

  isolate_->SetData(kSlot, this);
  isolate_->SetMicrotasksPolicy(v8::MicrotasksPolicy::kExplicit);
  isolate_->SetOOMErrorHandler(&outOfMemory);
  isolate_->AddMessageListener(&reportUncaught);
  isolate_->AddNearHeapLimitCallback(&Isolate::nearHeapLimit, this);
  isolate_->AutomaticallyRestoreInitialHeapLimit();
  loop_->timers().settleWith([this] {
    Lock lock(*this);
    const Turn turn(*this, Turn::End::Leave);
    return drain(lock);
  });
  rejections_ = std::make_unique<Rejections>(*this);
  microtasks_ = std::make_unique<Microtasks>(*this);
  contexts_ = std::make_unique<Contexts>(*this);
  imports_ = std::make_unique<DynamicImport>(*this);
  modules_ = std::make_unique<Modules>(*this);
}

Isolate::~Isolate() {
  watchdog_.reset();
  {
    Lock lock(*this);
    modules_.reset();
    imports_.reset();
    contexts_->disposeAll(lock);
    rejections_.reset();
  }
  runTicks_ = nullptr;
  uncaught_ = nullptr;
  describeObject_ = nullptr;
  jobThrew_ = nullptr;
  warn_ = nullptr;
  tasks_->close();
  loop_.reset();
  contexts_.reset();
  microtasks_.reset();
  isolate_->Dispose();
  platform_.forget(isolate_);
}

MicrotaskQueue& Isolate::defaultQueue() {
  return contexts_->defaultQueue();
}

void Isolate::interrupt(std::function<void()> task) {
  interrupts_->push(std::move(task));
  isolate_->RequestInterrupt([](v8::Isolate*, void* self) { static_cast<Isolate*>(self)->interrupts_->drain(); }, this);
  loop_->wakeIn(0);
}

void Isolate::terminate(TerminationReason reason) {
  termination_ = reason;
  isolate_->TerminateExecution();
}

TerminationReason Isolate::terminationReason() const {
  return termination_;
}

TerminationReason Isolate::endTermination() {
  isolate_->CancelTerminateExecution();
  const TerminationReason reason = termination_.exchange(TerminationReason::None);
  if (watchdog_->hasExpiredDeadline()) terminate(TerminationReason::Timeout);
  return reason;
}

std::size_t Isolate::nearHeapLimit(void* self, std::size_t current, std::size_t initial) {
  auto& isolate = *static_cast<Isolate*>(self);
  if (current > initial + kUnwindRoom / 2) return current;  // it had its extra room; now V8 gives up
  isolate.terminate(TerminationReason::HeapLimit);
  for (Observer* observer : isolate.observers_) observer->heapLimitReached(initial);
  return current + kUnwindRoom;
}

void Isolate::pauseProgram() {
  loop_->pauseProgram();
  tasks_->pause();
}

void Isolate::runTasksSoon() {
  loop_->post([this] {
    Lock lock(*this);
    const Turn turn(*this);
    tasks_->run();
  });
}

void Isolate::resumeProgram() {
  tasks_->resume();
  loop_->resumeProgram();
}

Isolate::Turn::Turn(Isolate& isolate, End end) : isolate_(isolate), end_(end) {
  if (isolate_.turnDepth_++ > 0) return;
  isolate_.tasks_->setStackEmpty(false);
  for (Observer* observer : isolate_.observers_) observer->turnStarted();
}

Isolate::Turn::~Turn() {
  if (isolate_.turnDepth_ == 1 && end_ == End::Drain && !isolate_.leavesCheckpoint_) {
    Lock lock(isolate_);
    isolate_.drain(lock);
  }
  if (--isolate_.turnDepth_ > 0) return;
  isolate_.leavesCheckpoint_ = false;
  isolate_.tasks_->setStackEmpty(true);
  for (Observer* observer : isolate_.observers_) observer->turnEnded();
}

Ran Isolate::drain(Lock& lock) {
  if (isDraining_) return Ran::Through;
  // A held queue holds up what comes after its jobs: ticks that they add, rejections that they may yet handle.
  if (microtasks_->isHeldBack(defaultQueue())) return Ran::Through;
  isDraining_ = true;
  const Ran ran = drainQueues(lock);
  isDraining_ = false;
  return ran;
}

Ran Isolate::drainQueues(Lock& lock) {
  Ran rejections;
  do {
    Ran ticks = runTicks_ ? runTicks_(lock) : Ran::Nothing;
    do {
      if (ticks == Ran::Threw) return Ran::Threw;
      defaultQueue().checkpoint(lock);
      if (microtasks_->isHeldBack(defaultQueue())) return Ran::Through;
      ticks = runTicks_ ? runTicks_(lock) : Ran::Nothing;  // jobs may have added some
    } while (ticks != Ran::Nothing);
    if (isolate_->IsExecutionTerminating() || terminationReason() != TerminationReason::None) endTermination();
    rejections = rejections_->report(lock);
  } while (rejections == Ran::Through);
  return rejections;
}

void Isolate::reportException(Lock& lock, v8::Local<v8::Context> context, const Thrown& thrown, std::string_view what) {
  if (Context* known = Context::from(context); known != nullptr) {
    for (Observer* observer : observers_) observer->exceptionThrown(lock, *known, thrown, what);
  }
  if (uncaught_) uncaught_(lock, thrown);
}

void Isolate::reportHandled(Lock& lock, v8::Local<v8::Promise> promise) {
  for (Observer* observer : observers_) observer->rejectionHandled(lock, promise);
}

void Isolate::warnOfExperiment(Lock& lock, const std::string& feature) {
  if (!warn_ || !warnedOf_.insert(feature).second) return;
  warn_(lock, "ExperimentalWarning", feature + " is an experimental feature and might change at any time");
}

void Isolate::observe(Observer& observer) {
  observers_.push_back(&observer);
}

void Isolate::unobserve(Observer& observer) {
  std::erase(observers_, &observer);
}

}  // namespace vmscope
