#pragma once

#include <v8.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <utility>

namespace vmscope {

/// What is remembered of promises for as long as they live, without keeping them alive. Isolate's thread; the isolate
/// outlives it.
template <class Value>
class WeakPromises {
 public:
  void add(v8::Isolate* isolate, v8::Local<v8::Promise> promise, Value value) {
    if (entries_.size() >= sweepAt_) sweep();
    v8::Global<v8::Promise> weak(isolate, promise);
    weak.SetWeak();
    entries_.emplace(promise->GetIdentityHash(), Entry{std::move(weak), std::move(value)});
  }

  /// Forgets the promise; nothing where it was not known.
  std::optional<Value> take(v8::Local<v8::Promise> promise) {
    const auto [begin, end] = entries_.equal_range(promise->GetIdentityHash());
    const auto found = std::find_if(begin, end, [&](const auto& entry) { return entry.second.promise == promise; });
    if (found == end) return std::nullopt;
    Value value = std::move(found->second.value);
    entries_.erase(found);
    return value;
  }

 private:
  static constexpr std::size_t kFirstSweep = 64;

  struct Entry {
    v8::Global<v8::Promise> promise;
    Value value;
  };

  void sweep() {
    std::erase_if(entries_, [](const auto& entry) { return entry.second.promise.IsEmpty(); });
    sweepAt_ = std::max(kFirstSweep, 2 * entries_.size());
  }

  std::unordered_multimap<int, Entry> entries_;  // by the hash of the promise, which collecting garbage does not change
  std::size_t sweepAt_ = kFirstSweep;
};

}  // namespace vmscope
