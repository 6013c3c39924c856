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

v8::Local<v8::Script> Context::bind(const Lock& lock, v8::Local<v8::UnboundScript> script) {
  const int id = script->GetId();
  const bool isRepeated = id == lastScriptId_;
  if (isRepeated && !lastBound_.IsEmpty()) return lastBound_.Get(lock.v8());
  const auto bound = script->BindToCurrentContext();
  lastBound_.Reset();
  lastScriptId_ = id;
  if (isRepeated) {
    lastBound_.Reset(lock.v8(), bound);
    lastBound_.SetWeak();
  }
  return bound;
}

}  // namespace vmscope
