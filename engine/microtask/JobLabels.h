#pragma once

#include <v8.h>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/microtask/Calibration.h"
#include "engine/microtask/Job.h"
#include "engine/microtask/JobReader.h"

namespace vmscope {

class SuspensionLocator;

/// What a job does, in a person's words: its kind, and the function it runs. Never a guess; what is not known is a
/// built-in.
///
/// On the isolate's thread. Jobs that run the same function from the same place share one label, which is remembered
/// until V8 collects garbage; then objects may have moved, and all are looked at anew.
class JobLabels {
 public:
  explicit JobLabels(v8::Isolate* isolate) : isolate_(isolate) {}
  ~JobLabels();
  JobLabels(const JobLabels&) = delete;
  JobLabels& operator=(const JobLabels&) = delete;

  void setLocator(SuspensionLocator* locator);

  /// Fills in kind, handler and context of `jobs`, one for each of V8's job objects in `words`.
  void describe(const Calibrated& calibrated, std::span<const heap::Word> words, std::span<Job> jobs);
  /// As `describe`, for handlers of reactions that have no job yet.
  void describeHandlers(const Calibrated& calibrated, std::span<const heap::Word> handlers, std::span<Job> jobs);

 private:
  struct Label {
    JobKind kind = JobKind::Builtin;
    std::shared_ptr<const JobHandler> handler;
  };
  struct Subject;
  struct Found {
    std::size_t label;
    std::size_t realm;
  };

  static void countCollection(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* self);
  void forgetMoved(const Calibrated& calibrated);
  Found find(const JobSample& sample, heap::Word realmObject);
  void fill(std::span<Job> jobs);
  void nameNew();

  Label labelOf(const Subject& subject);
  Label functionLabel(JobKind kind, v8::Local<v8::Value> callable);
  Label moduleLabel(const Subject& subject);
  Label suspendedLabel(const Subject& subject);
  std::optional<SourcePlace> suspendedAt(v8::Local<v8::Function> function, const Subject& subject);
  std::shared_ptr<const JobHandler> ofBuiltinModule(v8::Local<v8::Function> function);
  std::shared_ptr<const JobHandler> builtin(const std::string& description);

  v8::Isolate* isolate_;
  SuspensionLocator* locator_ = nullptr;

  // By the words of samples and of maps, valid until the next collection.
  std::unordered_map<JobSample, std::size_t, JobSample::Hash> labelIndices_;
  std::unordered_map<heap::Word, std::size_t> realmIndices_;
  std::optional<BuiltinHandlers::View> builtinWords_;
  std::vector<Label> labels_;
  std::vector<int> realms_;
  std::vector<JobSample> newSamples_;
  std::vector<heap::Word> newRealms_;
  std::vector<Found> found_;
  bool isCounting_ = false;
  std::uint64_t collections_ = 0;
  std::uint64_t readAt_ = 0;

  // By script, start of the function and V8's number of the await in it: true for as long as the script exists, and
  // scripts' ids are not reused.
  std::map<std::tuple<int, int, int>, SourcePlace> suspensions_;
  std::map<std::string, std::shared_ptr<const JobHandler>, std::less<>> builtins_;
};

/// The name of a function as its source gives it; empty where it gives none.
std::string functionName(v8::Isolate* isolate, v8::Local<v8::Function> function);
/// Where the function's source is; unknown for one of the engine.
SourcePlace functionPlace(v8::Isolate* isolate, v8::Local<v8::Function> function);

}  // namespace vmscope
