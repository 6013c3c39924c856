#include "engine/vm/CachedData.h"

#include <cstring>

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

// The prototype that the main context's Buffer gives, looked up late: the engine's core knows no Buffer.
v8::Local<v8::Value> bufferPrototype(const Lock& lock) {
  const v8::TryCatch quiet(lock.v8());
  const auto context = lock.isolate().contexts().main().v8(lock);
  v8::Local<v8::Value> buffer;
  v8::Local<v8::Value> prototype;
  if (!context->Global()->Get(context, lock.name("Buffer")).ToLocal(&buffer) || !buffer->IsFunction()) return {};
  if (!buffer.As<v8::Object>()->Get(context, lock.name("prototype")).ToLocal(&prototype)) return {};
  return prototype->IsObject() ? prototype : v8::Local<v8::Value>();
}

}  // namespace

v8::MaybeLocal<v8::Uint8Array> toBuffer(const Lock& lock, const v8::ScriptCompiler::CachedData& data) {
  const auto length = static_cast<std::size_t>(data.length);
  v8::Local<v8::ArrayBuffer> bytes;
  if (!v8::ArrayBuffer::MaybeNew(lock.v8(), length, v8::BackingStoreInitializationMode::kUninitialized)
           .ToLocal(&bytes)) {
    lock.v8()->ThrowException(v8::Exception::RangeError(lock.name("Array buffer allocation failed")));
    return {};
  }
  std::memcpy(bytes->Data(), data.data, length);
  const auto array = v8::Uint8Array::New(bytes, 0, length);
  if (const auto prototype = bufferPrototype(lock); !prototype.IsEmpty()) {
    array->SetPrototypeV2(lock.v8()->GetCurrentContext(), prototype).FromMaybe(false);
  }
  return array;
}

std::unique_ptr<v8::ScriptCompiler::CachedData> fromView(v8::Local<v8::ArrayBufferView> view) {
  const auto* bytes = static_cast<const std::uint8_t*>(view->Buffer()->Data()) + view->ByteOffset();
  return std::make_unique<v8::ScriptCompiler::CachedData>(bytes, static_cast<int>(view->ByteLength()));
}

}  // namespace vmscope
