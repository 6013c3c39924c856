#pragma once

#include <v8.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/microtask/Job.h"

namespace vmscope {

/// The stack of the JavaScript that runs now, as plain data; one that was met before costs a tenth of a new one.
///
/// A stack is known again by the addresses that its frames return to, which V8's sampling profiler walks without
/// allocating. They stay what they are until a full collection, which may move or free code: then all is looked at
/// anew. On the isolate's thread.
class CallStacks {
 public:
  /// The innermost frame of a script, or at most 32, the innermost first.
  enum class Extent { Top, Full };

  CallStacks(v8::Isolate* isolate, Extent extent);
  ~CallStacks();
  CallStacks(const CallStacks&) = delete;
  CallStacks& operator=(const CallStacks&) = delete;

  /// Empty where no JavaScript runs; never null.
  std::shared_ptr<const CreationStack> now();
  /// As `now`, but asks V8 whether the stack was met before or not.
  CreationStack read() const;
  /// How many stacks are known.
  std::size_t size() const { return known_.size(); }

 private:
  using Address = const void*;
  using Addresses = std::vector<Address>;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::span<const Address> addresses) const;
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::span<const Address> one, std::span<const Address> other) const;
  };
  struct Range {
    Address start = nullptr;
    Address end = nullptr;
  };

  static void forgetAll(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* self);
  /// The innermost frames' addresses, as many as `room` takes.
  std::span<const Address> walk(std::span<Address> room) const;
  bool isBuiltin(Address address) const;
  /// The part that decides what the frames are; none where there was not enough room to tell.
  std::optional<std::span<const Address>> keyOf(std::span<const Address> stack, std::size_t room) const;

  v8::Isolate* isolate_;
  Extent extent_;
  std::vector<Range> builtins_;
  std::uint64_t collections_ = 0;
  std::unordered_map<Addresses, std::shared_ptr<const CreationStack>, Hash, Equal> known_;
};

}  // namespace vmscope
