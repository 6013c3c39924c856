#include "engine/module/ModuleErrors.h"

#include <string>

#include "engine/Isolate.h"
#include "engine/module/Module.h"
#include "engine/vm/Contexts.h"
#include "engine/vm/NodeError.h"

namespace vmscope::moduleError {

namespace {

v8::Local<v8::Object> make(Lock& lock, ErrorClass type, std::string_view code, std::string_view message) {
  const v8::Context::Scope scope(lock.isolate().contexts().main().v8(lock));
  return makeNodeError(lock, type, code, message);
}

// What Node throws from its C++ part, where the stack's head has no code.
v8::Local<v8::Object> makePlain(Lock& lock, ErrorClass type, std::string_view code, std::string_view message) {
  const v8::Context::Scope scope(lock.isolate().contexts().main().v8(lock));
  const v8::TryCatch caught(lock.v8());
  throwCodedError(lock, type, code, message);
  return caught.Exception().As<v8::Object>();
}

v8::Local<v8::Object> linkFailure(Lock& lock, std::string_view message) {
  return makePlain(lock, ErrorClass::Error, "ERR_VM_MODULE_LINK_FAILURE", message);
}

}  // namespace

Thrown thrown(Lock& lock, v8::Local<v8::Value> error) {
  const v8::Context::Scope scope(lock.isolate().contexts().main().v8(lock));
  return {error, v8::Exception::CreateMessage(lock.v8(), error)};
}

v8::Local<v8::Object> status(Lock& lock, std::string_view must) {
  return make(lock, ErrorClass::Error, "ERR_VM_MODULE_STATUS", "Module status " + std::string(must));
}

v8::Local<v8::Object> alreadyLinked(Lock& lock) {
  return make(lock, ErrorClass::Error, "ERR_VM_MODULE_ALREADY_LINKED", "Module has already been linked");
}

v8::Local<v8::Object> notLinked(Lock& lock) {
  return linkFailure(lock, "module is not linked");
}

v8::Local<v8::Object> notModule(Lock& lock) {
  return make(lock, ErrorClass::Error, "ERR_VM_MODULE_NOT_MODULE", "Provided module is not an instance of Module");
}

v8::Local<v8::Object> differentContext(Lock& lock) {
  return make(lock, ErrorClass::Error, "ERR_VM_MODULE_DIFFERENT_CONTEXT", "Linked modules must use the same context");
}

v8::Local<v8::Object> erroredRequest(Lock& lock, v8::Local<v8::String> specifier, v8::Local<v8::Value> cause) {
  const auto error = make(lock, ErrorClass::Error, "ERR_VM_MODULE_LINK_FAILURE",
                          "request for '" + lock.text(specifier) + "' resolved to an errored module");
  const auto main = lock.isolate().contexts().main().v8(lock);
  error->DefineOwnProperty(main, lock.name("cause"), cause, v8::DontEnum).Check();
  return error;
}

v8::Local<v8::Object> unlinkedRequest(Lock& lock, v8::Local<v8::String> specifier, const Module& module) {
  return linkFailure(lock, "request for '" + lock.text(specifier) + "' can not be resolved on module '" +
                               module.identifier() + "' that is not linked");
}

v8::Local<v8::Object> linkMismatch(Lock& lock, std::string_view message) {
  return make(lock, ErrorClass::TypeError, "ERR_MODULE_LINK_MISMATCH", message);
}

v8::Local<v8::Object> noSource(Lock& lock, const Module& module) {
  return makePlain(lock, ErrorClass::SyntaxError, "ERR_SOURCE_PHASE_NOT_DEFINED",
                   "Source phase import object is not defined for module '" + module.identifier() + "'");
}

v8::Local<v8::Object> cachedDataRejected(Lock& lock) {
  return makePlain(lock, ErrorClass::Error, "ERR_VM_MODULE_CACHED_DATA_REJECTED", "cachedData buffer was rejected");
}

v8::Local<v8::Object> noCachedData(Lock& lock) {
  return make(lock, ErrorClass::Error, "ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA",
              "Cached data cannot be created for a module which has been evaluated");
}

v8::Local<v8::Value> terminated(Lock& lock, TerminationReason reason, const RunOptions& options) {
  const v8::Context::Scope scope(lock.isolate().contexts().main().v8(lock));
  const v8::TryCatch caught(lock.v8());
  throwTermination(lock, reason, options);
  return caught.Exception();
}

v8::Local<v8::Object> missingImportCallback(Lock& lock) {
  return make(lock, ErrorClass::TypeError, "ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING",
              "A dynamic import callback was not specified.");
}

}  // namespace vmscope::moduleError
