#include <cctype>
#include <string>
#include <string_view>

#include "engine/runtime/Bindings.h"
#include "engine/runtime/natives/Natives.h"
#include "engine/vm/ErrorDecoration.h"

namespace vmscope::runtime {

namespace {

template <bool (v8::Value::*is)() const>
void answer(const Info& info) {
  info.GetReturnValue().Set((info[0].operator->()->*is)());
}

void isBoxedPrimitive(const Info& info) {
  const auto value = info[0];
  info.GetReturnValue().Set(value->IsNumberObject() || value->IsStringObject() || value->IsBooleanObject() ||
                            value->IsBigIntObject() || value->IsSymbolObject());
}

void isAnyArrayBuffer(const Info& info) {
  info.GetReturnValue().Set(info[0]->IsArrayBuffer() || info[0]->IsSharedArrayBuffer());
}

void never(const Info& info) {
  info.GetReturnValue().Set(false);
}

constexpr Method kTypes[] = {
    {"isExternal", &answer<&v8::Value::IsExternal>},
    {"isDate", &answer<&v8::Value::IsDate>},
    {"isArgumentsObject", &answer<&v8::Value::IsArgumentsObject>},
    {"isBigIntObject", &answer<&v8::Value::IsBigIntObject>},
    {"isBooleanObject", &answer<&v8::Value::IsBooleanObject>},
    {"isNumberObject", &answer<&v8::Value::IsNumberObject>},
    {"isStringObject", &answer<&v8::Value::IsStringObject>},
    {"isSymbolObject", &answer<&v8::Value::IsSymbolObject>},
    {"isBoxedPrimitive", &isBoxedPrimitive},
    {"isNativeError", &answer<&v8::Value::IsNativeError>},
    {"isRegExp", &answer<&v8::Value::IsRegExp>},
    {"isAsyncFunction", &answer<&v8::Value::IsAsyncFunction>},
    {"isGeneratorFunction", &answer<&v8::Value::IsGeneratorFunction>},
    {"isGeneratorObject", &answer<&v8::Value::IsGeneratorObject>},
    {"isPromise", &answer<&v8::Value::IsPromise>},
    {"isMap", &answer<&v8::Value::IsMap>},
    {"isSet", &answer<&v8::Value::IsSet>},
    {"isMapIterator", &answer<&v8::Value::IsMapIterator>},
    {"isSetIterator", &answer<&v8::Value::IsSetIterator>},
    {"isWeakMap", &answer<&v8::Value::IsWeakMap>},
    {"isWeakSet", &answer<&v8::Value::IsWeakSet>},
    {"isArrayBuffer", &answer<&v8::Value::IsArrayBuffer>},
    {"isDataView", &answer<&v8::Value::IsDataView>},
    {"isSharedArrayBuffer", &answer<&v8::Value::IsSharedArrayBuffer>},
    {"isProxy", &answer<&v8::Value::IsProxy>},
    {"isModuleNamespaceObject", &answer<&v8::Value::IsModuleNamespaceObject>},
    {"isAnyArrayBuffer", &isAnyArrayBuffer},
    {"isArrayBufferView", &answer<&v8::Value::IsArrayBufferView>},
    {"isTypedArray", &answer<&v8::Value::IsTypedArray>},
    {"isUint8Array", &answer<&v8::Value::IsUint8Array>},
    {"isUint8ClampedArray", &answer<&v8::Value::IsUint8ClampedArray>},
    {"isUint16Array", &answer<&v8::Value::IsUint16Array>},
    {"isUint32Array", &answer<&v8::Value::IsUint32Array>},
    {"isInt8Array", &answer<&v8::Value::IsInt8Array>},
    {"isInt16Array", &answer<&v8::Value::IsInt16Array>},
    {"isInt32Array", &answer<&v8::Value::IsInt32Array>},
    {"isFloat32Array", &answer<&v8::Value::IsFloat32Array>},
    {"isFloat64Array", &answer<&v8::Value::IsFloat64Array>},
    {"isBigInt64Array", &answer<&v8::Value::IsBigInt64Array>},
    {"isBigUint64Array", &answer<&v8::Value::IsBigUint64Array>},
    {"isKeyObject", &never},
    {"isCryptoKey", &never},
};

// The call that begins at `at`, up to its closing parenthesis; strings may hold parentheses of their own.
std::string_view callAt(std::string_view source, std::size_t at) {
  int depth = 0;
  char quote = '\0';
  for (std::size_t end = at; end < source.size(); ++end) {
    const char character = source[end];
    if (quote != '\0') {
      if (character == '\\') ++end;
      if (character == quote) quote = '\0';
    } else if (character == '"' || character == '\'' || character == '`') {
      quote = character;
    } else if (character == '(' || character == '[' || character == '{') {
      ++depth;
    } else if (character == ')' || character == ']' || character == '}') {
      if (--depth == 0 && character == ')') return source.substr(at, end + 1 - at);
    }
  }
  return {};
}

std::size_t offsetOf(std::string_view source, int line, int column) {
  std::size_t at = 0;
  for (; line > 1; --line) {
    at = source.find('\n', at);
    if (at == std::string_view::npos) return at;
    ++at;
  }
  return at + static_cast<std::size_t>(column - 1);
}

constexpr int kFramesOfOurs = 8;  // more than lie between assert's functions and the program

bool isOurs(const Lock& lock, v8::Local<v8::StackFrame> frame) {
  return lock.text(frame->GetScriptName()) == kOwnScripts;
}

// The text of the call in the program's own code that led here: "assert(a === b)".
void callerExpression(const Info& info) {
  const Call call(info);
  const auto stack = v8::StackTrace::CurrentStackTrace(call.lock.v8(), kFramesOfOurs + 1, v8::StackTrace::kDetailed);
  int at = 0;
  while (at < stack->GetFrameCount() && isOurs(call.lock, stack->GetFrame(call.lock.v8(), at))) ++at;
  if (at == stack->GetFrameCount()) return;
  const auto frame = stack->GetFrame(call.lock.v8(), at);
  const auto source = frame->GetScriptSource();
  if (source.IsEmpty()) return;
  const std::string text = call.lock.text(source);
  std::size_t start = offsetOf(text, frame->GetLineNumber(), frame->GetColumn());
  if (start >= text.size()) return;
  // A method's place is that of its name: what stands before it belongs to the call.
  while (start > 0 && (text[start - 1] == '.' || std::isalnum(static_cast<unsigned char>(text[start - 1])) != 0))
    --start;
  call.returns(callAt(text, start));
}

constexpr Method kMethods[] = {{"callerExpression", &callerExpression}};

}  // namespace

void defineUtilNatives(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> target) {
  define(lock, context, target, kMethods);
  const auto types = v8::Object::New(lock.v8());
  define(lock, context, types, kTypes);
  set(lock, context, target, "types", types);
}

}  // namespace vmscope::runtime
