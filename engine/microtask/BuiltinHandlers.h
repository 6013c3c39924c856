#pragma once

#include <v8.h>

#include <array>
#include <cstdint>
#include <span>

#include "engine/microtask/HeapWords.h"

namespace vmscope {

/// The functions that V8 itself registers as handlers of promise reactions. They have no name and no script of their
/// own.
enum class BuiltinHandler : std::uint8_t {
  AwaitFulfilled,
  AwaitRejected,
  AsyncGeneratorAwaitFulfilled,
  AsyncGeneratorAwaitRejected,
  AsyncGeneratorYield,
  ThenFinally,
  CatchFinally,
  FinallyValue,
  FinallyThrow,
  AllElement,
  AllSettledFulfilled,
  AllSettledRejected,
  AnyElement,
  ResolveFunction,
  RejectFunction,
  AsyncGeneratorReturn,
  AsyncGeneratorReturnRejected,
  AsyncGeneratorReturnClosed,
  AsyncGeneratorReturnClosedRejected,
  AsyncFromSyncValue,
  AsyncFromSyncClose,
  FromAsyncIterable,
  FromAsyncIterableRejected,
  FromAsyncArrayLike,
  FromAsyncArrayLikeRejected,
  AsyncModuleFulfilled,
  AsyncModuleRejected,
  Count
};

/// A piece of JavaScript whose only pending job has the handler that we want to get to know.
struct BuiltinExemplar {
  BuiltinHandler handler;
  const char* source;
  int jobsBefore;  ///< how many jobs to run until that job is the head
};

std::span<const BuiltinExemplar> builtinExemplars();

/// What a person reads for `handler`.
const char* describe(BuiltinHandler handler);

/// Whether the job behind `handler` resumes a suspended async function or async generator.
bool resumesGenerator(BuiltinHandler handler);
bool callsFinally(BuiltinHandler handler);
/// Whether it goes on with the evaluation of those who import a module.
bool evaluatesModules(BuiltinHandler handler);

/// The known built-in handlers, recognized by V8's one SharedFunctionInfo for each, whatever context a closure is from.
class BuiltinHandlers {
 public:
  static constexpr std::size_t kCount = static_cast<std::size_t>(BuiltinHandler::Count);

  /// What is known, as words of V8's heap: valid until V8 allocates.
  class View {
   public:
    /// The handler whose closures share `sharedFunction`, or `Count`.
    BuiltinHandler recognize(heap::Word sharedFunction) const;

   private:
    friend class BuiltinHandlers;
    std::array<heap::Word, kCount> words_{};
  };

  void learn(v8::Isolate* isolate, BuiltinHandler handler, heap::Word sharedFunction);
  bool knows(BuiltinHandler handler) const { return !shared_[static_cast<std::size_t>(handler)].IsEmpty(); }
  View view(v8::Isolate* isolate) const;

 private:
  // Handles, because a collection may move what they stand for; they keep no context alive.
  std::array<v8::Global<v8::Data>, kCount> shared_;
};

}  // namespace vmscope
