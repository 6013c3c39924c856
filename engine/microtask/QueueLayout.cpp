#include "engine/microtask/QueueLayout.h"

namespace vmscope {

std::optional<JobShape> QueueLayout::shapeOf(int instanceType) const {
  for (std::size_t i = 0; i < kJobShapes; ++i) {
    if (jobTypes[i] == instanceType) return static_cast<JobShape>(i);
  }
  return std::nullopt;
}

heap::Word QueueLayout::promiseOf(heap::Word object, int index) const {
  const heap::Word promise = heap::field(object, index);
  if (!heap::isObject(promise) || heap::isOddball(promise)) return 0;
  return heap::instanceType(promise) == capabilityType ? heap::field(promise, capabilityPromise) : promise;
}

}  // namespace vmscope
