#include "engine/module/Module.h"

#include "engine/Isolate.h"
#include "engine/microtask/MicrotaskQueue.h"
#include "engine/microtask/Microtasks.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/ModuleEvaluation.h"
#include "engine/module/Modules.h"
#include "engine/module/Promises.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/Script.h"

namespace vmscope {

namespace {

ModuleStatus statusOf(v8::Module::Status status) {
  switch (status) {
    case v8::Module::kUninstantiated:
      return ModuleStatus::Unlinked;
    case v8::Module::kInstantiating:
      return ModuleStatus::Linking;
    case v8::Module::kInstantiated:
      return ModuleStatus::Linked;
    case v8::Module::kEvaluating:
      return ModuleStatus::Evaluating;
    case v8::Module::kEvaluated:
      return ModuleStatus::Evaluated;
    case v8::Module::kErrored:
      return ModuleStatus::Errored;
  }
  return ModuleStatus::Unlinked;
}

v8::MaybeLocal<v8::Module> resolveModule(v8::Local<v8::Context>, v8::Local<v8::String> specifier,
                                         v8::Local<v8::FixedArray> attributes, v8::Local<v8::Module> referrer) {
  v8::EscapableHandleScope handles(v8::Isolate::GetCurrent());
  Lock lock(Isolate::from(v8::Isolate::GetCurrent()));
  auto* module = static_cast<SourceTextModule*>(lock.isolate().modules().find(lock, referrer));
  const Module* target = module->resolve(lock, specifier, attributes, ImportPhase::Evaluation);
  if (target == nullptr) return {};
  return handles.Escape(target->record(lock));
}

// No JavaScript runs while V8 resolves, so the import itself is the error's one frame.
void addImport(Lock& lock, v8::Local<v8::Object> error, const SourceTextModule& importer, std::string_view specifier) {
  const auto context = lock.v8()->GetCurrentContext();
  v8::Local<v8::Value> stack;
  if (!error->Get(context, lock.name("stack")).ToLocal(&stack)) return;
  const std::string text = lock.text(stack);
  if (text.find("\n    at ") != text.npos) return;
  for (const ModuleRequest& request : importer.requests(lock)) {
    if (request.phase != ImportPhase::Source || request.specifier != specifier) continue;
    const std::string place =
        importer.identifier() + ":" + std::to_string(request.line + 1) + ":" + std::to_string(request.column + 1);
    error->Set(context, lock.name("stack"), lock.string(text + "\n    at " + place)).FromMaybe(false);
    return;
  }
}

v8::MaybeLocal<v8::Object> resolveSource(v8::Local<v8::Context>, v8::Local<v8::String> specifier,
                                         v8::Local<v8::FixedArray> attributes, v8::Local<v8::Module> referrer) {
  v8::EscapableHandleScope handles(v8::Isolate::GetCurrent());
  Lock lock(Isolate::from(v8::Isolate::GetCurrent()));
  auto* module = static_cast<SourceTextModule*>(lock.isolate().modules().find(lock, referrer));
  const Module* target = module->resolve(lock, specifier, attributes, ImportPhase::Source);
  if (target == nullptr) return {};
  const auto source = target->source(lock);
  if (source->IsObject()) return handles.Escape(source.As<v8::Object>());
  const auto error = moduleError::noSource(lock, *target);
  addImport(lock, error, *module, lock.text(specifier));
  lock.v8()->ThrowException(error);
  return {};
}

}  // namespace

v8::Local<v8::Value> Module::field(const Lock& lock, Field field) const {
  return object(lock)->GetInternalField(field).As<v8::Value>();
}

void Module::setField(const Lock& lock, Field field, v8::Local<v8::Data> value) const {
  object(lock)->SetInternalField(field, value);
}

v8::Local<v8::Module> Module::record(const Lock& lock) const {
  return object(lock)->GetInternalField(kRecord).As<v8::Module>();
}

ModuleStatus Module::status(const Lock& lock) const {
  return status_ ? *status_ : statusOf(record(lock)->GetStatus());
}

v8::Local<v8::Value> Module::error(const Lock& lock) const {
  return status_ == ModuleStatus::Errored ? field(lock, kError) : record(lock)->GetException();
}

v8::Local<v8::Value> Module::namespaceObject(const Lock& lock) const {
  return record(lock)->GetModuleNamespace();
}

bool Module::hasTopLevelAwait(const Lock& lock) const {
  return record(lock)->HasTopLevelAwait();
}

bool Module::hasAsyncGraph(const Lock& lock) const {
  return record(lock)->IsGraphAsync();
}

void Module::fail(Lock& lock, v8::Local<v8::Value> error) {
  setField(lock, kError, error);
  status_ = ModuleStatus::Errored;
  lock.isolate().modules().statusMayHaveChanged(lock, *this);
}

Completion Module::instantiate(Lock& lock) {
  if (!isLinked()) return moduleError::thrown(lock, moduleError::notLinked(lock));
  const auto realm = context_.v8(lock);
  const v8::TryCatch caught(lock.v8());
  const bool isDone = record(lock)->InstantiateModule(realm, &resolveModule, &resolveSource).FromMaybe(false);
  lock.isolate().modules().statusesMayHaveChanged(lock, *this);
  if (!isDone) return thrownFrom(lock, caught);
  return v8::Undefined(lock.v8()).As<v8::Value>();
}

Completion Module::evaluate(Lock& lock, const RunOptions& options) {
  const v8::TryCatch caught(lock.v8());
  RunLimits limits(lock, options);
  const JobOrigins::Activity activity(lock.isolate().microtasks().origins(), JobCause::Kind::Script,
                                      [&] { return identifier_; });
  v8::Local<v8::Promise> promise;
  bool isNormal = runBodies(lock).ToLocal(&promise);
  // A promise of the inner realm would settle only when its queue is drained again, so the caller gets one of its own.
  if (isNormal && context_.hasOwnQueue()) {
    isNormal = resolvedPromise(lock.isolate().contexts().main().v8(lock), promise).ToLocal(&promise);
    context_.queue().checkpoint(lock);
  }
  const TerminationReason limit = limits.close(lock);
  if (limit != TerminationReason::None) {
    failTerminated(lock, moduleError::terminated(lock, limit, options));
    return Thrown{v8::Undefined(lock.v8()), {}, limit};
  }
  if (isNormal && !lock.v8()->IsExecutionTerminating()) return promise.As<v8::Value>();
  return thrownFrom(lock, caught);
}

v8::MaybeLocal<v8::Promise> Module::runBodies(Lock& lock) {
  Modules& modules = lock.isolate().modules();
  if (status_ == ModuleStatus::Errored) {
    return rejectedPromise(lock.isolate().contexts().main().v8(lock), field(lock, kError));
  }
  v8::Local<v8::Promise> promise;
  if (modules.isObserved() && status(lock) == ModuleStatus::Linked) {
    if (!ModuleEvaluation(lock, modules).run(*this).ToLocal(&promise)) return {};
  } else {
    v8::Local<v8::Value> value;
    if (!record(lock)->Evaluate(context_.v8(lock)).ToLocal(&value)) return {};
    promise = value.As<v8::Promise>();
  }
  modules.statusesMayHaveChanged(lock, *this);
  if (promise->State() == v8::Promise::kPending) modules.remember(lock, *this, promise);
  return promise;
}

// V8's records of what a termination ended hold no error that a program could be given.
void Module::failTerminated(Lock& lock, v8::Local<v8::Value> error) {
  Modules::forEachReachable(*this, [&](Module& module) {
    if (module.record(lock)->GetStatus() == v8::Module::kErrored && module.record(lock)->GetException()->IsNull())
      module.fail(lock, error);
  });
}

}  // namespace vmscope
