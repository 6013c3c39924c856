#include "engine/runtime/StructuredClone.h"

#include <cstdlib>
#include <vector>

#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"

namespace vmscope::runtime {

namespace {

void throwDataCloneError(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::String> message) {
  v8::Local<v8::Value> web;
  if (!Program::from(lock.v8()).builtins().require(lock, context, "_web").ToLocal(&web)) return;
  v8::Local<v8::Value> arguments[] = {message, lock.string("DataCloneError")};
  v8::Local<v8::Object> error;
  const auto maker = get(lock, context, web.As<v8::Object>(), "DOMException").As<v8::Function>();
  if (maker->NewInstance(context, 2, arguments).ToLocal(&error)) lock.v8()->ThrowException(error);
}

class Writing : public v8::ValueSerializer::Delegate {
 public:
  Writing(Lock& lock, v8::Local<v8::Context> context) : lock_(lock), context_(context) {}

  void ThrowDataCloneError(v8::Local<v8::String> message) override { throwDataCloneError(lock_, context_, message); }
  v8::Maybe<std::uint32_t> GetSharedArrayBufferId(v8::Isolate*, v8::Local<v8::SharedArrayBuffer> buffer) override {
    shared.push_back(buffer);
    return v8::Just(static_cast<std::uint32_t>(shared.size() - 1));
  }

  std::vector<v8::Local<v8::SharedArrayBuffer>> shared;

 private:
  Lock& lock_;
  v8::Local<v8::Context> context_;
};

class Reading : public v8::ValueDeserializer::Delegate {
 public:
  explicit Reading(const Writing& writing) : writing_(writing) {}

  v8::MaybeLocal<v8::SharedArrayBuffer> GetSharedArrayBufferFromId(v8::Isolate*, std::uint32_t id) override {
    return writing_.shared.at(id);
  }

 private:
  const Writing& writing_;
};

using Buffers = std::vector<v8::Local<v8::ArrayBuffer>>;

// False, with an exception pending, where something in the list cannot be transferred.
bool readTransfer(Call& call, Buffers& buffers) {
  if (!call[1]->IsObject()) return true;
  const auto list = get(call.lock, call.context, call[1].As<v8::Object>(), "transfer");
  if (!list->IsArray()) return true;
  for (std::uint32_t at = 0; at < list.As<v8::Array>()->Length(); ++at) {
    const auto item = list.As<v8::Array>()->Get(call.context, at).ToLocalChecked();
    if (!item->IsArrayBuffer() || !item.As<v8::ArrayBuffer>()->IsDetachable()) {
      throwDataCloneError(call.lock, call.context, call.lock.string("Value not transferable"));
      return false;
    }
    buffers.push_back(item.As<v8::ArrayBuffer>());
  }
  return true;
}

}  // namespace

void structuredClone(const Info& info) {
  Call call(info);
  if (call.count() == 0) return call.throwsTypeError("The \"value\" argument must be specified");
  Buffers transferred;
  if (!readTransfer(call, transferred)) return;

  v8::Isolate* isolate = call.lock.v8();
  Writing writing(call.lock, call.context);
  v8::ValueSerializer serializer(isolate, &writing);
  for (std::uint32_t id = 0; id < transferred.size(); ++id) serializer.TransferArrayBuffer(id, transferred[id]);
  serializer.WriteHeader();
  if (serializer.WriteValue(call.context, call[0]).IsNothing()) return;

  const auto [data, size] = serializer.Release();
  Reading reading(writing);
  v8::ValueDeserializer deserializer(isolate, data, size, &reading);
  for (std::uint32_t id = 0; id < transferred.size(); ++id) {
    auto store = transferred[id]->GetBackingStore();
    transferred[id]->Detach(v8::Local<v8::Value>()).Check();
    deserializer.TransferArrayBuffer(id, v8::ArrayBuffer::New(isolate, std::move(store)));
  }
  v8::Local<v8::Value> clone;
  if (deserializer.ReadHeader(call.context).FromMaybe(false) && deserializer.ReadValue(call.context).ToLocal(&clone))
    call.returns(clone);
  std::free(data);
}

}  // namespace vmscope::runtime
