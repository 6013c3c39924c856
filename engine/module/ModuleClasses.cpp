#include "engine/module/ModuleClasses.h"

#include <string>

#include "engine/Isolate.h"
#include "engine/module/Module.h"
#include "engine/module/ModuleMethods.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/NativeClass.h"

namespace vmscope {

namespace {

v8::Local<v8::FunctionTemplate> makeClass(const Lock& lock, const moduleMethods::Class& from, int fields) {
  const auto made = v8::FunctionTemplate::New(lock.v8(), from.construct, {}, {}, from.length);
  made->SetClassName(lock.name(from.name));
  made->ReadOnlyPrototype();
  made->InstanceTemplate()->SetInternalFieldCount(fields);
  for (const auto& row : from.methods) {
    const auto function =
        v8::FunctionTemplate::New(lock.v8(), row.call, {}, {}, row.length, v8::ConstructorBehavior::kThrow);
    function->SetClassName(lock.name(row.name));
    made->PrototypeTemplate()->Set(lock.name(row.name), function, v8::DontEnum);
  }
  for (const auto& row : from.getters) {
    const auto getter = v8::FunctionTemplate::New(lock.v8(), row.call, {}, {}, 0, v8::ConstructorBehavior::kThrow);
    getter->SetClassName(lock.name(std::string("get ") + row.name));
    made->PrototypeTemplate()->SetAccessorProperty(lock.name(row.name), getter, {}, v8::DontEnum);
  }
  return made;
}

}  // namespace

ModuleClasses::ModuleClasses(Lock& lock) {
  const auto module = makeClass(lock, moduleMethods::moduleClass(), Module::kFieldCount);
  const auto inspect =
      v8::FunctionTemplate::New(lock.v8(), &moduleMethods::inspect, {}, {}, 2, v8::ConstructorBehavior::kThrow);
  const auto key = v8::Symbol::For(lock.v8(), lock.name("nodejs.util.inspect.custom"));
  module->PrototypeTemplate()->Set(key, inspect, v8::DontEnum);
  const auto sourceText = makeClass(lock, moduleMethods::sourceTextClass(), Module::kFieldCount);
  const auto synthetic = makeClass(lock, moduleMethods::syntheticClass(), Module::kFieldCount);
  sourceText->Inherit(module);
  synthetic->Inherit(module);
  module_.Reset(lock.v8(), module);
  sourceText_.Reset(lock.v8(), sourceText);
  synthetic_.Reset(lock.v8(), synthetic);
}

bool ModuleClasses::addTo(Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> vm) const {
  for (const auto* made : {&module_, &sourceText_, &synthetic_}) {
    v8::Local<v8::Function> constructor;
    if (!made->Get(lock.v8())->GetFunction(context).ToLocal(&constructor)) return false;
    if (!finishNativeClass(lock, context, constructor)) return false;
    if (vm->CreateDataProperty(context, constructor->GetName().As<v8::String>(), constructor).IsNothing()) return false;
  }
  return true;
}

// Every object of a subclass has the fields; they are empty until the constructor of ours has succeeded.
bool ModuleClasses::isModule(const Lock& lock, v8::Local<v8::Value> value) const {
  return module_.Get(lock.v8())->HasInstance(value) &&
         value.As<v8::Object>()->GetAlignedPointerFromInternalField(0) != nullptr;
}

bool ModuleClasses::isOfKind(const Lock& lock, v8::Local<v8::Value> value, ModuleKind kind) const {
  const auto& made = kind == ModuleKind::SourceText ? sourceText_ : synthetic_;
  return made.Get(lock.v8())->HasInstance(value) && isModule(lock, value);
}

v8::Local<v8::Object> ModuleClasses::newObject(const Lock& lock, ModuleKind kind) const {
  const auto& made = kind == ModuleKind::SourceText ? sourceText_ : synthetic_;
  const auto context = lock.isolate().contexts().main().v8(lock);
  return made.Get(lock.v8())->InstanceTemplate()->NewInstance(context).ToLocalChecked();
}

}  // namespace vmscope
