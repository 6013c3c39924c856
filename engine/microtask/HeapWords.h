#pragma once

#include <v8.h>

#include <bit>
#include <cstdint>
#include <type_traits>

/// Reading V8's heap word by word, for the queue probe alone: at offsets that a calibration has found and verified.
///
/// A `Word` that holds a heap object is valid only until V8 allocates, because a collection may move the object.
/// Whoever keeps one longer turns it into a `v8::Local` first. On the isolate's thread.
namespace vmscope::heap {

using Word = v8::internal::Address;
using V8Heap = v8::internal::Internals;

inline constexpr int kWordSize = sizeof(Word);

inline bool isObject(Word word) {
  return V8Heap::HasHeapObjectTag(word);
}
inline bool isSmallInteger(Word word) {
  return (word & v8::internal::kSmiTagMask) == v8::internal::kSmiTag;
}
inline int instanceType(Word object) {
  return V8Heap::GetInstanceType(object);
}

inline bool isOddball(Word object) {
  return instanceType(object) == V8Heap::kOddballType;
}

/// The word `index` words behind the start of `object`; word 0 is its map.
inline Word field(Word object, int index) {
  return *reinterpret_cast<const Word*>(object - v8::internal::kHeapObjectTag + index * kWordSize);
}

template <class T>
Word wordOf(v8::Local<T> local) {
  return v8::internal::ValueHelper::ValueAsAddress(*local);
}

/// A handle in the current handle scope; making one does not allocate on V8's heap.
template <class T = v8::Value>
v8::Local<T> toLocal(v8::Isolate* isolate, Word word) {
  using Handle = v8::Local<T>;
  static_assert(std::is_trivially_copyable_v<Handle> && sizeof(Handle) == sizeof(Word*));
  // A handle points to a slot. `New` copies what is in this one, on our stack, into a slot that the collector updates.
  return Handle::New(isolate, std::bit_cast<Handle>(&word));
}

}  // namespace vmscope::heap
