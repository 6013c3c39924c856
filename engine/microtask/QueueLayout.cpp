#include "engine/microtask/QueueLayout.h"

namespace vmscope {

std::optional<JobShape> QueueLayout::shapeOf(int instanceType) const {
  for (std::size_t i = 0; i < kJobShapes; ++i) {
    if (jobTypes[i] == instanceType) return static_cast<JobShape>(i);
  }
  return std::nullopt;
}

heap::Word QueueLayout::promiseOf(heap::Word reactionJob) const {
  const heap::Word promise = heap::field(reactionJob, reaction.promise);
  if (!heap::isObject(promise) || heap::instanceType(promise) == v8::internal::Internals::kOddballType) return 0;
  return heap::instanceType(promise) == capabilityType ? heap::field(promise, capabilityPromise) : promise;
}

}  // namespace vmscope
