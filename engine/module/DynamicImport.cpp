#include "engine/module/DynamicImport.h"

#include <tuple>
#include <vector>

#include "engine/Isolate.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/Modules.h"
#include "engine/module/Promises.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

v8::Local<v8::PrimitiveArray> optionsWith(v8::Isolate* isolate, v8::Local<v8::Symbol> symbol) {
  const auto options = v8::PrimitiveArray::New(isolate, 1);
  options->Set(isolate, 0, symbol);
  return options;
}

v8::Local<v8::Function> method(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> object,
                               std::string_view name) {
  return object->Get(context, lock.name(name)).ToLocalChecked().As<v8::Function>();
}

v8::MaybeLocal<v8::Value> asValue(v8::MaybeLocal<v8::Promise> promise) {
  v8::Local<v8::Promise> made;
  if (!promise.ToLocal(&made)) return {};
  return made;
}

// From what a callback answered (a module or a namespace object) to what import() gives.
void unwrapAnswer(const v8::FunctionCallbackInfo<v8::Value>& info) {
  const auto phase = static_cast<v8::ModuleImportPhase>(info.Data().As<v8::Integer>()->Value());
  if (info[0]->IsModuleNamespaceObject() && phase == v8::ModuleImportPhase::kEvaluation)
    return info.GetReturnValue().Set(info[0]);
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto fail = [&](v8::Local<v8::Value> error) { lock.v8()->ThrowException(error); };
  const Module* module = lock.isolate().modules().of(lock, info[0]);
  if (module == nullptr) return fail(moduleError::notModule(lock));
  const ModuleStatus status = module->status(lock);
  if (status == ModuleStatus::Errored) return fail(module->error(lock));
  if (phase == v8::ModuleImportPhase::kSource) return fail(moduleError::noSource(lock, *module));
  if (status < ModuleStatus::Linked) return fail(moduleError::status(lock, "must not be unlinked or linking"));
  info.GetReturnValue().Set(module->namespaceObject(lock));
}

const char* phaseName(v8::ModuleImportPhase phase) {
  return phase == v8::ModuleImportPhase::kSource ? "source" : "evaluation";
}

}  // namespace

struct DynamicImport::Target {
  enum class Kind { None, Loader, Callback } kind = Kind::None;
  v8::Local<v8::Function> callback;
  v8::Local<v8::Value> referrer;
};

DynamicImport::DynamicImport(Isolate& isolate) : isolate_(isolate) {
  const Lock lock(isolate);
  const auto context = isolate.contexts().main().v8(lock);
  const v8::Context::Scope scope(context);
  const auto bindings = method(lock, context, context->Global(), "WeakMap")->NewInstance(context).ToLocalChecked();
  bindings_.Reset(lock.v8(), bindings);
  bindingsGet_.Reset(lock.v8(), method(lock, context, bindings, "get"));
  bindingsSet_.Reset(lock.v8(), method(lock, context, bindings, "set"));
  without_.Reset(lock.v8(), optionsWith(lock.v8(), v8::Symbol::New(lock.v8(), lock.name("no import callback"))));
  loaderOptions_.Reset(lock.v8(), optionsWith(lock.v8(), v8::Symbol::New(lock.v8(), lock.name("file loader"))));
  const auto none = v8::Object::New(lock.v8(), v8::Null(lock.v8()), nullptr, nullptr, 0);
  none->SetIntegrityLevel(context, v8::IntegrityLevel::kFrozen).Check();
  noAttributes_.Reset(lock.v8(), none);
  contextBinding_.Reset(lock.v8(), v8::Private::New(lock.v8(), lock.name("import binding")));
  // V8 asks the second only for phases other than evaluation, and only where the first is set, too.
  lock.v8()->SetHostImportModuleDynamicallyCallback(&evaluationPhase);
  lock.v8()->SetHostImportModuleWithPhaseDynamicallyCallback(&anyPhase);
}

v8::Local<v8::PrimitiveArray> DynamicImport::unique(const Lock& lock) const {
  return optionsWith(lock.v8(), v8::Symbol::New(lock.v8()));
}

