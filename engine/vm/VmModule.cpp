#include "engine/vm/VmModule.h"

#include "engine/Isolate.h"
#include "engine/module/Modules.h"
#include "engine/vm/CompiledFunction.h"
#include "engine/vm/ContextFunctions.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/MemoryMeasurement.h"
#include "engine/vm/ScriptClass.h"
#include "engine/vm/VmOptions.h"

namespace vmscope {

namespace {

struct Row {
  const char* name;
  v8::FunctionCallback call;
  int length;
};

constexpr Row kFunctions[] = {
    {"createContext", &createContext, 0},       {"createScript", &createScript, 2},
    {"runInContext", &runInContext, 3},         {"runInNewContext", &runInNewContext, 3},
    {"runInThisContext", &runInThisContext, 2}, {"isContext", &isContext, 1},
    {"compileFunction", &compileFunction, 2},   {"measureMemory", &measureMemory, 0},
};

bool addFunctions(const Lock& lock, v8::Local<v8::Context> context, v8::Local<v8::Object> module) {
  for (const Row& row : kFunctions) {
    v8::Local<v8::Function> function;
    if (!v8::Function::New(context, row.call, {}, row.length, v8::ConstructorBehavior::kThrow).ToLocal(&function)) {
      return false;
    }
    function->SetName(lock.name(row.name));
    if (module->CreateDataProperty(context, lock.name(row.name), function).IsNothing()) return false;
  }
  return true;
}

v8::MaybeLocal<v8::Object> makeConstants(const Lock& lock, v8::Local<v8::Context> context) {
  v8::Local<v8::Name> names[] = {lock.name("USE_MAIN_CONTEXT_DEFAULT_LOADER"), lock.name("DONT_CONTEXTIFY")};
  v8::Local<v8::Value> symbols[] = {mainContextDefaultLoader(lock), dontContextify(lock)};
  const auto constants = v8::Object::New(lock.v8(), v8::Null(lock.v8()), names, symbols, 2);
  if (constants->SetIntegrityLevel(context, v8::IntegrityLevel::kFrozen).IsNothing()) return {};
  return constants;
}

}  // namespace

v8::MaybeLocal<v8::Object> makeVmModule(Lock& lock, v8::Local<v8::Context> context) {
  const v8::Context::Scope scope(context);
  const auto module = v8::Object::New(lock.v8());
  v8::Local<v8::Function> scriptClass;
  v8::Local<v8::Object> constants;
  const bool isMade = scriptConstructor(lock, context).ToLocal(&scriptClass) &&
                      module->CreateDataProperty(context, lock.name("Script"), scriptClass).IsJust() &&
                      addFunctions(lock, context, module) && makeConstants(lock, context).ToLocal(&constants) &&
                      module->CreateDataProperty(context, lock.name("constants"), constants).IsJust() &&
                      lock.isolate().modules().classes().addTo(lock, context, module);
  return isMade ? module : v8::MaybeLocal<v8::Object>();
}

}  // namespace vmscope
