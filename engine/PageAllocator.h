#pragma once

#include <v8-platform.h>

#include "engine/PageArenas.h"

namespace vmscope {

/// Gives V8 the memory of its heaps: the platform's, and huge pages where much of it is about to be filled.
///
/// V8 asks from any thread. Owned by the platform; the allocator that it forwards to outlives it.
class PageAllocator final : public v8::PageAllocator {
 public:
  explicit PageAllocator(v8::PageAllocator& platform) : platform_(platform) {}

  /// While one is on the stack, the heap pages that its thread gets are about to be filled. Making a context fills
  /// about 190 KB, and the kernel's faults for each 4 KiB of them would be a third of the time.
  class Filling {
   public:
    Filling() : outer_(isFilling_) { isFilling_ = true; }
    ~Filling() { isFilling_ = outer_; }
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;

   private:
    const bool outer_;
  };

  void* AllocatePages(void* address, std::size_t length, std::size_t alignment, Permission permissions) override;
  bool FreePages(void* address, std::size_t length) override;
  /// Gives back the end of an allocation.
  bool ReleasePages(void* address, std::size_t length, std::size_t newLength) override;

  std::size_t AllocatePageSize() override { return platform_.AllocatePageSize(); }
  std::size_t CommitPageSize() override { return platform_.CommitPageSize(); }
  void SetRandomMmapSeed(std::int64_t seed) override { platform_.SetRandomMmapSeed(seed); }
  void* GetRandomMmapAddr() override { return platform_.GetRandomMmapAddr(); }
  bool SetPermissions(void* address, std::size_t length, Permission permissions) override;
  bool RecommitPages(void* address, std::size_t length, Permission permissions) override;
  bool DiscardSystemPages(void* address, std::size_t size) override;
  bool DecommitPages(void* address, std::size_t size) override;
  bool SealPages(void* address, std::size_t length) override;

 private:
  static thread_local bool isFilling_;

  v8::PageAllocator& platform_;
  PageArenas arenas_;
};

}  // namespace vmscope
