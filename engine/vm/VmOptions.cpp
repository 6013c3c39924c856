#include "engine/vm/VmOptions.h"

#include <chrono>

#include "engine/Isolate.h"
#include "engine/module/DynamicImport.h"
#include "engine/vm/Context.h"

namespace vmscope {

namespace {

constexpr std::string_view kDefaultFileName = "evalmachine.<anonymous>";

// What `form` allows in place of an object reads as no options at all.
v8::Local<v8::Value> objectIn(const Lock& lock, v8::Local<v8::Value> options, OptionsForm form) {
  if (form == OptionsForm::Object || options->IsObject()) return options;
  const bool isIgnored = form == OptionsForm::Anything || options->IsString();
  return isIgnored ? v8::Undefined(lock.v8()).As<v8::Value>() : options;
}

struct ContextKeys {
  std::string_view name;
  std::string_view origin;
  std::string_view codeGeneration;
};
constexpr ContextKeys kOwnKeys{"name", "origin", "codeGeneration"};
constexpr ContextKeys kKeysOfRun{"contextName", "contextOrigin", "contextCodeGeneration"};

void readContextKeys(const Lock& lock, v8::Local<v8::Context> context, Options& options, const ContextKeys& keys,
                     ContextOptions& read) {
  read.name = options.text(keys.name);
  read.origin = options.text(keys.origin).value_or("");
  if (const auto codeGeneration = options.plainObject(keys.codeGeneration)) {
    Options inner(lock, context, *codeGeneration, "options." + std::string(keys.codeGeneration));
    read.allowsStrings = inner.boolean("strings").value_or(true);
    read.allowsWasm = inner.boolean("wasm").value_or(true);
    options.failWith(inner);
  }
  if (options.oneOf("microtaskMode", {"afterEvaluate"}, Options::Absence::Named)) {
    read.microtaskMode = MicrotaskMode::AfterEvaluate;
  }
}

}  // namespace

v8::Local<v8::Symbol> dontContextify(const Lock& lock) {
  return v8::Symbol::ForApi(lock.v8(), lock.name("vm_context_no_contextify"));
}

v8::Local<v8::Symbol> mainContextDefaultLoader(const Lock& lock) {
  return v8::Symbol::ForApi(lock.v8(), lock.name("vm_dynamic_import_main_context_default"));
}

ImportOption::ImportOption(const Lock& lock, Options& options) {
  const auto given = options.value("importModuleDynamically");
  if (!given) return;
  usesLoader_ = (*given)->IsSymbol() && *given == mainContextDefaultLoader(lock);
  if (usesLoader_) return;
  if ((*given)->IsFunction()) {
    callback_ = given->As<v8::Function>();
  } else {
    options.reject("importModuleDynamically", {"function"}, *given);
  }
}

v8::Local<v8::PrimitiveArray> ImportOption::hostDefinedOptions(const Lock& lock) const {
  const DynamicImport& imports = lock.isolate().imports();
  if (hasCallback()) return imports.unique(lock);
  return usesLoader_ ? imports.toLoader(lock) : imports.withoutCallback(lock);
}

void ImportOption::bind(Lock& lock, v8::Local<v8::PrimitiveArray> hostDefinedOptions,
                        v8::Local<v8::Value> referrer) const {
  if (hasCallback()) lock.isolate().imports().bind(lock, hostDefinedOptions, {callback_, referrer});
}

void ImportOption::bindContext(Lock& lock, Context& context, v8::Local<v8::Value> referrer) const {
  if (hasCallback()) lock.isolate().imports().bindContext(lock, context, {callback_, referrer});
  if (usesLoader_) lock.isolate().imports().bindContextToLoader(lock, context);
}

std::optional<ScriptOptions> readScriptOptions(const Lock& lock, v8::Local<v8::Context> context,
                                               v8::Local<v8::Value> code, v8::Local<v8::Value> given,
                                               OptionsForm form) {
  ScriptOptions read;
  if (!code->ToString(context).ToLocal(&read.text.source)) return {};
  Options options(lock, context, objectIn(lock, given, form));
  read.text.fileName =
      given->IsString() ? given.As<v8::String>() : options.string("filename").value_or(lock.name(kDefaultFileName));
  read.text.lineOffset = options.int32("lineOffset").value_or(0);
  read.text.columnOffset = options.int32("columnOffset").value_or(0);
  read.text.cachedData = options.bytes("cachedData").value_or(v8::Local<v8::ArrayBufferView>());
  read.producesCachedData = options.boolean("produceCachedData").value_or(false);
  read.import = ImportOption(lock, options);
  if (options.hasFailed()) return {};
  read.text.hostDefinedOptions = read.import.hostDefinedOptions(lock);
  return read;
}

std::optional<ScriptRunOptions> readRunOptions(const Lock& lock, v8::Local<v8::Context> context,
                                               v8::Local<v8::Value> given, OptionsForm form) {
  ScriptRunOptions read;
  if (given->IsUndefined()) return read;
  Options options(lock, context, objectIn(lock, given, form));
  if (const auto timeout = options.positiveUint32("timeout")) read.limits.timeout = std::chrono::milliseconds(*timeout);
  if (!options.boolean("displayErrors").value_or(true)) read.decoration = StackDecoration::Hidden;
  if (options.boolean("breakOnSigint").value_or(false)) read.limits.onSigint = OnSigint::Break;
  return options.hasFailed() ? std::nullopt : std::optional(read);
}

std::optional<NewContextOptions> readContextOptions(const Lock& lock, v8::Local<v8::Context> context,
                                                    v8::Local<v8::Value> given) {
  NewContextOptions read;
  Options options(lock, context, given);
  readContextKeys(lock, context, options, kOwnKeys, read.context);
  read.import = ImportOption(lock, options);
  return options.hasFailed() ? std::nullopt : std::optional(std::move(read));
}

std::optional<NewContextOptions> readContextOptionsOfRun(const Lock& lock, v8::Local<v8::Context> context,
                                                         v8::Local<v8::Value> given) {
  NewContextOptions read;
  Options options(lock, context, objectIn(lock, given, OptionsForm::Anything));
  readContextKeys(lock, context, options, kKeysOfRun, read.context);
  return options.hasFailed() ? std::nullopt : std::optional(std::move(read));
}

}  // namespace vmscope
