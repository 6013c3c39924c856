#pragma once

#include <v8.h>

#include "engine/Isolate.h"
#include "engine/module/Modules.h"
#include "engine/vm/NodeError.h"

namespace vmscope::moduleMethods {

/// One call of a method or getter: the lock, and the module that it was called on. Lives on the stack of the callback.
class Receiver {
 public:
  explicit Receiver(const v8::FunctionCallbackInfo<v8::Value>& info)
      : lock(Isolate::from(info.GetIsolate())), info_(info) {}

  Lock lock;

  v8::Local<v8::Context> context() const { return lock.v8()->GetCurrentContext(); }
  Modules& modules() const { return lock.isolate().modules(); }

  /// Null, with ERR_INVALID_THIS pending, where it was called on something else.
  Module* module() {
    Module* module = modules().of(lock, info_.This());
    if (module == nullptr) throwInvalidThis(lock, "Module");
    return module;
  }
  SourceTextModule* sourceText() {
    return static_cast<SourceTextModule*>(ofKind(ModuleKind::SourceText, "SourceTextModule"));
  }
  SyntheticModule* synthetic() {
    return static_cast<SyntheticModule*>(ofKind(ModuleKind::Synthetic, "SyntheticModule"));
  }

  void returns(v8::Local<v8::Value> value) const { info_.GetReturnValue().Set(value); }
  void returns(v8::MaybeLocal<v8::Promise> promise) const {
    v8::Local<v8::Promise> made;
    if (promise.ToLocal(&made)) info_.GetReturnValue().Set(made);
  }
  void throws(v8::Local<v8::Value> error) const { lock.v8()->ThrowException(error); }
  /// Throws where `completion` is a throw completion.
  void passOn(const Completion& completion) const {
    if (!completion.isNormal() && !completion.thrown().isTermination()) throws(completion.thrown().value);
  }

 private:
  Module* ofKind(ModuleKind kind, const char* className) {
    if (modules().classes().isOfKind(lock, info_.This(), kind)) return modules().of(lock, info_.This());
    throwInvalidThis(lock, className);
    return nullptr;
  }

  const v8::FunctionCallbackInfo<v8::Value>& info_;
};

}  // namespace vmscope::moduleMethods