// What answers and the referrer, as one object that V8's heap can hold.
v8::Local<v8::Array> DynamicImport::pairOf(const Lock& lock, v8::Local<v8::Value> callback,
                                           v8::Local<v8::Value> referrer) const {
  const v8::Context::Scope scope(isolate_.contexts().main().v8(lock));
  v8::Local<v8::Value> pair[] = {callback, referrer};
  if (callback.IsEmpty()) pair[0] = v8::Undefined(lock.v8());
  return v8::Array::New(lock.v8(), pair, 2);
}

void DynamicImport::setBinding(Lock& lock, v8::Local<v8::PrimitiveArray> options, v8::Local<v8::Value> binding) {
  v8::Local<v8::Value> entry[] = {options->Get(lock.v8(), 0), binding};
  const auto main = isolate_.contexts().main().v8(lock);
  const v8::TryCatch caught(lock.v8());  // only a termination ends this call, and then the code never runs
  std::ignore = bindingsSet_.Get(lock.v8())->Call(main, bindings_.Get(lock.v8()), 2, entry);
}

void DynamicImport::bind(Lock& lock, v8::Local<v8::PrimitiveArray> options, const ImportBinding& binding) {
  setBinding(lock, options, pairOf(lock, binding.callback, binding.referrer));
}

void DynamicImport::bindToLoader(Lock& lock, v8::Local<v8::PrimitiveArray> options, v8::Local<v8::Object> referrer) {
  setBinding(lock, options, pairOf(lock, v8::True(lock.v8()), referrer));
}

void DynamicImport::bindContext(Lock& lock, Context& context, const ImportBinding& binding) {
  const auto realm = context.v8(lock);
  const auto pair = pairOf(lock, binding.callback, binding.referrer);
  realm->Global()->SetPrivate(realm, contextBinding_.Get(lock.v8()), pair).Check();
}

void DynamicImport::bindContextToLoader(Lock& lock, Context& context) {
  const auto realm = context.v8(lock);
  const auto pair = pairOf(lock, v8::True(lock.v8()), v8::Undefined(lock.v8()));
  realm->Global()->SetPrivate(realm, contextBinding_.Get(lock.v8()), pair).Check();
}

v8::Local<v8::Object> DynamicImport::attributesObject(const Lock& lock, v8::Local<v8::FixedArray> list,
                                                      int entrySize) const {
  if (list->Length() == 0) return noAttributes_.Get(lock.v8());
  const auto main = isolate_.contexts().main().v8(lock);
  std::vector<v8::Local<v8::Name>> names;
  std::vector<v8::Local<v8::Value>> values;
  for (int i = 0; i + 1 < list->Length(); i += entrySize) {
    names.push_back(list->Get(main, i).As<v8::Name>());
    values.push_back(list->Get(main, i + 1).As<v8::Value>());
  }
  const v8::Context::Scope scope(main);
  const auto object = v8::Object::New(lock.v8(), v8::Null(lock.v8()), names.data(), values.data(), names.size());
  object->SetIntegrityLevel(main, v8::IntegrityLevel::kFrozen).Check();
  return object;
}

v8::MaybeLocal<v8::Promise> DynamicImport::evaluationPhase(v8::Local<v8::Context> context, v8::Local<v8::Data> options,
                                                           v8::Local<v8::Value> referrer,
                                                           v8::Local<v8::String> specifier,
                                                           v8::Local<v8::FixedArray> attributes) {
  return anyPhase(context, options, referrer, specifier, v8::ModuleImportPhase::kEvaluation, attributes);
}

