#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "engine/microtask/HeapWords.h"

namespace vmscope {

/// What V8 keeps in a slot of a microtask queue: its five classes of job.
enum class JobShape : std::uint8_t { Callable, Callback, Fulfill, Reject, Thenable };
inline constexpr std::size_t kJobShapes = 5;

/// Where things stand in V8's queue and job objects, counted in words. Found by `Calibration`, never written down.
struct QueueLayout {
  struct Ring {
    int size = -1, capacity = -1, start = -1, buffer = -1, finished = -1;
  } ring;

  std::array<int, kJobShapes> jobTypes{};  ///< V8's instance type of each shape
  struct Callable {
    int function = -1;
  } callable;
  struct Callback {
    int callback = -1, data = -1;
  } callback;
  struct Reaction {
    int argument = -1, handler = -1, promise = -1;
  } reaction;
  struct Thenable {
    int promise = -1, thenable = -1, then = -1;
  } thenable;

  struct Function {
    int instanceType = -1, shared = -1, context = -1;
  } function;
  struct Generator {
    int function = -1, continuation = -1, promise = -1;
  } generator;
  struct PendingPromise {
    int reactions = -1;                         ///< the newest reaction
    int handler = -1, next = -1, promise = -1;  ///< of a reaction
    int reactionType = -1;
  } pending;
  int sharedFunctionType = -1;
  int foreignAddress = -1;
  int awaitGenerator = -1;  ///< the suspended generator, in the context of an await's handler
  int stepModule = -1;      ///< the module, in the context of the handlers that go on with its importers; -1: not known
  int finallyCallback = -1;  ///< onFinally, in the context of a finally's handler
  int capabilityType = -1;
  int capabilityPromise = -1;  ///< the promise of a PromiseCapability

  /// The shape of a job of V8's `instanceType`; nothing for one that this V8 did not have when it was calibrated.
  std::optional<JobShape> shapeOf(int instanceType) const;
  /// The promise that a reaction job settles; 0 where it settles none.
  heap::Word promiseOf(heap::Word reactionJob) const { return promiseOf(reactionJob, reaction.promise); }
  /// The promise, or that of the capability, which `object` has at `index`.
  heap::Word promiseOf(heap::Word object, int index) const;
};

}  // namespace vmscope
