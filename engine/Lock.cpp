#include "engine/Lock.h"

#include <optional>
#include <string>
#include <string_view>

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

v8::Local<v8::String> makeString(v8::Isolate* isolate, std::string_view text, v8::NewStringType type) {
  auto made = v8::String::NewFromUtf8(isolate, text.data(), type, static_cast<int>(text.size()));
  return made.IsEmpty() ? v8::String::Empty(isolate) : made.ToLocalChecked();
}

}  // namespace

Lock::Lock(Isolate& isolate) : isolate_(isolate), v8_(isolate.v8()), isolateScope_(v8_), handles_(v8_) {}

v8::Local<v8::String> Lock::name(std::string_view text) const {
  return makeString(v8_, text, v8::NewStringType::kInternalized);
}

v8::Local<v8::String> Lock::string(std::string_view text) const {
  return makeString(v8_, text, v8::NewStringType::kNormal);
}

std::string Lock::text(v8::Local<v8::Value> value) const {
  std::optional<v8::Context::Scope> scope;  // conversions run in a context, any of them
  if (!v8_->InContext()) scope.emplace(isolate_.contexts().main().v8(*this));
  const v8::TryCatch quiet(v8_);
  const v8::String::Utf8Value utf8(v8_, value);
  return *utf8 == nullptr ? std::string() : std::string(*utf8, static_cast<std::size_t>(utf8.length()));
}

}  // namespace vmscope
