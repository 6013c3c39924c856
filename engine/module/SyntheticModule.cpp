#include "engine/module/SyntheticModule.h"

#include "engine/vm/Context.h"
#include "engine/vm/Script.h"

namespace vmscope {

Completion SyntheticModule::setExport(Lock& lock, v8::Local<v8::String> name, v8::Local<v8::Value> value) {
  const v8::Context::Scope scope(context().v8(lock));
  const v8::TryCatch caught(lock.v8());
  if (record(lock)->SetSyntheticModuleExport(lock.v8(), name, value).IsNothing()) return thrownFrom(lock, caught);
  return v8::Undefined(lock.v8()).As<v8::Value>();
}

}  // namespace vmscope
