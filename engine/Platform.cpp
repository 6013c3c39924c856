#include "engine/Platform.h"

#include <libplatform/libplatform.h>
#include <v8-initialization.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "engine/ForegroundTasks.h"
#include "engine/PageAllocator.h"
#include "engine/V8Compat.h"

namespace vmscope {

namespace {

// What the newest documented `vm` needs, and what a laboratory for the language should have.
constexpr std::string_view kLanguageFlags = "--js-source-phase-imports --harmony-shadow-realm --js-base-64";

// Optimized loops lose their stack check when the unroller believes that what they call has one; built-ins like
// Array.prototype.fill have none, so neither a timeout nor Stop would end `for (;;) new Array(1000).fill(1)`.
constexpr std::string_view kStoppableLoops = "--no-turboshaft-loop-unrolling";

void checkVersion() {
  const std::string_view library = v8::V8::GetVersion();
  const std::string_view headers = kV8HeaderVersion;
  if (library.substr(0, headers.size()) == headers) return;
  std::fprintf(stderr, "vmscope: built for V8 %s but running on V8 %s; build again with the kit's headers\n",
               kV8HeaderVersion, v8::V8::GetVersion());
  std::exit(70);
}

std::unique_ptr<v8::Platform> makeWorkers() {
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  return v8::platform::NewDefaultPlatform();
}

}  // namespace

Platform::Platform(const std::vector<std::string>& flags)
    : workers_(makeWorkers()), pages_(std::make_unique<PageAllocator>(*workers_->GetPageAllocator())) {
  checkVersion();
  v8::V8::SetFlagsFromString(kLanguageFlags.data(), kLanguageFlags.size());
  v8::V8::SetFlagsFromString(kStoppableLoops.data(), kStoppableLoops.size());
  setFlags(flags);
  v8::V8::InitializePlatform(this);
  v8::V8::Initialize();
}

// V8 takes the flags it knows out of a command line, whose first word is the program.
void Platform::setFlags(const std::vector<std::string>& flags) {
  std::vector<std::string> words = flags;
  words.insert(words.begin(), "vmscope-engine");
  std::vector<char*> line;
  for (auto& word : words) line.push_back(word.data());
  int count = static_cast<int>(line.size());
  v8::V8::SetFlagsFromCommandLine(&count, line.data(), true);
  unknownFlags_.assign(line.begin() + 1, line.begin() + count);
}

Platform::~Platform() {
  v8::V8::Dispose();
  v8::V8::DisposePlatform();
}

const char* Platform::v8Version() {
  return v8::V8::GetVersion();
}

void Platform::adopt(v8::Isolate* isolate, std::shared_ptr<ForegroundTasks> tasks) {
  const std::lock_guard guard(mutex_);
  tasks_[isolate] = std::move(tasks);
}

void Platform::forget(v8::Isolate* isolate) {
  const std::lock_guard guard(mutex_);
  tasks_.erase(isolate);
}

int Platform::NumberOfWorkerThreads() {
  return workers_->NumberOfWorkerThreads();
}

std::shared_ptr<v8::TaskRunner> Platform::GetForegroundTaskRunner(v8::Isolate* isolate, v8::TaskPriority) {
  const std::lock_guard guard(mutex_);
  return tasks_.at(isolate);
}

double Platform::MonotonicallyIncreasingTime() {
  return workers_->MonotonicallyIncreasingTime();
}
double Platform::CurrentClockTimeMillis() {
  return workers_->CurrentClockTimeMillis();
}
v8::PageAllocator* Platform::GetPageAllocator() {
  return pages_.get();
}
v8::ThreadIsolatedAllocator* Platform::GetThreadIsolatedAllocator() {
  return workers_->GetThreadIsolatedAllocator();
}
v8::TracingController* Platform::GetTracingController() {
  return workers_->GetTracingController();
}
v8::Platform::StackTracePrinter Platform::GetStackTracePrinter() {
  return workers_->GetStackTracePrinter();
}

std::unique_ptr<v8::JobHandle> Platform::CreateJobImpl(v8::TaskPriority priority, std::unique_ptr<v8::JobTask> task,
                                                       const v8::SourceLocation& location) {
  return workers_->CreateJob(priority, std::move(task), location);
}

void Platform::PostTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task,
                                          const v8::SourceLocation& location) {
  switch (priority) {
    case v8::TaskPriority::kUserBlocking:
      return workers_->CallBlockingTaskOnWorkerThread(std::move(task), location);
    case v8::TaskPriority::kUserVisible:
      return workers_->CallOnWorkerThread(std::move(task), location);
    case v8::TaskPriority::kBestEffort:
      return workers_->CallLowPriorityTaskOnWorkerThread(std::move(task), location);
  }
}

void Platform::PostDelayedTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task,
                                                 double delay, const v8::SourceLocation& location) {
  if (priority == v8::TaskPriority::kBestEffort) {
    workers_->CallLowPriorityTaskOnWorkerThread(std::move(task), location);
  } else {
    workers_->CallDelayedOnWorkerThread(std::move(task), delay, location);
  }
}

}  // namespace vmscope
