#pragma once

#include <cstddef>

#include "engine/microtask/BuiltinHandlers.h"
#include "engine/microtask/HeapWords.h"
#include "engine/microtask/QueueLayout.h"

namespace vmscope {

/// What one look at a job object of V8 tells. Its words are valid until V8 allocates.
struct JobSample {
  enum class Sort : std::uint8_t {
    Unknown,
    Function,
    Object,
    Suspended,
    Finally,
    Module,
    Builtin,
    HostCallback,
    PassesOn
  };

  Sort sort = Sort::Unknown;
  JobShape shape = JobShape::Callback;
  BuiltinHandler builtin = BuiltinHandler::Count;
  heap::Word subject = 0;       ///< the function, generator or object that the job runs
  heap::Word suspended = 0;     ///< the function of a generator
  heap::Word identity = 0;      ///< what jobs that run the same code have in common: a function's shared part
  heap::Word continuation = 0;  ///< where a generator waits, as V8 numbers its places

  bool operator==(const JobSample& other) const {
    return identity == other.identity && continuation == other.continuation && shape == other.shape &&
           sort == other.sort;
  }
  struct Hash {
    std::size_t operator()(const JobSample& sample) const {
      return (sample.identity >> 3) * 31 + (sample.continuation >> 31) * 7 + static_cast<std::size_t>(sample.shape);
    }
  };
};

/// Looks at V8's job objects without allocating on V8's heap. Lives as long as no collection happens.
class JobReader {
 public:
  JobReader(const QueueLayout& layout, BuiltinHandlers::View builtins) : layout_(layout), builtins_(builtins) {}

  JobSample look(heap::Word job) const;
  /// As `look`, at the handler of a reaction that has no job yet.
  JobSample lookAtReaction(JobShape shape, heap::Word handler) const;
  /// An object of the realm that the job runs in: its handler, or the promise it settles; 0 where it has neither.
  heap::Word realmObject(heap::Word job) const;

 private:
  JobSample lookAtCallable(JobShape shape, heap::Word callable) const;
  JobSample lookAtSuspended(JobShape shape, BuiltinHandler builtin, heap::Word handler) const;
  bool isPlainFunction(heap::Word object) const {
    return heap::isObject(object) && heap::instanceType(object) == layout_.function.instanceType;
  }

  const QueueLayout& layout_;
  BuiltinHandlers::View builtins_;
};

}  // namespace vmscope
