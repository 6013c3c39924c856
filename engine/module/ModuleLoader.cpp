#include "engine/module/ModuleLoader.h"

#include <filesystem>

#include "engine/Isolate.h"
#include "engine/module/MissingExport.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/ModuleUrl.h"
#include "engine/module/Modules.h"
#include "engine/module/PackageExports.h"
#include "engine/module/Promises.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/ErrorDecoration.h"
#include "engine/vm/Script.h"

namespace vmscope {

namespace {

// As many jobs as Node's loader takes.
constexpr int kJobsBeforeBody = 4;
constexpr int kJobsBeforeKnownModule = 2;
constexpr int kJobsAfterBody = 1;

}  // namespace

ModuleLoader::ModuleLoader(Isolate& isolate, ModuleHost& host)
    : isolate_(isolate), host_(host), resolver_([&host](std::string_view name) { return host.hasBuiltin(name); }) {
  Lock lock(isolate);
  const auto main = isolate.contexts().main().v8(lock);
  const auto self = v8::External::New(lock.v8(), this);
  const auto function =
      v8::Function::New(main, &initializeImportMeta, self, 2, v8::ConstructorBehavior::kThrow).ToLocalChecked();
  initializeImportMeta_.Reset(lock.v8(), function);
  isolate.imports().bindContextToLoader(lock, isolate.contexts().main());  // for what is typed into it
  isolate.imports().setLoader([this](Lock& inner, const ImportCall& call) { return import(inner, call); });
}

ModuleLoader::~ModuleLoader() {
  isolate_.imports().setLoader({});
}

Completion ModuleLoader::importMain(Lock& lock, const std::string& path) {
  Context& context = isolate_.contexts().main();
  auto loaded = load(lock, context, moduleUrl::fromPath(std::filesystem::canonical(path).string()));
  if (const auto* thrown = std::get_if<Thrown>(&loaded)) return *thrown;
  Module& module = *std::get<Module*>(loaded);
  mainId_ = module.id();
  if (const Completion linked = instantiate(lock, module); !linked.isNormal()) {
    decorateStack(lock, linked.thrown().value, linked.thrown().message);
    return linked;
  }
  const Completion completion = module.evaluate(lock);
  if (completion.isNormal()) main_.Reset(lock.v8(), completion.value().As<v8::Promise>());
  return completion;
}

std::variant<Module*, Thrown> ModuleLoader::load(Lock& lock, Context& context, const std::string& url,
                                                 std::optional<std::string> text) {
  const v8::Context::Scope scope(isolate_.contexts().main().v8(lock));
  const v8::TryCatch caught(lock.v8());
  texts_.clear();
  if (text) texts_.emplace(url, std::move(*text));
  std::vector<Module*> opened;
  Module* module = open(lock, context, url, nullptr, opened);
  if (module != nullptr && linkAll(lock, opened)) return module;
  forgetOpened(lock, opened);
  return thrownFrom(lock, caught);
}

// Breadth first, like a program's reader: all imports of a module are opened before those of its imports.
bool ModuleLoader::linkAll(Lock& lock, std::vector<Module*>& opened) {
  for (std::size_t next = 0; next < opened.size(); ++next) {
    const v8::HandleScope handles(lock.v8());
    if (opened[next]->kind() != ModuleKind::SourceText) continue;
    if (!linkOne(lock, static_cast<SourceTextModule&>(*opened[next]), opened)) return false;
  }
  return true;
}

bool ModuleLoader::linkOne(Lock& lock, SourceTextModule& module, std::vector<Module*>& opened) {
  std::vector<Module*> targets;
  for (const ModuleRequest& request : module.requests(lock)) {
    v8::TryCatch caught(lock.v8());
    const auto resolved = resolver_.resolve(lock, request.specifier, module.identifier());
    const auto* error = std::get_if<ModuleLoadError>(&resolved);
    if (error != nullptr) raise(lock, *error);
    Module* target =
        error != nullptr ? nullptr : open(lock, module.context(), std::get<std::string>(resolved), &request, opened);
    if (target == nullptr) {
      nameImporter(lock, caught.Exception(), module, request);
      caught.ReThrow();
      return false;
    }
    targets.push_back(target);
  }
  const Completion linked = module.link(lock, targets);
  if (!linked.isNormal()) raise(lock, linked.thrown());
  return linked.isNormal();
}

Module* ModuleLoader::open(Lock& lock, Context& context, const std::string& url, const ModuleRequest* request,
                           std::vector<Module*>& opened) {
  const auto format = formatOf(lock, url);
  const auto* error = std::get_if<ModuleLoadError>(&format);
  if (error != nullptr) raise(lock, *error);
  if (error != nullptr) return nullptr;
  if (const auto wrong = request == nullptr ? std::nullopt : checkAttributes(*request, url, std::get<Format>(format))) {
    raise(lock, *wrong);
    return nullptr;
  }
  const Key key{context.id(), url};
  if (const auto known = modules_.find(key); known != modules_.end()) return known->second;
  Module* made = make(lock, context, url, std::get<Format>(format));
  if (made == nullptr) return nullptr;
  modules_.emplace(key, made);
  opened.push_back(made);
  return made;
}

void ModuleLoader::forgetOpened(Lock& lock, const std::vector<Module*>& opened) {
  for (Module* module : opened) {
    modules_.erase({module->context().id(), module->identifier()});
    isolate_.modules().release(lock, *module);
  }
}

v8::MaybeLocal<v8::Promise> ModuleLoader::import(Lock& lock, const ImportCall& call) {
  const auto main = isolate_.contexts().main().v8(lock);
  ModuleRequest request{lock.text(call.specifier), {}, ImportPhase::Evaluation};
  if (call.phase == v8::ModuleImportPhase::kSource) request.phase = ImportPhase::Source;
  v8::Local<v8::Array> names;
  if (call.attributes->GetOwnPropertyNames(main).ToLocal(&names)) {
    for (std::uint32_t i = 0; i < names->Length(); ++i) {
      const auto name = names->Get(main, i).ToLocalChecked();
      request.attributes.emplace_back(lock.text(name), lock.text(call.attributes->Get(main, name).ToLocalChecked()));
    }
  }
  const auto resolved = resolver_.resolve(lock, request.specifier, call.referrer);
  if (const auto* error = std::get_if<ModuleLoadError>(&resolved)) {
    raise(lock, *error);
    return {};
  }
  std::vector<Module*> opened;
  v8::TryCatch caught(lock.v8());
  Module* module = open(lock, isolate_.contexts().main(), std::get<std::string>(resolved), &request, opened);
  if (module == nullptr || !linkAll(lock, opened)) {
    forgetOpened(lock, opened);
    caught.ReThrow();
    return {};
  }
  if (request.phase == ImportPhase::Source) {
    const auto source = module->source(lock);
    if (source->IsObject()) return resolvedPromise(main, source);
    lock.v8()->ThrowException(moduleError::noSource(lock, *module));
    caught.ReThrow();
    return {};
  }
  const auto promise = evaluatedLater(lock, *module, opened.empty() ? Import::Again : Import::First);
  if (caught.HasCaught()) caught.ReThrow();
  return promise;
}

// import() runs no body: as with Node's loader it is evaluated a few jobs later, and its namespace known a few more.
v8::MaybeLocal<v8::Promise> ModuleLoader::evaluatedLater(Lock& lock, Module& module, Import import) const {
  if (module.status(lock) == ModuleStatus::Unlinked) {
    const Completion linked = instantiate(lock, module);
    if (!linked.isNormal()) raise(lock, linked.thrown());
    if (!linked.isNormal()) return {};
  }
  const auto evaluateNow = [](const v8::FunctionCallbackInfo<v8::Value>& info) {
    Lock inner(Isolate::from(info.GetIsolate()));
    const auto id = static_cast<int>(info.This().As<v8::NumberObject>()->ValueOf());
    v8::Local<v8::Promise> promise;
    if (evaluated(inner, *inner.isolate().modules().find(id)).ToLocal(&promise)) info.GetReturnValue().Set(promise);
  };
  const auto main = isolate_.contexts().main().v8(lock);
  const auto which = v8::NumberObject::New(lock.v8(), module.id()).As<v8::Object>();
  v8::Local<v8::Promise> promise;
  v8::Local<v8::Function> evaluate;
  if (!resolvedPromise(main, v8::Undefined(lock.v8())).ToLocal(&promise) ||
      !jobsLater(lock, promise, import == Import::First ? kJobsBeforeBody : kJobsBeforeKnownModule).ToLocal(&promise) ||
      !isolate_.modules().reactions().make(lock, evaluateNow, which).ToLocal(&evaluate) ||
      !promise->Then(main, evaluate).ToLocal(&promise))
    return {};
  return import == Import::First ? jobsLater(lock, promise, kJobsAfterBody) : promise;
}

// Settles as `promise` does, so many jobs later.
v8::MaybeLocal<v8::Promise> ModuleLoader::jobsLater(Lock& lock, v8::Local<v8::Promise> promise, int jobs) const {
  const auto passOn = [](const v8::FunctionCallbackInfo<v8::Value>& info) { info.GetReturnValue().Set(info[0]); };
  const auto main = isolate_.contexts().main().v8(lock);
  v8::Local<v8::Function> pass;
  if (!isolate_.modules().reactions().unbound(lock, passOn).ToLocal(&pass)) return {};
  for (; jobs > 0; --jobs)
    if (!promise->Then(main, pass).ToLocal(&promise)) return {};
  return promise;
}

Completion ModuleLoader::instantiate(Lock& lock, Module& module) const {
  Completion completion = module.instantiate(lock);
  if (!completion.isNormal()) explainMissingExport(lock, completion.thrown());
  return completion;
}

// V8 does not know which modules are CommonJS, whose names are known only once they have run.
void ModuleLoader::explainMissingExport(Lock& lock, const Thrown& thrown) const {
  if (thrown.value.IsEmpty() || !thrown.value->IsNativeError() || thrown.message.IsEmpty()) return;
  const v8::TryCatch quiet(lock.v8());
  const auto context = lock.v8()->GetCurrentContext();
  const auto error = thrown.value.As<v8::Object>();
  const std::string before = textProperty(lock, error, "message").value_or("");
  const auto missing = MissingExport::from(before);
  if (!missing) return;
  const auto resolved = resolver_.resolve(lock, missing->specifier, lock.text(thrown.message->GetScriptResourceName()));
  if (!std::holds_alternative<std::string>(resolved)) return;
  const auto format = formatOf(lock, std::get<std::string>(resolved));
  if (!std::holds_alternative<Format>(format) || std::get<Format>(format) != Format::CommonJs) return;

  v8::Local<v8::String> line;
  if (!thrown.message->GetSourceLine(context).ToLocal(&line)) return;
  const std::string advice = missing->adviceForCommonJs(lock.text(line));
  std::string stack = textProperty(lock, error, "stack").value_or("");
  if (const auto at = stack.find(before); at != stack.npos) stack.replace(at, before.size(), advice);
  error->Set(context, lock.name("message"), lock.string(advice)).FromMaybe(false);
  error->Set(context, lock.name("stack"), lock.string(stack)).FromMaybe(false);
}

// A promise of the namespace object, once the module is evaluated.
v8::MaybeLocal<v8::Promise> ModuleLoader::evaluated(Lock& lock, Module& module) {
  const auto main = lock.isolate().contexts().main().v8(lock);
  if (module.status(lock) == ModuleStatus::Evaluating) return resolvedPromise(main, module.namespaceObject(lock));
  const Completion completion = module.evaluate(lock);
  if (!completion.isNormal()) raise(lock, completion.thrown());
  if (!completion.isNormal()) return {};
  const auto giveNamespace = [](const v8::FunctionCallbackInfo<v8::Value>& info) {
    info.GetReturnValue().Set(info.This());
  };
  v8::Local<v8::Function> then;
  if (!lock.isolate()
           .modules()
           .reactions()
           .make(lock, giveNamespace, module.namespaceObject(lock).As<v8::Object>())
           .ToLocal(&then))
    return {};
  return completion.value().As<v8::Promise>()->Then(main, then);
}

v8::MaybeLocal<v8::Value> ModuleLoader::requireModule(Lock& lock, const std::string& path) {
  const auto loaded = load(lock, isolate_.contexts().main(), moduleUrl::fromPath(path));
  if (const auto* thrown = std::get_if<Thrown>(&loaded)) {
    raise(lock, *thrown);
    return {};
  }
  return evaluatedAtOnce(lock, *std::get<Module*>(loaded));
}

v8::MaybeLocal<v8::Value> ModuleLoader::evaluatedAtOnce(Lock& lock, Module& module) {
  const auto rethrow = [&](const Thrown& thrown) {
    raise(lock, thrown);
    return v8::MaybeLocal<v8::Value>();
  };
  if (module.status(lock) == ModuleStatus::Unlinked) {
    if (const Completion linked = instantiate(lock, module); !linked.isNormal()) return rethrow(linked.thrown());
  }
  if (module.status(lock) == ModuleStatus::Evaluating) {
    throwNodeError(lock, ErrorClass::Error, "ERR_REQUIRE_CYCLE_MODULE",
                   "Cannot require() ES Module " +
                       moduleUrl::toPath(module.identifier()).value_or(module.identifier()) + " in a cycle.");
    return {};
  }
  if (module.hasAsyncGraph(lock)) {
    throwNodeError(lock, ErrorClass::Error, "ERR_REQUIRE_ASYNC_MODULE",
                   "require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where "
                   "the top-level await comes from, use --experimental-print-required-tla.");
    return {};
  }
  const Completion completion = module.evaluate(lock);
  if (!completion.isNormal()) return rethrow(completion.thrown());
  const auto promise = completion.value().As<v8::Promise>();
  if (promise->State() != v8::Promise::kRejected) return module.namespaceObject(lock);
  promise->MarkAsHandled();
  lock.v8()->ThrowException(promise->Result());
  return {};
}

void ModuleLoader::raise(Lock& lock, const ModuleLoadError& error) const {
  const auto main = isolate_.contexts().main().v8(lock);
  const v8::Context::Scope scope(main);
  const auto made = makeNodeError(lock, error.type, error.code, error.message);
  if (!error.url.empty()) made->CreateDataProperty(main, lock.name("url"), lock.string(error.url)).Check();
  lock.v8()->ThrowException(made);
}

// An error that no JavaScript made gets the import for a frame, so that a reader learns where it comes from.
void ModuleLoader::nameImporter(Lock& lock, v8::Local<v8::Value> error, const Module& module,
                                const ModuleRequest& request) {
  if (error.IsEmpty() || !error->IsNativeError()) return;
  const auto main = lock.isolate().contexts().main().v8(lock);
  v8::Local<v8::Value> stack;
  if (!error.As<v8::Object>()->Get(main, lock.name("stack")).ToLocal(&stack)) return;
  std::string text = lock.text(stack);
  if (text.find("\n    at ") != text.npos || isDecorated(lock, error)) return;
  text += "\n    at " + module.identifier() + ":" + std::to_string(request.line + 1) + ":" +
          std::to_string(request.column + 1);
  error.As<v8::Object>()->Set(main, lock.name("stack"), lock.string(text)).FromMaybe(false);
}

// The value alone is thrown on, so the place that the message knows goes into its stack.
void ModuleLoader::raise(Lock& lock, const Thrown& thrown) {
  if (thrown.isTermination()) return;
  decorateStack(lock, thrown.value, thrown.message);
  lock.v8()->ThrowException(thrown.value);
}

std::string ModuleLoader::unsettledWarning(Lock& lock) {
  if (main_.IsEmpty() || main_.Get(lock.v8())->State() != v8::Promise::kPending) return {};
  std::string warning;
  for (const StalledAwait& stalled : isolate_.modules().stalledAwaits(lock)) {
    const Module* module = isolate_.modules().find(stalled.moduleId);
    const auto column = static_cast<std::size_t>(stalled.place.column);
    warning += "Warning: Detected unsettled top-level await at " + module->identifier() + ":" +
               std::to_string(stalled.place.line + 1) + "\n" + stalled.sourceLine + "\n" + std::string(column, ' ') +
               "^\n\n\n\n";
  }
  return warning.empty() ? "Warning: Detected unsettled top-level await\n" : warning;
}

}  // namespace vmscope
