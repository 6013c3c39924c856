#include "engine/vm/CompiledFunction.h"

#include <memory>
#include <optional>
#include <string>

#include "engine/Isolate.h"
#include "engine/vm/Arguments.h"
#include "engine/vm/CachedData.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/ErrorDecoration.h"
#include "engine/vm/NodeError.h"
#include "engine/vm/VmOptions.h"

namespace vmscope {

namespace {

using v8::ScriptCompiler;

/// All that `vm.compileFunction` was given.
struct FunctionText {
  explicit FunctionText(v8::Isolate* isolate) : parameters(isolate), extensions(isolate) {}

  ScriptText text;
  v8::LocalVector<v8::String> parameters;
  v8::LocalVector<v8::Object> extensions;
  v8::Local<v8::Context> parsingContext;
  bool producesCachedData = false;
  ImportOption import;
};

bool readParameters(const Lock& lock, v8::Local<v8::Value> given, FunctionText& read) {
  if (given->IsUndefined()) return true;
  if (!requireArray(lock, given, "params")) return false;
  const auto context = lock.v8()->GetCurrentContext();
  for (std::uint32_t i = 0; i < given.As<v8::Array>()->Length(); ++i) {
    v8::Local<v8::Value> name;
    if (!given.As<v8::Array>()->Get(context, i).ToLocal(&name)) return false;
    if (!requireString(lock, name, "params[" + std::to_string(i) + "]")) return false;
    read.parameters.push_back(name.As<v8::String>());
  }
  return true;
}

bool readParsingContext(const Lock& lock, Options& options, FunctionText& read) {
  read.parsingContext = lock.v8()->GetCurrentContext();
  const auto given = options.value("parsingContext");
  if (!given) return !options.hasFailed();
  Context* context = nullptr;
  if ((*given)->IsObject() && !(*given)->IsFunction()) {
    context = lock.isolate().contexts().ofSandbox(lock, given->As<v8::Object>());
  }
  if (context == nullptr) {
    options.reject("parsingContext", {"Context"}, *given);
    return false;
  }
  read.parsingContext = context->v8(lock);
  return true;
}

bool readExtensions(const Lock& lock, Options& options, FunctionText& read) {
  const auto given = options.array("contextExtensions");
  if (!given) return !options.hasFailed();
  for (std::uint32_t i = 0; i < (*given)->Length(); ++i) {
    v8::Local<v8::Value> extension;
    if (!(*given)->Get(lock.v8()->GetCurrentContext(), i).ToLocal(&extension)) return false;
    if (!requireObject(lock, extension, "options.contextExtensions[" + std::to_string(i) + "]")) return false;
    read.extensions.push_back(extension.As<v8::Object>());
  }
  return true;
}

bool readArguments(const Lock& lock, const v8::FunctionCallbackInfo<v8::Value>& info, FunctionText& read) {
  if (!requireString(lock, info[0], "code")) return false;
  Options options(lock, lock.v8()->GetCurrentContext(), info[2]);
  if (options.hasFailed() || !readParameters(lock, info[1], read)) return false;
  read.text.source = info[0].As<v8::String>();
  read.text.fileName = options.string("filename").value_or(v8::String::Empty(lock.v8()));
  read.text.columnOffset = options.int32("columnOffset").value_or(0);
  read.text.lineOffset = options.int32("lineOffset").value_or(0);
  read.text.cachedData = options.bytes("cachedData").value_or(v8::Local<v8::ArrayBufferView>());
  read.producesCachedData = options.boolean("produceCachedData").value_or(false);
  if (!readParsingContext(lock, options, read) || !readExtensions(lock, options, read)) return false;
  read.import = ImportOption(lock, options);
  read.text.hostDefinedOptions = read.import.hostDefinedOptions(lock);
  return !options.hasFailed();
}

v8::MaybeLocal<v8::Function> compile(FunctionText& given, ScriptCompiler::Source& source) {
  const bool hasCache = source.GetCachedData() != nullptr;
  return ScriptCompiler::CompileFunction(
      given.parsingContext, &source, given.parameters.size(), given.parameters.data(), given.extensions.size(),
      given.extensions.data(), hasCache ? ScriptCompiler::kConsumeCodeCache : ScriptCompiler::kNoCompileOptions);
}

// V8 refuses names that are no identifiers without saying anything. One at a time tells which.
bool isRefused(const Lock& lock, const FunctionText& given, v8::Local<v8::String> name) {
  const v8::TryCatch quiet(lock.v8());
  ScriptCompiler::Source empty(v8::String::Empty(lock.v8()), given.text.origin());
  const auto probed = ScriptCompiler::CompileFunction(given.parsingContext, &empty, 1, &name);
  return probed.IsEmpty() && !quiet.HasCaught();
}

void throwForParameters(const Lock& lock, const FunctionText& given) {
  for (std::size_t i = 0; i < given.parameters.size(); ++i) {
    if (!isRefused(lock, given, given.parameters[i])) continue;
    lock.v8()->ThrowException(v8::Exception::SyntaxError(lock.string(
        "Invalid parameter name '" + lock.text(given.parameters[i]) + "' at params[" + std::to_string(i) + "]")));
    return;
  }
}

v8::MaybeLocal<v8::Function> compileOrThrow(const Lock& lock, FunctionText& given, ScriptCompiler::Source& source) {
  const v8::Context::Scope scope(given.parsingContext);
  v8::TryCatch caught(lock.v8());
  const auto compiled = compile(given, source);
  if (!compiled.IsEmpty()) return compiled;
  if (!caught.HasCaught()) throwForParameters(lock, given);
  if (caught.HasCaught() && !caught.HasTerminated()) {
    decorateStack(lock, caught);
    caught.ReThrow();
  }
  return {};
}

bool setCacheProperties(const Lock& lock, const FunctionText& given, const ScriptCompiler::Source& source,
                        v8::Local<v8::Function> function) {
  const auto context = lock.v8()->GetCurrentContext();
  const auto set = [&](std::string_view name, v8::Local<v8::Value> value) {
    return function->Set(context, lock.name(name), value).IsJust();
  };
  if (!given.text.cachedData.IsEmpty() &&
      !set("cachedDataRejected", v8::Boolean::New(lock.v8(), source.GetCachedData()->rejected))) {
    return false;
  }
  if (!given.producesCachedData) return true;
  const std::unique_ptr<ScriptCompiler::CachedData> data(ScriptCompiler::CreateCodeCacheForFunction(function));
  v8::Local<v8::Uint8Array> bytes;
  if (!set("cachedDataProduced", v8::Boolean::New(lock.v8(), data != nullptr))) return false;
  return data == nullptr || (toBuffer(lock, *data).ToLocal(&bytes) && set("cachedData", bytes));
}

}  // namespace

void compileFunction(const v8::FunctionCallbackInfo<v8::Value>& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  FunctionText given(lock.v8());
  if (!readArguments(lock, info, given)) return;
  const auto& view = given.text.cachedData;
  ScriptCompiler::Source source(given.text.source, given.text.origin(),
                                view.IsEmpty() ? nullptr : fromView(view).release());
  v8::Local<v8::Function> function;
  if (!compileOrThrow(lock, given, source).ToLocal(&function)) return;
  given.import.bind(lock, given.text.hostDefinedOptions, function);
  if (setCacheProperties(lock, given, source, function)) info.GetReturnValue().Set(function);
}

}  // namespace vmscope
