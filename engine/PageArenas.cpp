#include "engine/PageArenas.h"

#include <sys/mman.h>

#include <bit>
#include <limits>

namespace vmscope {

namespace {

constexpr int kReadWrite = PROT_READ | PROT_WRITE;
constexpr int kAnonymous = MAP_PRIVATE | MAP_ANONYMOUS;

void* at(std::uintptr_t address) {
  return reinterpret_cast<void*>(address);  // what the kernel's calls take
}

std::uintptr_t numberOf(const void* address) {
  return reinterpret_cast<std::uintptr_t>(address);
}

std::uintptr_t alignedUp(std::uintptr_t address, std::size_t alignment) {
  return (address + alignment - 1) & ~(alignment - 1);
}

void unmap(std::uintptr_t begin, std::uintptr_t end) {
  if (begin < end) ::munmap(at(begin), end - begin);
}

// Twice the size holds a block that is aligned, as a huge page must be. 0 where there is no memory.
std::uintptr_t mapBlock() {
  void* mapped = ::mmap(nullptr, 2 * PageArenas::kBlock, kReadWrite, kAnonymous, -1, 0);
  if (mapped == MAP_FAILED) return 0;
  const std::uintptr_t begin = numberOf(mapped);
  const std::uintptr_t block = alignedUp(begin, PageArenas::kBlock);
  unmap(begin, block);
  unmap(block + PageArenas::kBlock, begin + 2 * PageArenas::kBlock);
  ::madvise(at(block), PageArenas::kBlock, MADV_HUGEPAGE);  // a kernel without them goes on with small ones
  return block;
}

// A new mapping in the same place, whatever permissions V8 left there. One of small pages: the kernel must not fill up
// the block again behind our back.
bool makeFresh(std::uintptr_t piece) {
  return ::mmap(at(piece), PageArenas::kPiece, kReadWrite, kAnonymous | MAP_FIXED, -1, 0) != MAP_FAILED;
}

}  // namespace

PageArenas::~PageArenas() {
  for (const auto& [block, pieces] : blocks_) unmap(block, block + kBlock);
}

PageArenas::Block PageArenas::addBlock() {
  const std::uintptr_t block = mapBlock();
  if (block == 0) return blocks_.end();
  withRoom_.insert(block);
  return blocks_.emplace(block, Pieces{0}).first;
}

PageArenas::Block PageArenas::blockOf(std::uintptr_t address) {
  return blocks_.find(address & ~(kBlock - 1));
}

void* PageArenas::allocate() {
  const std::lock_guard guard(mutex_);
  const auto block = withRoom_.empty() ? addBlock() : blocks_.find(*withRoom_.begin());
  if (block == blocks_.end()) return nullptr;
  const auto piece = static_cast<unsigned>(std::countr_one(block->second));
  block->second = static_cast<Pieces>(block->second | (1U << piece));
  if (block->second == std::numeric_limits<Pieces>::max()) withRoom_.erase(block->first);
  return at(block->first + piece * kPiece);
}

bool PageArenas::free(void* address) {
  const std::lock_guard guard(mutex_);
  const std::uintptr_t piece = numberOf(address);
  const auto block = blockOf(piece);
  if (block == blocks_.end()) return false;
  const auto bit = static_cast<Pieces>(1U << (piece - block->first) / kPiece);
  if (piece % kPiece != 0 || (block->second & bit) == 0) return false;
  if (block->second != bit) {
    if (!makeFresh(piece)) return true;  // it stays in use: nobody may have it as it is
    block->second = static_cast<Pieces>(block->second & ~bit);
    withRoom_.insert(block->first);
    return true;
  }
  unmap(block->first, block->first + kBlock);
  withRoom_.erase(block->first);
  blocks_.erase(block);
  return true;
}

bool PageArenas::owns(const void* address) const {
  const std::lock_guard guard(mutex_);
  const std::uintptr_t number = numberOf(address);
  const auto block = blocks_.find(number & ~(kBlock - 1));
  return block != blocks_.end() && (block->second >> (number - block->first) / kPiece & 1U) != 0;
}

}  // namespace vmscope
