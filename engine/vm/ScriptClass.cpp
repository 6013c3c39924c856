#include "engine/vm/ScriptClass.h"

#include <memory>
#include <optional>
#include <utility>

#include "engine/Isolate.h"
#include "engine/vm/CachedData.h"
#include "engine/vm/ContextFunctions.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/ErrorDecoration.h"
#include "engine/vm/NativeClass.h"
#include "engine/vm/Script.h"
#include "engine/vm/VmOptions.h"

namespace vmscope {

namespace {

using Info = v8::FunctionCallbackInfo<v8::Value>;
constexpr int kUnboundScript = 0;
constexpr int kFieldCount = 1;

v8::Local<v8::UnboundScript> scriptOf(const Info& info) {
  return info.This()->GetInternalField(kUnboundScript).As<v8::UnboundScript>();
}

void throwTypeError(const Lock& lock, std::string_view message) {
  lock.v8()->ThrowException(v8::Exception::TypeError(lock.string(message)));
}

// The context whose global the calling function belongs to: "this context".
Context* callersContext(const Lock& lock) {
  return Context::from(lock.v8()->GetCurrentContext());
}

std::optional<CompiledScript> compileDecorated(const Lock& lock, const ScriptText& text) {
  v8::TryCatch caught(lock.v8());
  auto compiled = compileScript(lock, text);
  if (!compiled && caught.HasCaught() && !caught.HasTerminated()) {
    decorateStack(lock, caught);
    caught.ReThrow();
  }
  return compiled;
}

void runAndReturn(Lock& lock, const Info& info, Context& context, v8::Local<v8::UnboundScript> script,
                  const ScriptRunOptions& options) {
  const v8::Context::Scope scope(context.v8(lock));
  TerminationReason limit = TerminationReason::None;
  {
    v8::TryCatch caught(lock.v8());
    const RunEnd end = runScript(lock, context, script, options.limits);
    limit = end.limit;
    v8::Local<v8::Value> value;
    if (limit == TerminationReason::None && end.value.ToLocal(&value)) info.GetReturnValue().Set(value);
    if (limit == TerminationReason::None && caught.HasCaught() && !caught.HasTerminated()) {
      if (options.decoration == StackDecoration::Shown) decorateStack(lock, caught);
      caught.ReThrow();
    }
  }
  if (limit != TerminationReason::None) throwTermination(lock, limit, options.limits);
}

bool setCachedData(const Lock& lock, v8::Local<v8::Object> object, v8::Local<v8::UnboundScript> script) {
  const auto context = lock.v8()->GetCurrentContext();
  const std::unique_ptr<v8::ScriptCompiler::CachedData> data(v8::ScriptCompiler::CreateCodeCache(script));
  const bool isProduced = data != nullptr;
  v8::Local<v8::Uint8Array> bytes;
  if (isProduced) {
    if (!toBuffer(lock, *data).ToLocal(&bytes)) return false;
    if (object->Set(context, lock.name("cachedData"), bytes).IsNothing()) return false;
  }
  return object->Set(context, lock.name("cachedDataProduced"), v8::Boolean::New(lock.v8(), isProduced)).IsJust();
}

bool fillInstance(Lock& lock, v8::Local<v8::Object> object, const CompiledScript& compiled,
                  const ScriptOptions& options) {
  const auto context = lock.v8()->GetCurrentContext();
  object->SetInternalField(kUnboundScript, compiled.script);
  const auto set = [&](std::string_view name, v8::Local<v8::Value> value) {
    return object->Set(context, lock.name(name), value).IsJust();
  };
  if (!options.text.cachedData.IsEmpty()) {
    if (!set("cachedDataRejected", v8::Boolean::New(lock.v8(), compiled.cachedDataRejected))) return false;
  }
  if (options.producesCachedData && !setCachedData(lock, object, compiled.script)) return false;
  options.import.bind(lock, options.text.hostDefinedOptions, object);
  return set("sourceURL", compiled.script->GetSourceURL()) &&
         set("sourceMapURL", compiled.script->GetSourceMappingURL());
}

void construct(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  if (!info.IsConstructCall()) {
    throwTypeError(lock, "Class constructor Script cannot be invoked without 'new'");
    return;
  }
  const auto context = lock.v8()->GetCurrentContext();
  const auto options = readScriptOptions(lock, context, info[0], info[1], OptionsForm::ObjectOrFileName);
  if (!options) return;
  if (const auto compiled = compileDecorated(lock, options->text)) {
    fillInstance(lock, info.This(), *compiled, *options);
  }
}

// Only its one subclass is for programs.
void constructBase(const Info& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  throwTypeError(lock, "Illegal constructor");
}

void createCachedData(const Info& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  const std::unique_ptr<v8::ScriptCompiler::CachedData> data(v8::ScriptCompiler::CreateCodeCache(scriptOf(info)));
  v8::Local<v8::Uint8Array> bytes;
  if (data != nullptr && toBuffer(lock, *data).ToLocal(&bytes)) info.GetReturnValue().Set(bytes);
}

void runMethodInContext(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  Context* context = requireContext(lock, info[0]);
  if (context == nullptr) return;
  const auto options = readRunOptions(lock, lock.v8()->GetCurrentContext(), info[1], OptionsForm::Object);
  if (options) runAndReturn(lock, info, *context, scriptOf(info), *options);
}

void runMethodInThisContext(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto options = readRunOptions(lock, lock.v8()->GetCurrentContext(), info[0], OptionsForm::Object);
  Context* context = callersContext(lock);
  if (options && context != nullptr) runAndReturn(lock, info, *context, scriptOf(info), *options);
}

// Any object that has a `runInContext` will do, as where the method is written in JavaScript.
void runMethodInNewContext(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto context = lock.v8()->GetCurrentContext();
  auto options = readContextOptionsOfRun(lock, context, info[1]);
  if (!options) return;
  v8::Local<v8::Value> sandbox = info[0];
  if (!sandbox->IsUndefined() && !sandbox->IsSymbol()) {
    if (!requireObject(lock, sandbox, "object", Arrays::Allowed)) return;
  }
  const bool isKnown = sandbox->IsObject() && lock.isolate().contexts().ofSandbox(lock, sandbox.As<v8::Object>());
  v8::Local<v8::Object> made;
  if (isKnown) {
    made = sandbox.As<v8::Object>();
  } else if (!createContextFor(lock, sandbox, std::move(*options)).ToLocal(&made)) {
    return;
  }
  v8::Local<v8::Value> method;
  if (!info.This()->Get(context, lock.name("runInContext")).ToLocal(&method)) return;
  if (!method->IsFunction()) {
    throwTypeError(lock, "this.runInContext is not a function");
    return;
  }
  v8::Local<v8::Value> arguments[] = {made, info[1]};
  v8::Local<v8::Value> result;
  if (method.As<v8::Function>()->Call(context, info.This(), 2, arguments).ToLocal(&result)) {
    info.GetReturnValue().Set(result);
  }
}

// An import() callback gets the Script, so one is made; otherwise nobody would see it.
bool bindReferrer(Lock& lock, const CompiledScript& compiled, const ScriptOptions& options) {
  if (!options.import.hasCallback()) return true;
  const auto context = lock.v8()->GetCurrentContext();
  v8::Local<v8::Object> script;
  const auto instances = lock.isolate().contexts().scriptClass(lock)->InstanceTemplate();
  return instances->NewInstance(context).ToLocal(&script) && fillInstance(lock, script, compiled, options);
}

void compileAndRun(Lock& lock, const Info& info, Context& target, v8::Local<v8::Context> parsing, OptionsForm form,
                   v8::Local<v8::Value> options) {
  const auto context = lock.v8()->GetCurrentContext();
  const auto forScript = readScriptOptions(lock, context, info[0], options, form);
  if (!forScript) return;
  std::optional<CompiledScript> compiled;
  {
    const v8::Context::Scope scope(parsing);
    compiled = compileDecorated(lock, forScript->text);
  }
  if (!compiled || !bindReferrer(lock, *compiled, *forScript)) return;
  const auto forRun = readRunOptions(lock, context, options, form);
  if (forRun) runAndReturn(lock, info, target, compiled->script, *forRun);
}

}  // namespace

v8::Local<v8::FunctionTemplate> makeScriptClass(v8::Isolate* isolate) {
  const auto name = [isolate](const char* text) {
    return v8::String::NewFromUtf8(isolate, text, v8::NewStringType::kInternalized).ToLocalChecked();
  };
  const auto scriptClass = v8::FunctionTemplate::New(isolate, &construct, {}, {}, 1);
  scriptClass->SetClassName(name("Script"));
  scriptClass->InstanceTemplate()->SetInternalFieldCount(kFieldCount);
  const auto own = v8::Signature::New(isolate, scriptClass);
  const auto base = v8::FunctionTemplate::New(isolate, &constructBase);
  base->SetClassName(name("ContextifyScript"));
  const auto method = [&](const char* text, v8::FunctionCallback call, v8::Local<v8::Signature> signature, int length) {
    const auto made = v8::FunctionTemplate::New(isolate, call, {}, signature, length, v8::ConstructorBehavior::kThrow);
    const auto& owner = call == &createCachedData ? base : scriptClass;
    owner->PrototypeTemplate()->Set(name(text), made, v8::DontEnum);
  };
  method("createCachedData", &createCachedData, own, 0);
  scriptClass->Inherit(base);
  method("runInThisContext", &runMethodInThisContext, own, 1);
  method("runInContext", &runMethodInContext, own, 2);
  method("runInNewContext", &runMethodInNewContext, {}, 2);
  return scriptClass;
}

v8::MaybeLocal<v8::Function> scriptConstructor(const Lock& lock, v8::Local<v8::Context> context) {
  v8::Local<v8::Function> script;
  v8::Local<v8::Value> base;
  if (!lock.isolate().contexts().scriptClass(lock)->GetFunction(context).ToLocal(&script)) return {};
  const auto prototype = script->Get(context, lock.name("prototype")).ToLocalChecked().As<v8::Object>();
  const auto above = prototype->GetPrototypeV2().As<v8::Object>();
  if (!above->Get(context, lock.name("constructor")).ToLocal(&base)) return {};
  const bool isDone =
      finishNativeClass(lock, context, base.As<v8::Function>()) && finishNativeClass(lock, context, script);
  return isDone ? script : v8::MaybeLocal<v8::Function>();
}

void createScript(const Info& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  const auto context = lock.v8()->GetCurrentContext();
  v8::Local<v8::Function> scriptClass;
  v8::Local<v8::Object> script;
  v8::Local<v8::Value> arguments[] = {info[0], info[1]};
  if (!lock.isolate().contexts().scriptClass(lock)->GetFunction(context).ToLocal(&scriptClass)) return;
  if (scriptClass->NewInstance(context, 2, arguments).ToLocal(&script)) info.GetReturnValue().Set(script);
}

void runInContext(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  Context* context = requireContext(lock, info[1]);
  if (context != nullptr) compileAndRun(lock, info, *context, context->v8(lock), OptionsForm::Anything, info[2]);
}

void runInNewContext(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  auto options = readContextOptionsOfRun(lock, lock.v8()->GetCurrentContext(), info[2]);
  if (!options) return;
  Context* context = nullptr;
  const auto sandbox = info[1];
  const bool isSymbol = sandbox->IsSymbol() && sandbox == dontContextify(lock);
  if (!sandbox->IsUndefined() && !isSymbol && !requireObject(lock, sandbox, "object", Arrays::Allowed)) return;
  if (sandbox->IsObject()) context = lock.isolate().contexts().ofSandbox(lock, sandbox.As<v8::Object>());
  v8::Local<v8::Object> made;
  if (context == nullptr) {
    if (!createContextFor(lock, sandbox, std::move(*options)).ToLocal(&made)) return;
    context = lock.isolate().contexts().ofSandbox(lock, made);
  }
  if (context != nullptr) compileAndRun(lock, info, *context, context->v8(lock), OptionsForm::Anything, info[2]);
}

void runInThisContext(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  Context* context = callersContext(lock);
  if (context == nullptr) return;
  compileAndRun(lock, info, *context, context->v8(lock), OptionsForm::ObjectOrFileName, info[1]);
}

}  // namespace vmscope
