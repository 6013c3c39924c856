#include "engine/ArrayBufferAllocator.h"

#include <atomic>
#include <cstdlib>

namespace vmscope {

namespace {

class QuotaAllocator final : public v8::ArrayBuffer::Allocator {
 public:
  explicit QuotaAllocator(std::size_t quota) : quota_(quota) {}

  void* Allocate(std::size_t length) override {
    return reserve(length) ? settle(std::calloc(length == 0 ? 1 : length, 1), length) : nullptr;
  }

  void* AllocateUninitialized(std::size_t length) override {
    return reserve(length) ? settle(std::malloc(length == 0 ? 1 : length), length) : nullptr;
  }

  void Free(void* data, std::size_t length) override {
    std::free(data);
    used_.fetch_sub(length, std::memory_order_relaxed);
  }

 private:
  bool reserve(std::size_t length) {
    if (length > quota_) return false;
    const std::size_t before = used_.fetch_add(length, std::memory_order_relaxed);
    if (before <= quota_ - length) return true;
    used_.fetch_sub(length, std::memory_order_relaxed);
    return false;
  }

  void* settle(void* data, std::size_t length) {
    if (data == nullptr) used_.fetch_sub(length, std::memory_order_relaxed);
    return data;
  }

  const std::size_t quota_;
  std::atomic<std::size_t> used_ = 0;
};

}  // namespace

std::shared_ptr<v8::ArrayBuffer::Allocator> makeArrayBufferAllocator(std::size_t quota) {
  return std::make_shared<QuotaAllocator>(quota);
}

}  // namespace vmscope
