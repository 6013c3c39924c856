#include "inspector/RemoteValues.h"

#include <v8-inspector.h>

#include <cmath>
#include <memory>
#include <utility>

#include "engine/Isolate.h"
#include "engine/vm/Contexts.h"
#include "inspector/Session.h"
#include "inspector/Target.h"

namespace vmscope {
namespace {

using protocol::runtime::ExceptionDetails;
using protocol::runtime::RemoteObject;
using protocol::runtime::StackTrace;
using Type = RemoteObject::Type;

constexpr const char* kHeld = "value";

// V8 counts its own from 1.
constexpr int kFirstExceptionId = 1'000'000'000;

// What $0 stands for while V8 is asked for the id of a holder.
class HeldObject : public v8_inspector::V8InspectorSession::Inspectable {
 public:
  HeldObject(v8::Isolate* isolate, v8::Local<v8::Object> object) : isolate_(isolate), object_(isolate, object) {}
  v8::Local<v8::Value> get(v8::Local<v8::Context>) override { return object_.Get(isolate_); }

 private:
  v8::Isolate* isolate_;
  v8::Global<v8::Object> object_;
};

RemoteObject simple(Type type, protocol::Json value, std::optional<std::string> description = {}) {
  RemoteObject object;
  object.type = type;
  object.value = std::move(value);
  object.description = std::move(description);
  return object;
}

RemoteObject unserializable(Type type, const std::string& text) {
  RemoteObject object;
  object.type = type;
  object.unserializableValue = text;
  object.description = text;
  return object;
}

RemoteObject describeNumber(Lock& lock, v8::Local<v8::Value> value) {
  const double number = value.As<v8::Number>()->Value();
  if (number == 0 && std::signbit(number)) return unserializable(Type::Number, "-0");
  if (!std::isfinite(number)) return unserializable(Type::Number, lock.text(value));
  return simple(Type::Number, number, lock.text(value));
}

RemoteObject describeNull() {
  RemoteObject object = simple(Type::Object, nullptr);
  object.subtype = RemoteObject::Subtype::Null;
  return object;
}

RemoteObject describeUndefined() {
  RemoteObject object;
  object.type = Type::Undefined;
  return object;
}

int zeroBased(int number) {
  return number > 0 ? number - 1 : 0;
}

const char* terminationText(TerminationReason reason) {
  switch (reason) {
    case TerminationReason::Timeout:
      return "Execution was terminated by its timeout";
    case TerminationReason::HeapLimit:
      return "Execution was terminated because the heap is nearly full";
    default:
      return "Execution was terminated";
  }
}

}  // namespace

RemoteObject RemoteValues::wrap(Lock& lock, v8::Local<v8::Value> value, const WrapOptions& options) {
  if (value.IsEmpty() || value->IsUndefined()) return describeUndefined();
  if (value->IsNull()) return describeNull();
  if (value->IsBoolean()) return simple(Type::Boolean, value->IsTrue());
  if (value->IsString()) return simple(Type::String, lock.text(value));
  if (value->IsNumber()) return describeNumber(lock, value);
  if (value->IsBigInt()) return unserializable(Type::Bigint, lock.text(value) + "n");
  return wrapObject(lock, value, options);
}

RemoteObject RemoteValues::wrapObject(Lock& lock, v8::Local<v8::Value> value, const WrapOptions& options) {
  const auto context = lock.isolate().contexts().main().v8(lock);
  const v8::Context::Scope scope(context);
  RemoteObject result;
  for (int attempt = 0; attempt < 2; ++attempt) {
    const auto known = holders_.find(options.objectGroup);
    Holder& holder = known == holders_.end() ? makeHolder(lock, options.objectGroup) : known->second;
    holder.object.Get(lock.v8())->Set(context, lock.name(kHeld), value).Check();
    const bool isAnswered = ask(lock, holder, options, result);
    holder.object.Get(lock.v8())->Set(context, lock.name(kHeld), v8::Undefined(lock.v8())).Check();
    if (isAnswered) return result;
    holders_.erase(options.objectGroup);  // the client has released the group, and the holder with it
  }
  return describeUndefined();
}

bool RemoteValues::ask(Lock& lock, const Holder& holder, const WrapOptions& options, RemoteObject& result) {
  const protocol::Reply reply =
      session_.callV8("Runtime.getProperties", {{"objectId", holder.objectId},
                                                {"ownProperties", true},
                                                {"generatePreview", options.preview == WrapOptions::Preview::Yes}});
  if (reply.error || !reply.result.contains("result")) return false;
  for (const protocol::Json& property : reply.result["result"]) {
    if (property.value("name", std::string()) != kHeld || !property.contains("value")) continue;
    auto parsed = protocol::parse<RemoteObject>(property["value"]);
    result = std::move(parsed.value);
    return parsed.problem.empty();
  }
  return false;
}

RemoteValues::Holder& RemoteValues::makeHolder(Lock& lock, const std::string& objectGroup) {
  Context& main = lock.isolate().contexts().main();
  const auto object = v8::Object::New(lock.v8(), v8::Null(lock.v8()), nullptr, nullptr, 0);
  session_.v8().addInspectedObject(std::make_unique<HeldObject>(lock.v8(), object));
  const protocol::Reply reply =
      session_.callV8("Runtime.evaluate", {{"expression", "$0"},
                                           {"includeCommandLineAPI", true},
                                           {"silent", true},
                                           {"disableBreaks", true},
                                           {"objectGroup", objectGroup},
                                           {"contextId", session_.target().executionContextId(main)}});
  Holder& holder = holders_[objectGroup];
  holder.object.Reset(lock.v8(), object);
  if (!reply.error) holder.objectId = reply.result["result"].value("objectId", std::string());
  return holder;
}

ExceptionDetails RemoteValues::wrap(Lock& lock, v8::Local<v8::Context> context, const Thrown& thrown,
                                    const WrapOptions& options) {
  ExceptionDetails details;
  details.exceptionId = kFirstExceptionId + ++lastExceptionId_;
  if (const Context* known = Context::from(context)) {
    details.executionContextId = session_.target().executionContextId(*known);
  }
  if (thrown.isTermination()) {
    details.text = terminationText(thrown.termination);
    return details;
  }
  details.text = "Uncaught";
  details.exception = wrap(lock, thrown.value, options);
  if (thrown.message.IsEmpty()) return details;
  const v8::Local<v8::Message> message = thrown.message;
  details.lineNumber = zeroBased(message->GetLineNumber(context).FromMaybe(0));
  details.columnNumber = message->GetStartColumn(context).FromMaybe(0);
  details.scriptId = std::to_string(message->GetScriptOrigin().ScriptId());
  details.url = lock.text(message->GetScriptResourceName());
  const auto stack = message->GetStackTrace();
  if (!stack.IsEmpty() && stack->GetFrameCount() > 0) details.stackTrace = describeStack(lock, stack);
  return details;
}

StackTrace describeStack(Lock& lock, v8::Local<v8::StackTrace> stack) {
  StackTrace trace;
  for (int i = 0; i < stack->GetFrameCount(); ++i) {
    const auto frame = stack->GetFrame(lock.v8(), i);
    protocol::runtime::CallFrame described;
    if (!frame->GetFunctionName().IsEmpty()) described.functionName = lock.text(frame->GetFunctionName());
    described.scriptId = std::to_string(frame->GetScriptId());
    if (!frame->GetScriptNameOrSourceURL().IsEmpty()) described.url = lock.text(frame->GetScriptNameOrSourceURL());
    described.lineNumber = zeroBased(frame->GetLineNumber());
    described.columnNumber = zeroBased(frame->GetColumn());
    trace.callFrames.push_back(std::move(described));
  }
  return trace;
}

}  // namespace vmscope
