#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>

namespace vmscope {

/// Pieces of memory of the size of V8's heap pages, cut from blocks that the kernel may back with one huge page each.
///
/// For memory that is about to be filled: one fault for a block instead of one for each 4 KiB of it. Any thread may
/// call; owned by the `PageAllocator`.
class PageArenas {
 public:
  static constexpr std::size_t kPiece = std::size_t{256} << 10;
  static constexpr std::size_t kPiecesOfBlock = 8;
  static constexpr std::size_t kBlock = kPiece * kPiecesOfBlock;

  PageArenas() = default;
  ~PageArenas();
  PageArenas(const PageArenas&) = delete;
  PageArenas& operator=(const PageArenas&) = delete;

  /// A piece of zeros, readable and writable, aligned to its size; null where the kernel has no more memory.
  void* allocate();
  /// False where `address` is not the start of a piece in use. The memory goes back to the kernel at once.
  bool free(void* address);
  /// Whether `address` lies in a piece in use.
  bool owns(const void* address) const;

 private:
  using Pieces = std::uint8_t;  // a bit each: whether it is in use
  using Block = std::map<std::uintptr_t, Pieces>::iterator;

  Block addBlock();
  Block blockOf(std::uintptr_t address);

  mutable std::mutex mutex_;
  std::map<std::uintptr_t, Pieces> blocks_;
  std::set<std::uintptr_t> withRoom_;
};

}  // namespace vmscope
