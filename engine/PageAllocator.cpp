#include "engine/PageAllocator.h"

#include <sys/mman.h>

namespace vmscope {

thread_local bool PageAllocator::isFilling_ = false;

void* PageAllocator::AllocatePages(void* address, std::size_t length, std::size_t alignment, Permission permissions) {
  const bool isHeapPage =
      length == PageArenas::kPiece && alignment <= PageArenas::kPiece && permissions == Permission::kReadWrite;
  if (isFilling_ && isHeapPage) {
    if (void* piece = arenas_.allocate()) return piece;
  }
  return platform_.AllocatePages(address, length, alignment, permissions);
}

bool PageAllocator::FreePages(void* address, std::size_t length) {
  return arenas_.free(address) || platform_.FreePages(address, length);
}

bool PageAllocator::ReleasePages(void* address, std::size_t length, std::size_t newLength) {
  if (!arenas_.owns(address)) return platform_.ReleasePages(address, length, newLength);
  return ::madvise(static_cast<char*>(address) + newLength, length - newLength, MADV_DONTNEED) == 0;
}

bool PageAllocator::SetPermissions(void* address, std::size_t length, Permission permissions) {
  return platform_.SetPermissions(address, length, permissions);
}

bool PageAllocator::RecommitPages(void* address, std::size_t length, Permission permissions) {
  return platform_.RecommitPages(address, length, permissions);
}

bool PageAllocator::DiscardSystemPages(void* address, std::size_t size) {
  return platform_.DiscardSystemPages(address, size);
}

bool PageAllocator::DecommitPages(void* address, std::size_t size) {
  return platform_.DecommitPages(address, size);
}

bool PageAllocator::SealPages(void* address, std::size_t length) {
  return platform_.SealPages(address, length);
}

}  // namespace vmscope
