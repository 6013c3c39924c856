#include "engine/runtime/inspect/Inspect.h"
namespace vmscope::runtime {
std::string inspect(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> value, const InspectOptions&) {
  if (value->IsNativeError()) {
    v8::Local<v8::Value> s;
    if (value.As<v8::Object>()->Get(context, lock.name("stack")).ToLocal(&s)) return lock.text(s);
  }
  return lock.text(value);
}
}  // namespace vmscope::runtime
