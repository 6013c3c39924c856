#include "engine/module/ModuleLink.h"

#include <vector>

#include "engine/Isolate.h"
#include "engine/module/DynamicImport.h"
#include "engine/module/ModuleErrors.h"
#include "engine/module/Modules.h"
#include "engine/module/Promises.h"
#include "engine/vm/Contexts.h"

namespace vmscope {

namespace {

// The state of one module's link: an array that no program sees.
enum Slot : std::uint32_t { kModule, kLinker, kAnswers, kMissing, kAll, kOnLinked, kOnFailure, kSlotCount };
// What a request's reactions know.
enum RequestSlot : std::uint32_t { kState, kIndex, kRequestSlotCount };

constexpr int kAttributeEntry = 3;  // V8's attributes of a request are [key, value, offset, ...]

v8::Local<v8::Context> mainOf(const Lock& lock) {
  return lock.isolate().contexts().main().v8(lock);
}

v8::Local<v8::Value> at(const Lock& lock, v8::Local<v8::Array> array, std::uint32_t index) {
  return array->Get(mainOf(lock), index).ToLocalChecked();
}

SourceTextModule& moduleOf(const Lock& lock, v8::Local<v8::Array> state) {
  return static_cast<SourceTextModule&>(*lock.isolate().modules().of(lock, at(lock, state, kModule)));
}

// The linker's third argument; `assert` is the name that import attributes had first.
v8::Local<v8::Object> extraOf(const Lock& lock, v8::Local<v8::ModuleRequest> request) {
  const auto main = mainOf(lock);
  const v8::Local<v8::Value> attributes =
      lock.isolate().imports().attributesObject(lock, request->GetImportAttributes(), kAttributeEntry);
  const auto extra = v8::Object::New(lock.v8());
  extra->CreateDataProperty(main, lock.name("attributes"), attributes).Check();
  extra->CreateDataProperty(main, lock.name("assert"), attributes).Check();
  return extra;
}

v8::MaybeLocal<v8::Function> make(const Lock& lock, v8::FunctionCallback callback, v8::Local<v8::Object> data) {
  return lock.isolate().modules().reactions().make(lock, callback, data);
}

// A promise that settles as `promise` does, one job later.
v8::Local<v8::Promise> later(const Lock& lock, v8::Local<v8::Promise> promise) {
  const auto passOn = [](const v8::FunctionCallbackInfo<v8::Value>& info) { info.GetReturnValue().Set(info[0]); };
  v8::Local<v8::Function> pass;
  if (!lock.isolate().modules().reactions().unbound(lock, passOn).ToLocal(&pass)) return promise;
  return promise->Then(mainOf(lock), pass).FromMaybe(promise);
}

}  // namespace

v8::MaybeLocal<v8::Promise> ModuleLink::start(Lock& lock, SourceTextModule& module, v8::Local<v8::Function> linker) {
  const auto main = mainOf(lock);
  const int count = module.requestCount(lock);
  v8::Local<v8::Promise::Resolver> all;
  if (!v8::Promise::Resolver::New(main).ToLocal(&all)) return {};
  v8::Local<v8::Value> slots[] = {
      module.object(lock), linker, v8::Array::New(lock.v8(), count), v8::Integer::New(lock.v8(), count), all, all, all};
  const auto state = v8::Array::New(lock.v8(), slots, kSlotCount);

  module.status_ = ModuleStatus::Linking;
  lock.isolate().modules().statusMayHaveChanged(lock, module);
  {
    const v8::TryCatch caught(lock.v8());
    const bool isAsked = ask(lock, module, state);
    if (!isAsked && caught.HasTerminated()) return {};
    if (!isAsked) {
      module.fail(lock, caught.Exception());
      return rejectedPromise(main, caught.Exception());
    }
  }
  if (count == 0 && all->Resolve(main, v8::Undefined(lock.v8())).IsNothing()) return {};
  v8::Local<v8::Function> onAll;
  if (!make(lock, &settledAll, state).ToLocal(&onAll)) return {};
  if (count == 0) return all->GetPromise()->Then(main, onAll);
  v8::Local<v8::Function> onFailure;
  if (!make(lock, &failed, state).ToLocal(&onFailure)) return {};
  return all->GetPromise()->Then(main, onAll, onFailure);
}

bool ModuleLink::ask(Lock& lock, SourceTextModule& module, v8::Local<v8::Array> state) {
  const int count = module.requestCount(lock);
  v8::Local<v8::Function> onLinked;
  v8::Local<v8::Function> onFailure;
  if (count > 0) {
    if (!make(lock, &settledOne, state).ToLocal(&onLinked) || !make(lock, &failedOne, state).ToLocal(&onFailure))
      return false;
    state->Set(mainOf(lock), kOnLinked, onLinked).Check();
    state->Set(mainOf(lock), kOnFailure, onFailure).Check();
  }
  for (int index = 0; index < count; ++index) {
    if (!askFor(lock, module, state, index)) return false;
  }
  return true;
}

bool ModuleLink::askFor(Lock& lock, SourceTextModule& module, v8::Local<v8::Array> state, int index) {
  const v8::HandleScope handles(lock.v8());
  const auto main = mainOf(lock);
  const auto request = module.request(lock, index);
  v8::Local<v8::Value> arguments[] = {request->GetSpecifier(), module.object(lock), extraOf(lock, request)};
  v8::Local<v8::Value> answer;
  const auto linker = at(lock, state, kLinker).As<v8::Function>();
  if (!linker->Call(main, v8::Undefined(lock.v8()), 3, arguments).ToLocal(&answer)) return false;

  v8::Local<v8::Value> slots[] = {state, v8::Integer::New(lock.v8(), index)};
  const auto one = v8::Array::New(lock.v8(), slots, kRequestSlotCount);
  const auto onLinked = at(lock, state, kOnLinked).As<v8::Function>();
  const auto onFailure = at(lock, state, kOnFailure).As<v8::Function>();
  v8::Local<v8::Promise> promise;
  v8::Local<v8::Promise> linked;
  v8::Local<v8::Function> onAnswer;
  return promiseOf(main, answer).ToLocal(&promise) && make(lock, &answered, one).ToLocal(&onAnswer) &&
         promise->Then(main, onAnswer).ToLocal(&linked) && !linked->Then(main, onLinked, onFailure).IsEmpty();
}

// The linker's answer for one request: checked, and linked itself where it is not yet.
void ModuleLink::answered(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto one = info.This().As<v8::Array>();
  const auto state = at(lock, one, kState).As<v8::Array>();
  const auto index = at(lock, one, kIndex).As<v8::Integer>();
  SourceTextModule& module = moduleOf(lock, state);
  const auto reject = [&](v8::Local<v8::Value> error) {
    v8::Local<v8::Promise> rejected;
    if (rejectedPromise(mainOf(lock), error).ToLocal(&rejected)) info.GetReturnValue().Set(rejected);
  };

  Module* target = lock.isolate().modules().of(lock, info[0]);
  if (target == nullptr) return reject(moduleError::notModule(lock));
  if (&target->context() != &module.context()) return reject(moduleError::differentContext(lock));
  const ModuleStatus status = target->status(lock);
  if (status == ModuleStatus::Errored) {
    const auto specifier = module.request(lock, static_cast<int>(index->Value()))->GetSpecifier();
    return reject(moduleError::erroredRequest(lock, specifier, target->error(lock)));
  }
  at(lock, state, kAnswers)
      .As<v8::Array>()
      ->Set(mainOf(lock), static_cast<std::uint32_t>(index->Value()), info[0])
      .Check();
  v8::Local<v8::Promise> promise;
  const bool isNew = status == ModuleStatus::Unlinked && target->kind() == ModuleKind::SourceText;
  const auto made =
      isNew ? start(lock, static_cast<SourceTextModule&>(*target), at(lock, state, kLinker).As<v8::Function>())
            : resolvedPromise(mainOf(lock), info[0]);
  if (!made.ToLocal(&promise)) return;
  info.GetReturnValue().Set(isNew ? later(lock, promise) : promise);
}

void ModuleLink::settledOne(const Info& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  const auto state = info.This().As<v8::Array>();
  const auto missing = at(lock, state, kMissing).As<v8::Integer>()->Value() - 1;
  state->Set(mainOf(lock), kMissing, v8::Number::New(lock.v8(), static_cast<double>(missing))).Check();
  if (missing > 0) return;
  at(lock, state, kAll).As<v8::Promise::Resolver>()->Resolve(mainOf(lock), v8::Undefined(lock.v8())).FromMaybe(false);
}

void ModuleLink::failedOne(const Info& info) {
  const Lock lock(Isolate::from(info.GetIsolate()));
  const auto all = at(lock, info.This().As<v8::Array>(), kAll).As<v8::Promise::Resolver>();
  all->Reject(mainOf(lock), info[0]).FromMaybe(false);
}

void ModuleLink::settledAll(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  const auto state = info.This().As<v8::Array>();
  SourceTextModule& module = moduleOf(lock, state);
  const auto answers = at(lock, state, kAnswers).As<v8::Array>();
  std::vector<Module*> targets;
  for (std::uint32_t i = 0; i < answers->Length(); ++i)
    targets.push_back(lock.isolate().modules().of(lock, at(lock, answers, i)));
  module.status_.reset();
  const Completion completion = module.link(lock, targets);
  lock.isolate().modules().statusMayHaveChanged(lock, module);
  if (completion.isNormal()) return;
  module.fail(lock, completion.thrown().value);
  lock.v8()->ThrowException(completion.thrown().value);
}

void ModuleLink::failed(const Info& info) {
  Lock lock(Isolate::from(info.GetIsolate()));
  moduleOf(lock, info.This().As<v8::Array>()).fail(lock, info[0]);
  lock.v8()->ThrowException(info[0]);
}

}  // namespace vmscope
