#include "engine/runtime/Globals.h"

#include <span>
#include <string>

#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/StructuredClone.h"
#include "engine/vm/Arguments.h"
#include "engine/vm/NodeError.h"

namespace vmscope::runtime {

namespace {

/// A global that is a property of a built-in module, or the module itself.
struct Global {
  const char* name;
  const char* module;
  const char* property;  ///< null for the module itself
  v8::PropertyAttribute attributes;
};

constexpr Global kGlobals[] = {
    {"clearImmediate", "timers", "clearImmediate", v8::None},
    {"setImmediate", "timers", "setImmediate", v8::None},
    {"clearInterval", "timers", "clearInterval", v8::None},
    {"clearTimeout", "timers", "clearTimeout", v8::None},
    {"setInterval", "timers", "setInterval", v8::None},
    {"setTimeout", "timers", "setTimeout", v8::None},
    {"process", "process", nullptr, v8::DontEnum},
    {"Buffer", "buffer", "Buffer", v8::DontEnum},
    {"TextDecoder", "_encoding", "TextDecoder", v8::DontEnum},
    {"TextEncoder", "_encoding", "TextEncoder", v8::DontEnum},
    {"URL", "url", "URL", v8::DontEnum},
    {"URLSearchParams", "url", "URLSearchParams", v8::DontEnum},
    {"atob", "_encoding", "atob", v8::None},
    {"btoa", "_encoding", "btoa", v8::None},
    {"performance", "perf_hooks", "performance", v8::None},
    {"AbortController", "_web", "AbortController", v8::DontEnum},
    {"AbortSignal", "_web", "AbortSignal", v8::DontEnum},
    {"CustomEvent", "_web", "CustomEvent", v8::DontEnum},
    {"DOMException", "_web", "DOMException", v8::DontEnum},
    {"Event", "_web", "Event", v8::DontEnum},
    {"EventTarget", "_web", "EventTarget", v8::DontEnum},
};

void readGlobal(v8::Local<v8::Name>, const v8::PropertyCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  Program& program = Program::from(lock.v8());
  const auto& global = *static_cast<const Global*>(info.Data().As<v8::External>()->Value());
  const auto main = program.context(lock);
  const v8::Context::Scope scope(main);
  v8::Local<v8::Value> value;
  if (!program.builtins().require(lock, main, global.module).ToLocal(&value)) return;
  info.GetReturnValue().Set(global.property == nullptr ? value
                                                       : get(lock, main, value.As<v8::Object>(), global.property));
}

void defineLazily(Lock& lock, v8::Local<v8::Context> context, std::span<const Global> globals) {
  for (const Global& global : globals) {
    const auto data = v8::External::New(lock.v8(), const_cast<Global*>(&global));
    context->Global()
        ->SetLazyDataProperty(context, lock.name(global.name), &readGlobal, data, global.attributes)
        .Check();
  }
}

void queueMicrotask(const Info& info) {
  Call call(info);
  if (!requireFunction(call.lock, call[0], "callback")) return;
  call.lock.isolate().defaultQueue().enqueue(call.lock, call[0].As<v8::Function>());
}

constexpr Global kPrompt[] = {
    {"module", "_prompt", "module", v8::DontEnum},
    {"require", "_prompt", "require", v8::DontEnum},
};

// Here the data is the built-in module's name.
void readModule(v8::Local<v8::Name>, const v8::PropertyCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  Program& program = Program::from(lock.v8());
  const auto main = program.context(lock);
  const v8::Context::Scope scope(main);
  v8::Local<v8::Value> module;
  if (program.builtins().require(lock, main, lock.text(info.Data())).ToLocal(&module))
    info.GetReturnValue().Set(module);
}

constexpr Method kFunctions[] = {{"queueMicrotask", &queueMicrotask, 1}, {"structuredClone", &structuredClone, 1}};

}  // namespace

void installGlobals(Lock& lock, v8::Local<v8::Context> context) {
  const auto target = context->Global();
  set(lock, context, target, "global", target);
  const auto intl = get(lock, context, target, "Intl");
  if (intl->IsObject()) intl.As<v8::Object>()->Delete(context, lock.name("v8BreakIterator")).Check();
  define(lock, context, target, kFunctions);
  defineLazily(lock, context, kGlobals);
}

void installPrompt(Lock& lock, v8::Local<v8::Context> context) {
  defineLazily(lock, context, kPrompt);
  const auto target = context->Global();
  for (const std::string& each : Program::from(lock.v8()).builtins().names()) {
    const auto name = lock.name(each);
    const bool isName = each.find('/') == std::string::npos && each.find('.') == std::string::npos;
    if (!isName || target->HasOwnProperty(context, name).FromJust()) continue;
    target->SetLazyDataProperty(context, name, &readModule, name, v8::DontEnum).Check();
  }
}

v8::Local<v8::Value> unhandledRejectionError(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> reason) {
  v8::Local<v8::String> detail;  // V8's: it runs no JavaScript
  const std::string shown = reason->ToDetailString(context).ToLocal(&detail) ? lock.text(detail) : "";
  const auto error = makeNodeError(
      lock, ErrorClass::Error, "ERR_UNHANDLED_REJECTION",
      "This error originated either by throwing inside of an async function without a catch block, or by rejecting a "
      "promise which was not handled with .catch(). The promise rejected with the reason \"" +
          shown + "\".");
  error->DefineOwnProperty(context, lock.name("name"), lock.name("UnhandledPromiseRejection")).Check();
  const std::string stack = "UnhandledPromiseRejection: " + lock.text(get(lock, context, error, "message"));
  error->DefineOwnProperty(context, lock.name("stack"), lock.string(stack), v8::DontEnum).Check();
  return error;
}

}  // namespace vmscope::runtime
