#include "engine/runtime/Globals.h"

#include "engine/Isolate.h"
#include "engine/runtime/Bindings.h"
#include "engine/runtime/Builtins.h"
#include "engine/runtime/Program.h"
#include "engine/runtime/inspect/Inspect.h"
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
    {"process", "process", nullptr, v8::DontEnum},
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

}  // namespace

void installGlobals(Lock& lock, v8::Local<v8::Context> context) {
  const auto target = context->Global();
  set(lock, context, target, "global", target);
  const auto intl = get(lock, context, target, "Intl");
  if (intl->IsObject()) intl.As<v8::Object>()->Delete(context, lock.name("v8BreakIterator")).Check();
  for (const Global& global : kGlobals) {
    const auto data = v8::External::New(lock.v8(), const_cast<Global*>(&global));
    target->SetLazyDataProperty(context, lock.name(global.name), &readGlobal, data, global.attributes).Check();
  }
}

v8::Local<v8::Value> unhandledRejectionError(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Value> reason) {
  const auto error = makeNodeError(
      lock, ErrorClass::Error, "ERR_UNHANDLED_REJECTION",
      "This error originated either by throwing inside of an async function without a catch block, or by rejecting a "
      "promise which was not handled with .catch(). The promise rejected with the reason \"" +
          (reason->IsString() ? lock.text(reason) : inspect(lock, context, reason)) + "\".");
  error->DefineOwnProperty(context, lock.name("name"), lock.name("UnhandledPromiseRejection"), v8::DontEnum).Check();
  return error;
}

}  // namespace vmscope::runtime
