#pragma once

#include <v8-array-buffer.h>

#include <cstddef>
#include <memory>

namespace vmscope {

/// An allocator for ArrayBuffers that refuses what would take an isolate's buffers past `quota` bytes; JavaScript then
/// gets a RangeError instead of the process being killed. WebAssembly memories do not pass through it.
///
/// V8 calls it from any thread and may keep it longer than the isolate (a SharedArrayBuffer's store), hence shared.
std::shared_ptr<v8::ArrayBuffer::Allocator> makeArrayBufferAllocator(std::size_t quota);

}  // namespace vmscope