// The promise that import() gives belongs to the importing realm; it follows one of the main realm, as Node's does, so
// that jobs interleave alike.
v8::MaybeLocal<v8::Promise> DynamicImport::anyPhase(v8::Local<v8::Context> context, v8::Local<v8::Data> options,
                                                    v8::Local<v8::Value> referrer, v8::Local<v8::String> specifier,
                                                    v8::ModuleImportPhase phase, v8::Local<v8::FixedArray> attributes) {
  v8::EscapableHandleScope handles(v8::Isolate::GetCurrent());
  Isolate& isolate = Isolate::from(v8::Isolate::GetCurrent());
  Lock lock(isolate);
  DynamicImport& self = isolate.imports();
  const auto main = isolate.contexts().main().v8(lock);
  v8::Local<v8::Promise::Resolver> imported;
  v8::Local<v8::Promise::Resolver> answered;
  if (!v8::Promise::Resolver::New(context).ToLocal(&imported)) return {};
  if (!v8::Promise::Resolver::New(main).ToLocal(&answered)) return {};
  {
    const v8::Context::Scope scope(main);
    v8::TryCatch caught(lock.v8());
    v8::Local<v8::Value> answer;
    const ImportCall call{specifier, self.attributesObject(lock, attributes, 2), phase,
                          referrer->IsString() ? lock.text(referrer) : std::string()};
    const bool isAnswered = self.start(lock, self.targetOf(lock, context, options), call).ToLocal(&answer);
    if (!isAnswered && caught.HasTerminated()) {
      caught.ReThrow();
      return {};
    }
    const auto settled = isAnswered ? answered->Resolve(main, answer) : answered->Reject(main, caught.Exception());
    if (settled.IsNothing()) return {};
  }
  if (imported->Resolve(context, answered->GetPromise()).IsNothing()) return {};
  return handles.Escape(imported->GetPromise());
}

DynamicImport::Target DynamicImport::targetOf(Lock& lock, v8::Local<v8::Context> context,
                                              v8::Local<v8::Data> options) const {
  const auto list = options.As<v8::PrimitiveArray>();
  if (list->Length() == 0) {
    v8::Local<v8::Value> binding;
    if (!context->Global()->GetPrivate(context, contextBinding_.Get(lock.v8())).ToLocal(&binding)) return {};
    return targetOf(lock, binding);
  }
  v8::Local<v8::Value> symbol = list->Get(lock.v8(), 0);
  if (symbol == loaderOptions_.Get(lock.v8())->Get(lock.v8(), 0)) return {Target::Kind::Loader, {}, {}};
  v8::Local<v8::Value> binding;
  const auto main = isolate_.contexts().main().v8(lock);
  if (!bindingsGet_.Get(lock.v8())->Call(main, bindings_.Get(lock.v8()), 1, &symbol).ToLocal(&binding)) return {};
  return targetOf(lock, binding);
}

DynamicImport::Target DynamicImport::targetOf(Lock& lock, v8::Local<v8::Value> binding) const {
  if (!binding->IsArray()) return {};
  const auto main = isolate_.contexts().main().v8(lock);
  const auto callback = binding.As<v8::Array>()->Get(main, 0).ToLocalChecked();
  const auto referrer = binding.As<v8::Array>()->Get(main, 1).ToLocalChecked();
  if (callback->IsTrue()) return {Target::Kind::Loader, {}, referrer};
  if (!callback->IsFunction()) return {};
  return {Target::Kind::Callback, callback.As<v8::Function>(), referrer};
}

v8::MaybeLocal<v8::Value> DynamicImport::start(Lock& lock, const Target& target, const ImportCall& call) {
  if (!target.referrer.IsEmpty()) {
    if (Module* importer = isolate_.modules().of(lock, target.referrer)) isolate_.modules().noteRuns(lock, *importer);
  }
  if (target.kind == Target::Kind::Callback) return callBack(lock, target, call);
  if (target.kind == Target::Kind::Loader && loader_) return asValue(loader_(lock, call));
  lock.v8()->ThrowException(moduleError::missingImportCallback(lock));
  return {};
}

v8::MaybeLocal<v8::Value> DynamicImport::callBack(Lock& lock, const Target& target, const ImportCall& call) {
  const auto main = isolate_.contexts().main().v8(lock);
  v8::Local<v8::Value> arguments[] = {call.specifier, target.referrer, call.attributes,
                                      lock.name(phaseName(call.phase))};
  v8::Local<v8::Value> result;
  v8::Local<v8::Promise> promise;
  if (!target.callback->Call(main, v8::Undefined(lock.v8()), 4, arguments).ToLocal(&result)) return {};
  if (!promiseOf(main, result).ToLocal(&promise)) return {};
  v8::Local<v8::Function> unwrap;
  const auto phase = v8::Integer::New(lock.v8(), static_cast<int>(call.phase));
  if (!v8::Function::New(main, &unwrapAnswer, phase, 1).ToLocal(&unwrap)) return {};
  return asValue(promise->Then(main, unwrap));
}

}  // namespace vmscope
