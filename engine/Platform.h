#pragma once

#include <v8-platform.h>

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace vmscope {

class ForegroundTasks;
class PageAllocator;

/// The process's V8: sets its flags, initialises it, and gives each isolate's foreground tasks to that isolate's loop.
///
/// One per process, made first on the main thread and destroyed last. Worker threads and jobs are V8's default ones.
class Platform final : public v8::Platform {
 public:
  /// `flags` are V8's own ("--stress-compaction"), applied before V8 freezes them. Aborts the process with one line on
  /// stderr where headers and library are of different versions.
  explicit Platform(const std::vector<std::string>& flags = {});
  ~Platform() override;

  /// Those of the constructor's flags that V8 does not know.
  const std::vector<std::string>& unknownFlags() const { return unknownFlags_; }

  /// The version of the library, as `v8::V8::GetVersion` says it.
  static const char* v8Version();

  /// From here on tasks for `isolate` go to `tasks`; to be called before V8 initialises that isolate.
  void adopt(v8::Isolate* isolate, std::shared_ptr<ForegroundTasks> tasks);
  void forget(v8::Isolate* isolate);

  int NumberOfWorkerThreads() override;
  std::shared_ptr<v8::TaskRunner> GetForegroundTaskRunner(v8::Isolate* isolate, v8::TaskPriority priority) override;
  double MonotonicallyIncreasingTime() override;
  double CurrentClockTimeMillis() override;
  v8::PageAllocator* GetPageAllocator() override;
  v8::ThreadIsolatedAllocator* GetThreadIsolatedAllocator() override;
  v8::TracingController* GetTracingController() override;
  StackTracePrinter GetStackTracePrinter() override;

 private:
  std::unique_ptr<v8::JobHandle> CreateJobImpl(v8::TaskPriority priority, std::unique_ptr<v8::JobTask> task,
                                               const v8::SourceLocation& location) override;
  void PostTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task,
                                  const v8::SourceLocation& location) override;
  void PostDelayedTaskOnWorkerThreadImpl(v8::TaskPriority priority, std::unique_ptr<v8::Task> task, double delay,
                                         const v8::SourceLocation& location) override;

  void setFlags(const std::vector<std::string>& flags);

  std::unique_ptr<v8::Platform> workers_;
  std::unique_ptr<PageAllocator> pages_;
  std::vector<std::string> unknownFlags_;
  std::mutex mutex_;
  std::unordered_map<v8::Isolate*, std::shared_ptr<ForegroundTasks>> tasks_;
};

}  // namespace vmscope
