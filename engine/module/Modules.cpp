#include "engine/module/Modules.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "engine/Isolate.h"
#include "engine/module/DynamicImport.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/Promises.h"
#include "engine/vm/CachedData.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/Script.h"

namespace vmscope {

Modules::Modules(Isolate& isolate) : isolate_(isolate) {
  Lock lock(isolate);
  classes_ = std::make_unique<ModuleClasses>(lock);
  reactions_ = std::make_unique<Reactions>(lock);
  lock.v8()->SetHostInitializeImportMetaObjectCallback(&initializeImportMeta);
  isolate.observe(*this);
}

Modules::~Modules() {
  isolate_.unobserve(*this);
}

std::variant<SourceTextModule*, Thrown> Modules::createSourceText(Lock& lock, Context& context,
                                                                  v8::Local<v8::String> text,
                                                                  const SourceTextOptions& options,
                                                                  v8::Local<v8::Object> object) {
  const auto importOptions = isolate_.imports().unique(lock);
  v8::Local<v8::Module> record;
  {
    const v8::Context::Scope scope(context.v8(lock));
    const v8::TryCatch caught(lock.v8());
    const v8::ScriptOrigin origin(lock.string(options.identifier), options.lineOffset, options.columnOffset, true, -1,
                                  {}, false, false, true, importOptions);
    const bool isCached = !options.cachedData.IsEmpty();
    v8::ScriptCompiler::Source source(text, origin, isCached ? fromView(options.cachedData).release() : nullptr);
    const auto mode = isCached ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions;
    if (!v8::ScriptCompiler::CompileModule(lock.v8(), &source, mode).ToLocal(&record)) return thrownFrom(lock, caught);
    if (isCached && source.GetCachedData()->rejected)
      return moduleError::thrown(lock, moduleError::cachedDataRejected(lock));
  }
  std::unique_ptr<SourceTextModule> made(new SourceTextModule(context, options.identifier));
  SourceTextModule& module = *made;
  module.scriptId_ = record->ScriptId();
  adopt(lock, std::move(made), record, object);
  bindImports(lock, module, importOptions, options);
  announce(lock, module);
  return &module;
}

// Only code that asks the module for something needs to keep its object alive.
void Modules::bindImports(Lock& lock, SourceTextModule& module, v8::Local<v8::PrimitiveArray> importOptions,
                          const SourceTextOptions& options) {
  const bool hasHook = !options.initializeImportMeta.IsEmpty();
  if (hasHook) module.setField(lock, Module::kHook, options.initializeImportMeta);
  if (options.imports == SourceTextOptions::Imports::Loader) {
    isolate_.imports().bindToLoader(lock, importOptions, module.object(lock));
  } else if (hasHook || !options.importModuleDynamically.IsEmpty()) {
    isolate_.imports().bind(lock, importOptions, {options.importModuleDynamically, module.object(lock)});
  }
}

SyntheticModule& Modules::createSynthetic(Lock& lock, Context& context, std::string identifier,
                                          std::span<const v8::Local<v8::String>> exports, v8::Local<v8::Function> steps,
                                          v8::Local<v8::Object> object) {
  SyntheticModule& module = makeSynthetic(lock, context, std::move(identifier), exports, object);
  module.setField(lock, Module::kHook, steps);
  announce(lock, module);
  return module;
}

SyntheticModule& Modules::createSynthetic(Lock& lock, Context& context, std::string identifier,
                                          std::span<const v8::Local<v8::String>> exports,
                                          SyntheticModule::Steps steps) {
  SyntheticModule& module = makeSynthetic(lock, context, std::move(identifier), exports, {});
  module.steps_ = std::move(steps);
  announce(lock, module);
  return module;
}

SyntheticModule& Modules::makeSynthetic(Lock& lock, Context& context, std::string identifier,
                                        std::span<const v8::Local<v8::String>> exports, v8::Local<v8::Object> object) {
  const auto realm = context.v8(lock);
  const v8::Context::Scope scope(realm);
  const auto record = v8::Module::CreateSyntheticModule(lock.v8(), lock.string(identifier),
                                                        {exports.data(), exports.size()}, &evaluateSynthetic);
  record->InstantiateModule(realm, nullptr).Check();  // it imports nothing, so nothing can fail
  std::unique_ptr<SyntheticModule> made(new SyntheticModule(context, std::move(identifier)));
  SyntheticModule& module = *made;
  adopt(lock, std::move(made), record, object);
  module.seen_ = ModuleStatus::Linked;
  return module;
}

void Modules::adopt(Lock& lock, std::unique_ptr<Module> module, v8::Local<v8::Module> record,
                    v8::Local<v8::Object> object) {
  Module& added = *module;
  added.id_ = ++lastId_;
  added.hash_ = record->GetIdentityHash();
  added.isPinned_ = object.IsEmpty();
  if (object.IsEmpty()) object = classes_->newObject(lock, added.kind());
  added.object_.Reset(lock.v8(), object);
  object->SetAlignedPointerInInternalField(Module::kSelf, &added);
  for (int field = Module::kSelf + 1; field < Module::kFieldCount; ++field)
    object->SetInternalField(field, v8::Undefined(lock.v8()));
  object->SetInternalField(Module::kRecord, record);
  object->SetInternalField(Module::kRealm, added.context().v8(lock)->Global());
  if (!added.context().isMain()) object->SetInternalField(Module::kSandbox, added.context().sandbox(lock));
  byHash_.emplace(added.hash_, &added);
  byId_.emplace(added.id_, std::move(module));
  if (!added.isPinned_) watchCollection(added);
}

void Modules::watchCollection(Module& module) {
  module.object_.SetWeak(
      &module,
      [](const v8::WeakCallbackInfo<Module>& info) {
        info.GetParameter()->object_.Reset();
        info.SetSecondPassCallback([](const v8::WeakCallbackInfo<Module>& second) {
          Isolate::from(second.GetIsolate()).modules().forget(*second.GetParameter());
        });
      },
      v8::WeakCallbackType::kParameter);
}

void Modules::forget(Module& module) {
  const int id = module.id_;
  const auto [begin, end] = byHash_.equal_range(module.hash_);
  byHash_.erase(std::find_if(begin, end, [&](const auto& entry) { return entry.second == &module; }));
  byId_.erase(id);
  for (ModuleObserver* observer : observers_) observer->moduleRemoved(id);
}

void Modules::release(Lock& lock, Module& module) {
  if (!module.isPinned_) return;
  module.isPinned_ = false;
  watchCollection(module);
}

Module* Modules::find(int id) const {
  const auto it = byId_.find(id);
  if (it == byId_.end() || it->second->object_.IsEmpty()) return nullptr;  // collected, to be forgotten soon
  return it->second.get();
}

Module* Modules::find(const Lock& lock, v8::Local<v8::Module> record) const {
  const auto [begin, end] = byHash_.equal_range(record->GetIdentityHash());
  for (auto it = begin; it != end; ++it) {
    if (!it->second->object_.IsEmpty() && it->second->record(lock) == record) return it->second;
  }
  return nullptr;
}

Module* Modules::of(const Lock& lock, v8::Local<v8::Value> object) const {
  if (!classes_->isModule(lock, object)) return nullptr;
  return static_cast<Module*>(object.As<v8::Object>()->GetAlignedPointerFromInternalField(Module::kSelf));
}

Module* Modules::find(const Context& context, std::string_view identifier) const {
  for (auto it = byId_.rbegin(); it != byId_.rend(); ++it) {
    Module* module = it->second.get();
    if (module->object_.IsEmpty() || module->identifier() != identifier) continue;
    if (&module->context() == &context) return module;
  }
  return nullptr;
}

void Modules::forEach(const std::function<void(Module&)>& visit) const {
  for (const auto& [id, module] : byId_) {
    if (!module->object_.IsEmpty()) visit(*module);
  }
}

void Modules::forEachReachable(Module& root, const std::function<void(Module&)>& visit) {
  std::unordered_set<Module*> seen{&root};
  std::vector<Module*> open{&root};
  while (!open.empty()) {
    Module* module = open.back();
    open.pop_back();
    visit(*module);
    for (Module* target : module->linked()) {
      if (seen.insert(target).second) open.push_back(target);
    }
  }
}

std::string Modules::nextIdentifier(const Context& context) {
  return "vm:module(" + std::to_string(unnamed_[context.id()]++) + ")";
}

void Modules::initializeImportMeta(v8::Local<v8::Context> realm, v8::Local<v8::Module> record,
                                   v8::Local<v8::Object> meta) {
  const Lock lock(Isolate::from(v8::Isolate::GetCurrent()));
  const Module* module = lock.isolate().modules().find(lock, record);
  if (module == nullptr) return;
  const auto hook = module->field(lock, Module::kHook);
  if (!hook->IsFunction()) return;
  v8::Local<v8::Value> arguments[] = {meta, module->object(lock)};
  std::ignore = hook.As<v8::Function>()->Call(realm, v8::Undefined(lock.v8()), 2, arguments);
}

bool Modules::takeSteps(Lock& lock, SyntheticModule& module) {
  const auto realm = module.context().v8(lock);
  const v8::Context::Scope scope(realm);
  v8::TryCatch caught(lock.v8());
  module.hasTakenSteps_ = true;
  if (module.steps_) {
    module.steps_(lock, module);
  } else if (const auto hook = module.field(lock, Module::kHook); hook->IsFunction()) {
    std::ignore = hook.As<v8::Function>()->Call(realm, module.object(lock), 0, nullptr);
  }
  if (!caught.HasCaught()) return true;
  if (caught.HasTerminated()) {
    caught.ReThrow();
  } else {
    module.thrown_.Reset(lock.v8(), caught.Exception());
  }
  return false;
}

v8::MaybeLocal<v8::Value> Modules::evaluateSynthetic(v8::Local<v8::Context> realm, v8::Local<v8::Module> record) {
  v8::EscapableHandleScope handles(v8::Isolate::GetCurrent());
  Lock lock(Isolate::from(v8::Isolate::GetCurrent()));
  auto& module = static_cast<SyntheticModule&>(*lock.isolate().modules().find(lock, record));
  if (!module.hasTakenSteps_) takeSteps(lock, module);
  if (lock.v8()->IsExecutionTerminating()) return {};
  if (!module.thrown_.IsEmpty()) {
    lock.v8()->ThrowException(module.thrown_.Get(lock.v8()));
    module.thrown_.Reset();
    return {};
  }
  v8::Local<v8::Promise> promise;
  if (!resolvedPromise(realm, v8::Undefined(lock.v8())).ToLocal(&promise)) return {};
  return handles.Escape(promise.As<v8::Value>());
}

}  // namespace vmscope
