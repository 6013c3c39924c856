#pragma once

#include <v8-microtask-queue.h>

#include <cstdint>

#include "engine/microtask/HeapWords.h"
#include "engine/microtask/QueueLayout.h"

namespace vmscope {

/// A view of the ring buffer inside V8's microtask queue: how many jobs wait, which, and how many have run.
///
/// On the isolate's thread. The view reads V8's memory at each call, so it stays right while jobs run; `slot` gives a
/// word that a collection may change.
class Ring {
 public:
  Ring(const QueueLayout::Ring& layout, v8::MicrotaskQueue& queue)
      : layout_(layout), words_(reinterpret_cast<heap::Word*>(&queue)) {}

  std::int64_t size() const { return static_cast<std::int64_t>(words_[layout_.size]); }
  std::int64_t finished() const { return static_cast<std::int64_t>(words_[layout_.finished]); }
  heap::Word slot(std::int64_t index) const { return *slotAt(index); }

  /// Takes the head out of the queue and gives it to the caller, who must put it where V8's collector sees it before
  /// the next allocation.
  heap::Word takeHead() {
    const heap::Word head = slot(0);
    words_[layout_.start] = (words_[layout_.start] + 1) & (words_[layout_.capacity] - 1);
    words_[layout_.size] -= 1;
    return head;
  }
  /// Makes `job` the only one that waits. The queue is empty and has had a job before.
  void putOnly(heap::Word job) {
    *slotAt(0) = job;
    words_[layout_.size] = 1;
  }
  /// V8 has no buffer for a queue that never had a job, or whose jobs were dropped.
  bool hasBuffer() const { return words_[layout_.capacity] != 0; }

 private:
  heap::Word* slotAt(std::int64_t index) const {
    auto* buffer = reinterpret_cast<heap::Word*>(words_[layout_.buffer]);
    // V8 keeps the capacity a power of two.
    return buffer + ((words_[layout_.start] + static_cast<heap::Word>(index)) & (words_[layout_.capacity] - 1));
  }

  const QueueLayout::Ring& layout_;
  heap::Word* words_;
};

}  // namespace vmscope
