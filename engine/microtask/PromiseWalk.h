#pragma once

#include <cstddef>
#include <vector>

#include "engine/microtask/BuiltinHandlers.h"
#include "engine/microtask/HeapWords.h"
#include "engine/microtask/QueueLayout.h"

namespace vmscope {

/// Finds who waits for a promise, and who waits for them: reactions that have no job yet, because what they wait for is
/// pending. No allocation on V8's heap.
class PromiseWalk {
 public:
  PromiseWalk(const QueueLayout& layout, BuiltinHandlers::View builtins) : layout_(layout), builtins_(builtins) {}

  /// The handlers of at most `most` such reactions, nearest first, in the order in which they will run.
  std::vector<heap::Word> waitingFor(heap::Word promise, std::size_t most) const;
  /// The promise that a job settles, or that the function behind it returned; 0 where there is none.
  heap::Word settledBy(heap::Word job) const;

 private:
  heap::Word settledByHandler(heap::Word handler, heap::Word promise) const;
  void addReactions(heap::Word promise, std::vector<heap::Word>& reactions) const;

  const QueueLayout& layout_;
  BuiltinHandlers::View builtins_;
};

}  // namespace vmscope
