#include "engine/module/ModuleConstruction.h"

#include <string>

#include "engine/Isolate.h"
#include "engine/vm/Arguments.h"
#include "engine/vm/Contexts.h"

namespace vmscope::moduleMethods {

bool beginConstruction(const Lock& lock, const Info& info, std::string_view className) {
  if (!info.IsConstructCall()) {
    const std::string message = "Class constructor " + std::string(className) + " cannot be invoked without 'new'";
    lock.v8()->ThrowException(v8::Exception::TypeError(lock.string(message)));
    return false;
  }
  info.This()->SetAlignedPointerInInternalField(0, nullptr);
  return true;
}

Context* contextOption(const Lock& lock, Options& options) {
  Contexts& contexts = lock.isolate().contexts();
  const auto given = options.value("context");
  if (options.hasFailed()) return nullptr;
  if (!given) return &contexts.main();
  if (!requireObject(lock, *given, "context")) return nullptr;
  Context* context = contexts.ofSandbox(lock, given->As<v8::Object>());
  if (context == nullptr) options.reject("context", {"vm.Context"}, *given);
  return context;
}

}  // namespace vmscope::moduleMethods
