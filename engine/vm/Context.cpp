#include "engine/vm/Context.h"

#include <utility>

#include "engine/microtask/MicrotaskQueue.h"

namespace vmscope {

Context::Context(Isolate& isolate, int id, std::string name, ContextOptions options)
    : isolate_(isolate),
      id_(id),
      name_(std::move(name)),
      options_(std::move(options)),
      createdAt_(std::chrono::system_clock::now()) {}

Context::~Context() = default;

Context* Context::from(v8::Local<v8::Context> context) {
  if (context.IsEmpty() || context->GetNumberOfEmbedderDataFields() <= kSelf) return nullptr;
  return static_cast<Context*>(context->GetAlignedPointerFromEmbedderData(kSelf));
}

v8::Local<v8::Object> Context::sandbox(const Lock& lock) const {
  const auto context = v8(lock);
  const auto sandbox = context->GetEmbedderData(kSandbox);
  return sandbox->IsObject() ? sandbox.As<v8::Object>() : context->Global();
}

}  // namespace vmscope
